#!/usr/bin/env python3
"""check_standards.py FOLDER: what write_standards wrote of every record of the demonstration body, against the standards' own
schemas and with Debian's readers of them."""

import json
import sys
import unittest
from pathlib import Path

import jsonschema
import rdflib

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

    def test_schema_org_is_linked_data(self):
        records = json.loads((folder / "schema_org.json").read_text("utf-8"))
        for record in records:
            # The vocabulary alone stands in for schema.org's context, which would have to be fetched.
            self.assertEqual(record.pop("@context"), "https://schema.org")
        document = {"@context": {"@vocab": "https://schema.org/"}, "@graph": records}
        graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
        schema = rdflib.Namespace("https://schema.org/")
        for record in records:
            this = rdflib.URIRef(record["@id"])
            self.assertIn((this, rdflib.RDF.type, schema[record["@type"]]), graph)
            # Where others name it, they name it alike.
            self.assertEqual(len(set(graph.objects(this, schema.url))), 1, this)
        meeting = rdflib.URIRef("https://cec.example/en/meetings/council-30")
        self.assertEqual(graph.value(meeting, schema.organizer), rdflib.URIRef("https://cec.example/en/bodies/council"))
        self.assertEqual(str(graph.value(meeting, schema.endDate)), "2023-06-29")
        self.assertEqual(len(set(graph.objects(meeting, schema.attendee))), 3)


unittest.main(argv=[sys.argv[0]], verbosity=1)
