#!/usr/bin/env python3
"""docs/profile.md has the keys of a body's profile that the program knows: a key that it does not know makes it tell those that it does."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
TABLES = {
    "The profile": "zzz = 1\n",
    "`[accent]`": "[accent]\nzzz = 1\n",
    "`[[parties]]`": "[[parties]]\nzzz = 1\n",
    "`[[sections]]`": "[[sections]]\nzzz = 1\n",
    "`[[links]]`": "[[links]]\nzzz = 1\n",
    "`[[moved]]`": "[[moved]]\nzzz = 1\n",
}


def documented():
    text = (SOURCE / "docs/profile.md").read_text("utf-8")
    sections = {match[1]: match[2] for match in re.finditer(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.M | re.S)}
    keys = {name: set(re.findall(r"^\| `(\w+)` \|", section, re.M)) for name, section in sections.items()}
    return {name: found for name, found in keys.items() if found}


def known():
    tables = {}
    with tempfile.TemporaryDirectory() as folder:
        body = pathlib.Path(folder) / "body"
        body.mkdir()
        (body / "people.json").write_text('[{"id": "a", "name": "A", "provenance": {"confidence": "sourced"}}]', "utf-8")
        for table, text in TABLES.items():
            (body / "profile.toml").write_text(text, "utf-8")
            said = subprocess.run(
                [os.environ["COMITY"], "import", body, "--data", pathlib.Path(folder) / "data"], capture_output=True, text=True, timeout=60
            ).stderr
            found = re.search(r"\bzzz: is not a key that is known here; one of: (.+)$", said, re.M)
            tables[table] = set(found[1].split(", ")) if found else said
    return tables


class Profile(unittest.TestCase):
    maxDiff = None

    def test_the_document_has_the_keys_that_the_program_knows(self):
        self.assertEqual(documented(), known())


if __name__ == "__main__":
    unittest.main()
