#!/usr/bin/env python3
"""docs/law-files.md has the keys that the program knows, table by table: a key that it does not know makes it tell those that it does."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["SOURCE"])
FALLS = ("weekend", "fixed-date", "nth-weekday", "weekday-before", "from-easter", "one-day", "closure")
# Each table of the document, and the file that has it, with a key that nothing knows.
FILES = {
    "vocabulary.toml": {"`[[concept]]`": "[[concept]]\nid = \"ended\"\nlist = \"stage\"\nzzz = 1\n"},
    "calendars/c.toml": {"the calendar": 'id = "c"\nzzz = 1\n', "`[[day_off]]`": "".join(f'[[day_off]]\nfalls = "{kind}"\nzzz = 1\n' for kind in FALLS)},
    "m/mechanism.toml": {"the mechanism": 'id = "m"\nzzz = 1\n'}
    | {f"`[[{kind}]]`": f"[[{kind}]]\nid = \"{kind}\"\nzzz = 1\n" for kind in ("actor", "stage", "outcome", "event", "step", "bar", "reservation", "cross_reference")},
    "m/v.toml": {
        "the version": 'id = "v"\nzzz = 1\n',
        "`[[limit]]`": "[[limit]]\nzzz = 1\n",
        "`[limit.extension]`": "[limit.extension]\nzzz = 1\n",
        "`[[test]]`": "[[test]]\nzzz = 1\n",
        "`[[vote]]`": "[[vote]]\nzzz = 1\n",
        "`[[rule]]`": "[[rule]]\nzzz = 1\n",
    },
}


def documented():
    """The keys of each table of the document."""
    text = (SOURCE / "docs/law-files.md").read_text("utf-8")
    sections = {match[1]: match[2] for match in re.finditer(r"^###? (.+?)\n(.*?)(?=^##|\Z)", text, re.M | re.S)}
    keys = {name: set(re.findall(r"^\| `(\w+)` \|", section, re.M)) for name, section in sections.items()}
    of_every_rule = keys.pop("Keys of every rule")
    return {name: found | (of_every_rule if "the keys of every rule" in sections[name] else set()) for name, found in keys.items() if found}


def known():
    """The keys that the program knows, as it tells them."""
    tables = {}
    with tempfile.TemporaryDirectory() as folder:
        lines = {}
        for name, parts in FILES.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            text = ""
            for table, part in parts.items():
                for number, line in enumerate(part.splitlines(), text.count("\n") + 1):
                    if line == "zzz = 1":
                        lines[name, number] = table
                text += part
            path.write_text(text, "utf-8")
        said = subprocess.run([os.environ["COMITY"], "law", "check", folder], capture_output=True, text=True, timeout=60).stdout
        for path, line, keys in re.findall(r"^(\S+?):(\d+)[:,].*?\bzzz: is not a key that is known here; one of: (.+)$", said, re.M):
            name = next(name for name in FILES if path.endswith("/" + name))
            tables.setdefault(lines[name, int(line)], set()).update(keys.split(", "))
    return tables


class LawFiles(unittest.TestCase):
    maxDiff = None

    def test_the_document_has_the_keys_that_the_program_knows(self):
        found = known()
        self.assertEqual(set(found), {table for parts in FILES.values() for table in parts})
        self.assertEqual(documented(), found)


if __name__ == "__main__":
    unittest.main()
