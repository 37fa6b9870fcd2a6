#!/usr/bin/env python3
"""check_answers.py FOLDER: what write_answers wrote is read as others would read it. Every JSON answer is compared with the schema that
the OpenAPI document gives for its address; feeds, calendars, maps, tables and site map go through their usual readers."""

import csv
import json
import sys
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import feedparser
import geojson
import icalendar
import jsonschema
import rdflib

folder = Path(sys.argv.pop(1))
answers = json.loads((folder / "index.json").read_text("utf-8"))


def text(answer):
    return (folder / answer["file"]).read_bytes().decode("utf-8")


def of(kind, path=""):
    found = [answer for answer in answers if answer["format"] == kind and (not path or answer["target"].split("?")[0] == path)]
    assert found, (kind, path)
    return found


openapi = json.loads(text(of("fixed", "/openapi.json")[0]))
# References inside the document are found from its root.
resolver = jsonschema.RefResolver("", openapi)


def check(value, schema):
    for error in jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(value):
        raise AssertionError(f"{error.json_path}: {error.message[:300]}")


class Answers(unittest.TestCase):
    def test_have_the_content_types_that_openapi_says(self):
        for answer in answers:
            if answer["format"] in ("problem", "fixed"):
                continue
            path = openapi["paths"][answer["path"]]["get"]["responses"]["200"]["content"]
            kind = next(line[14:] for line in answer["head"].split("\r\n") if line.lower().startswith("content-type: "))
            self.assertIn(kind.split(";")[0], path, answer["target"])

    def test_are_as_their_schemas_say(self):
        checked = 0
        for answer in of("json") + of("geojson") + of("jsonld"):
            content = openapi["paths"][answer["path"]]["get"]["responses"]["200"]["content"]
            media = {"json": "application/json", "geojson": "application/geo+json", "jsonld": "application/ld+json"}
            schema = content[media[answer["format"]]]["schema"]
            self.assertIn("$ref", schema, answer["path"])
            with self.subTest(answer["target"]):
                check(json.loads(text(answer)), schema)
            checked += 1
        self.assertGreater(checked, 400)

    def test_count_every_submission(self):
        whole = json.loads(text(of("json", "/en/submissions.json")[0]))
        self.assertEqual((whole["count"], whole["of"], len(whole["submissions"])), (105, 105, 105))
        self.assertEqual(sum(whole["facets"]["status"].values()), 105)
        rows = list(csv.DictReader(text(of("csv", "/en/submissions.csv")[0]).splitlines(keepends=True), strict=True))
        self.assertEqual([row["id"] for row in rows], [row["id"] for row in whole["submissions"]])
        places = geojson.loads(text(of("geojson", "/en/submissions.geojson")[0]))
        self.assertTrue(places.is_valid, places.errors())
        self.assertEqual([feature.id for feature in places.features], [row["id"] for row in rows])

    def test_that_refuse_are_problems(self):
        for answer in of("problem"):
            problem = json.loads(text(answer))
            check(problem, {"$ref": "#/components/schemas/Problem"})
            self.assertEqual(problem["status"], answer["status"])
            self.assertIn("Content-Type: application/problem+json", answer["head"])

    def test_are_feeds(self):
        for answer in of("atom"):
            feed = feedparser.parse((folder / answer["file"]).read_bytes())
            self.assertFalse(feed.bozo, (answer["target"], feed.get("bozo_exception")))
            self.assertEqual(len({entry.id for entry in feed.entries}), len(feed.entries), answer["target"])
            for entry in feed.entries:
                self.assertTrue(entry.link and entry.title and entry.updated_parsed, answer["target"])

    def test_are_calendars(self):
        events = 0
        for answer in of("ics"):
            calendar = icalendar.Calendar.from_ical((folder / answer["file"]).read_bytes())
            found = calendar.walk("VEVENT")
            self.assertEqual(sum((event.errors for event in found), calendar.errors), [], answer["target"])
            self.assertEqual(len({str(event["UID"]) for event in found}), len(found), answer["target"])
            events += len(found)
        self.assertGreater(events, 200)
        case = icalendar.Calendar.from_ical((folder / of("ics", "/en/submissions/SEM-21-001.ics")[0]["file"]).read_bytes())
        due = {str(event["UID"]): event["DTSTART"].dt.isoformat() for event in case.walk("VEVENT")}
        self.assertEqual(due["SEM-21-001/05/response@cec.example"], "2021-06-28")

    def test_are_linked_data(self):
        schema = rdflib.Namespace("https://schema.org/")
        for answer in of("jsonld"):
            if "/submissions/" not in answer["path"]:
                continue
            document = json.loads(text(answer))
            document["@context"] = {"@vocab": str(schema)}
            graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
            case = rdflib.URIRef(document["@id"])
            self.assertEqual(graph.value(case, rdflib.RDF.type), schema.CreativeWork)
            self.assertTrue(graph.value(case, schema.name), answer["target"])

    def test_are_a_vocabulary(self):
        from rdflib.namespace import RDF, SKOS
        for answer in [answer for answer in of("jsonld") if "/vocabulary" in answer["path"]]:
            graph = rdflib.Graph().parse(data=text(answer), format="json-ld")
            schemes, concepts = set(graph.subjects(RDF.type, SKOS.ConceptScheme)), set(graph.subjects(RDF.type, SKOS.Concept))
            self.assertGreater(len(concepts), 60)
            for one in concepts:
                labels = [label.language for label in graph.objects(one, SKOS.prefLabel)]
                self.assertEqual(sorted(labels), ["en", "es", "fr"], one)
                self.assertTrue(set(graph.objects(one, SKOS.inScheme)) <= schemes, one)
                self.assertTrue(set(graph.objects(one, SKOS.broadMatch)) <= concepts, one)
                self.assertEqual(len(list(graph.objects(one, SKOS.notation))), 1, one)
            for scheme in schemes:
                self.assertTrue(set(graph.objects(scheme, SKOS.hasTopConcept)) <= concepts, scheme)
            shared = json.loads(text(of("json", "/en/vocabulary.json")[0]))
            for held in shared["lists"]:
                for one in held["concepts"]:
                    self.assertIn(rdflib.URIRef(one["address"]), concepts)

    def test_are_tables(self):
        for answer in of("csv"):
            rows = list(csv.reader(text(answer).splitlines(keepends=True), strict=True))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, answer["target"])

    def test_are_pictures(self):
        for answer in of("svg"):
            self.assertEqual(xml.fromstring(text(answer)).tag, "{http://www.w3.org/2000/svg}svg", answer["target"])

    def test_map_every_page_in_every_language(self):
        name = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
        urls = xml.fromstring(text(of("fixed", "/sitemap.xml")[0])).findall("s:url", name)
        places = [url.find("s:loc", name).text for url in urls]
        self.assertEqual(len(places), len(set(places)))
        self.assertEqual(sum("/SEM-" in place for place in places), 3 * 105)
        for url in urls:
            self.assertEqual([link.get("hreflang") for link in url.findall("x:link", name)], ["en", "fr", "es"])
            self.assertIn(url.find("s:loc", name).text, [link.get("href") for link in url.findall("x:link", name)])


unittest.main(argv=[sys.argv[0]], verbosity=1)
