#!/usr/bin/env python3
"""The record through its whole life in PostgreSQL."""

import unittest

import record
from databases import Postgres


class RecordInPostgres(record.RecordTest):
    Database = Postgres


if __name__ == "__main__":
    unittest.main()
