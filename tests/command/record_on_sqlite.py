#!/usr/bin/env python3
"""The record through its whole life in SQLite."""

import unittest

import record
from databases import Sqlite


class RecordInSqlite(record.RecordTest):
    Database = Sqlite


if __name__ == "__main__":
    unittest.main()
