#!/usr/bin/env python3
"""check_standards.py FOLDER: what write_standards wrote of every record of the demonstration body, against the standards' own
schemas and with Debian's readers of them."""

import json
import sys
import unittest
from pathlib import Path

import jsonschema

here = Path(__file__).parent
folder = Path(sys.argv.pop(1))


class Standards(unittest.TestCase):
    def test_citations_are_csl_data(self):
        # csl/csl-data.json: the schema of CSL 1.0.2 from github.com/citation-style-language/schema (MIT, csl/LICENSE.txt).
        schema = json.loads((here / "csl/csl-data.json").read_text("utf-8"))
        validator = jsonschema.Draft7Validator(schema)
        citations = json.loads((folder / "citations.json").read_text("utf-8"))
        self.assertGreater(len(citations), 4000)
        for citation in citations:
            self.assertEqual(len(citation), 1)
            for error in validator.iter_errors(citation):
                self.fail(f"{citation[0]['id']}: {error.message}")


unittest.main(argv=[sys.argv[0]], verbosity=1)
