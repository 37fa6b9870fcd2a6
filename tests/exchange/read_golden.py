#!/usr/bin/env python3
"""read_golden.py FOLDER: reads each golden file with the library that others read such files with, and compares what that
library understood with what the test had meant (src/exchange/exchange_test.cpp writes the same files)."""

import csv
import datetime
import json
import sys
import unittest
import xml.dom.minidom
from pathlib import Path

import feedparser
import geojson
import icalendar
import rdflib

folder = Path(sys.argv.pop(1))


class Golden(unittest.TestCase):
    def test_csv(self):
        raw = (folder / "table.csv").read_bytes()
        rows = list(csv.reader(raw.decode("utf-8").splitlines(keepends=True), strict=True))
        self.assertEqual([len(row) for row in rows], [4] * 5)
        self.assertEqual(rows[1], ["SEM-21-001", 'Fairview, "Terminal"', "-81.25", "'=HYPERLINK(\"http://example.org\")"])
        self.assertEqual(rows[2], ["SEM-95-001", "Pêche\r\nà deux lignes", "+1.5", "'+1 514 350-4300"])
        self.assertEqual(rows[3], ["SEM-95-002", "", "'-", "'@home"])
        self.assertEqual(rows[4], ["SEM-96-001", "'\ttab", "'-1.", "it's - plain"])
        self.assertTrue(raw.endswith(b"\r\n"))

    def test_atom(self):
        raw = (folder / "feed.atom").read_bytes()
        xml.dom.minidom.parseString(raw)
        feed = feedparser.parse(raw)
        self.assertFalse(feed.bozo, feed.get("bozo_exception"))
        self.assertEqual(feed.version, "atom10")
        self.assertEqual(feed.feed.title, "Communications & <suivi>")
        self.assertEqual(feed.feed.author, "Secrétariat")
        self.assertEqual(feed.feed.updated_parsed[:6], (2021, 6, 28, 14, 0, 0))
        self.assertEqual([link.hreflang for link in feed.feed.links], ["fr", "en"])
        self.assertEqual(feed.feed.links[0].href, "https://cec.example/fr/communications.atom?partie=MEX&tri=date")
        first, second = feed.entries
        self.assertEqual(first.summary, "Une réponse est attendue.\nLigne 2")
        self.assertEqual(first.published_parsed[:3], (2021, 2, 8))
        self.assertEqual([tag.term for tag in first.tags], ["MEX", "usmca"])
        self.assertEqual(first.title_detail.language, "fr")
        self.assertEqual(second.title_detail.language, "en")

    def test_icalendar(self):
        raw = (folder / "calendar.ics").read_bytes()
        self.assertEqual(raw.count(b"\n"), raw.count(b"\r\n"))
        calendar = icalendar.Calendar.from_ical(raw)
        self.assertEqual(calendar.errors, [])
        self.assertEqual(calendar["X-WR-CALNAME"], "SEM-21-001; échéances, délais")
        first, second = calendar.walk("VEVENT")
        self.assertEqual(first.errors + second.errors, [])
        self.assertEqual(first["UID"], "SEM-21-001/response@cec.example")
        self.assertEqual(first["DTSTART"].dt, datetime.date(2021, 12, 31))
        self.assertEqual(first["DTEND"].dt, datetime.date(2022, 1, 1))
        self.assertEqual(first["DTSTAMP"].dt.isoformat(), "2021-06-20T09:05:03+00:00")
        self.assertTrue(first["SUMMARY"].endswith("réception éééééééééé"), first["SUMMARY"])
        self.assertEqual(first["SUMMARY"].params["LANGUAGE"], "fr")
        self.assertEqual(first["DESCRIPTION"], "Ouvert le 31 mars 2021\nAEUMC 24.27(4) \\ « 60 jours »\nfin")
        self.assertEqual([str(category) for category in first["CATEGORIES"].cats], ["Échéance", "AEUMC"])
        self.assertEqual(first["STATUS"], "TENTATIVE")
        self.assertEqual(second["STATUS"], "CONFIRMED")

    def test_icalendar_of_meetings(self):
        calendar = icalendar.Calendar.from_ical((folder / "meetings.ics").read_bytes())
        moved, dropped = calendar.walk("VEVENT")
        self.assertEqual(calendar.errors + moved.errors + dropped.errors, [])
        self.assertEqual((moved["DTSTART"].dt, moved["DTEND"].dt), (datetime.date(2024, 6, 24), datetime.date(2024, 6, 27)))
        self.assertEqual(moved["LOCATION"], "Wilmington, North Carolina")
        self.assertEqual((moved["GEO"].latitude, moved["GEO"].longitude), (34.2257, -77.9447))
        self.assertEqual(moved["SEQUENCE"], 2)
        self.assertEqual(moved["URL"], "https://cec.example/en/meetings/council-31")
        self.assertEqual(dropped["STATUS"], "CANCELLED")
        self.assertNotIn("SEQUENCE", dropped)

    def test_geojson(self):
        places = geojson.loads((folder / "places.geojson").read_text("utf-8"))
        self.assertTrue(places.is_valid, places.errors())
        self.assertEqual(places.features[0].geometry.coordinates, [-123.08, 49.02])
        self.assertEqual(places.features[0].properties, {"title": "Fairview"})
        self.assertIsNone(places.features[1].geometry)
        self.assertEqual(places.features[1].id, "SEM-95-001")

    def test_json_ld(self):
        document = json.loads((folder / "submission.jsonld").read_text("utf-8"))
        self.assertEqual(document["@context"], "https://schema.org")
        # The vocabulary alone stands in for schema.org's context, which would have to be fetched.
        document["@context"] = {"@vocab": "https://schema.org/"}
        graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
        schema = rdflib.Namespace("https://schema.org/")
        case = rdflib.URIRef("https://cec.example/en/submissions/SEM-21-001")
        self.assertEqual(graph.value(case, rdflib.RDF.type), schema.CreativeWork)
        names = set(graph.objects(case, schema.name))
        self.assertEqual(names, {rdflib.Literal("Fairview Terminal", lang="en"), rdflib.Literal("Terminal de Fairview", lang="fr")})
        place = graph.value(case, schema.spatialCoverage)
        self.assertEqual(float(graph.value(graph.value(place, schema.geo), schema.longitude)), -130.35)
        kinds = {graph.value(thing, rdflib.RDF.type) for thing in graph.objects(case, schema.about)}
        self.assertEqual(kinds, {schema.Country, schema.Legislation})
        self.assertEqual(len(list(graph.objects(case, schema.author))), 2)


unittest.main(argv=[sys.argv[0]], verbosity=1)
