#!/usr/bin/env python3
"""check_standards.py FOLDER: what write_standards wrote of every record of the demonstration body, against the standards' own
schemas and with Debian's readers of them."""

import csv
import json
import re
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

    def test_tables_are_as_their_metadata_say(self):
        # Debian has no reader of CSV on the Web, so this looks for what one would: the head of the table, types, codes, languages.
        plain = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "string": ".*"}
        tables = sorted(folder.glob("tables/*-metadata.json"))
        self.assertEqual(len(tables), 22)
        for path in tables:
            metadata = json.loads(path.read_text("utf-8"))
            self.assertEqual(metadata["@context"], "http://www.w3.org/ns/csvw")
            columns = metadata["tableSchema"]["columns"]
            with open(path.with_name(metadata["url"]), encoding="utf-8", newline="") as file:
                head, *rows = csv.reader(file, strict=True)
            self.assertEqual(head, [column["titles"]["und"] for column in columns])
            self.assertEqual(len({row[0] for row in rows}), len(rows), path)
            for column, *cells in zip(columns, *rows):
                where = f"{path.name}: {column['name']}"
                self.assertEqual(set(column["titles"]), {"und", "en", "fr", "es"}, where)
                self.assertTrue(all(column["titles"].values()), where)
                datatype = column["datatype"]
                form = datatype["format"] if isinstance(datatype, dict) else plain.get(datatype)
                for cell in cells:
                    self.assertFalse(column.get("required") and not cell, f"{where} is empty")
                    for value in cell.split(column["separator"]) if "separator" in column else [cell]:
                        if value and form:
                            self.assertTrue(re.fullmatch(form, value, re.S), f"{where}: {value} is not {datatype}")
                        elif value:
                            json.loads(value)

    def test_dictionaries_name_every_column_in_three_languages(self):
        for path in sorted(folder.glob("tables/*-dictionary.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, strict=True))
            metadata = json.loads(path.with_name(path.name.replace("-dictionary.csv", ".csv-metadata.json")).read_text("utf-8"))
            fields = {row["field"] for row in rows if not row["code"]}
            for column in metadata["tableSchema"]["columns"]:
                self.assertIn(re.sub("_(en|fr|es)$", "", column["name"]) if "lang" in column else column["name"], fields)
            for row in rows:
                if not row["code"]:
                    self.assertTrue(row["label_en"] and row["label_fr"] and row["label_es"] and row["kind"], row)
                    self.assertFalse(row["label_en"].startswith("field."), row)


unittest.main(argv=[sys.argv[0]], verbosity=1)
