#!/usr/bin/env python3
"""read_answers.py INDEX: reads what the site gave to machines with the libraries with which others read such files, and says what they
could not. INDEX is a JSON list of {address, type, file}; the answer is a JSON object {type: {read: how many, faults: [address: what]}}."""

import csv
import io
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import geojson
import icalendar
import jsonschema
import rdflib

CSL = json.loads((Path(__file__).parent / "../exchange/csl/csl-data.json").read_text("utf-8"))


def whole_address(address):
    return bool(urlsplit(address).scheme and urlsplit(address).netloc)


def atom(raw):
    feed = feedparser.parse(raw)
    if feed.bozo:
        yield f"is no feed: {feed.get('bozo_exception')}"
    if feed.version != "atom10":
        yield f"is {feed.version or 'nothing'}, not Atom"
    for name in ("id", "title", "updated"):
        if not feed.feed.get(name):
            yield f"the feed has no {name}"
    ids = [entry.get("id") for entry in feed.entries]
    if len(ids) != len(set(ids)):
        yield "two entries have one id"
    for entry in feed.entries:
        for name in ("id", "title", "updated_parsed", "link"):
            if not entry.get(name):
                yield f"the entry {entry.get('id')} has no {name}"
        if not whole_address(entry.get("link", "")):
            yield f"the entry {entry.get('id')} leads to {entry.get('link')}"


def calendar(raw):
    read = icalendar.Calendar.from_ical(raw)
    if read.errors:
        yield str(read.errors)
    if b"\n" in raw.replace(b"\r\n", b""):
        yield "a line does not end in CR LF"
    events = read.walk("VEVENT")
    uids = [str(event.get("UID")) for event in events if "RECURRENCE-ID" not in event]
    if len(uids) != len(set(uids)):
        yield "two events have one UID"
    for event in events:
        if event.errors:
            yield f"{event.get('UID')}: {event.errors}"
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if not event.get(name):
                yield f"{event.get('UID')} has no {name}"
        if "DTEND" in event and event["DTEND"].dt <= event["DTSTART"].dt:
            yield f"{event.get('UID')} ends before it begins"


def linked_data(raw):
    document = json.loads(raw)
    nodes = document if isinstance(document, list) else [document]
    for node in nodes:
        # schema.org's context would have to be fetched; its vocabulary alone stands in for it.
        context = node.get("@context")
        contexts = context if isinstance(context, list) else [context]
        node["@context"] = [{"@vocab": "https://schema.org/"} if part == "https://schema.org" else part for part in contexts]
        for part in node["@context"]:
            if isinstance(part, str):
                yield f"its context {part} lies elsewhere"
                return
    graph = rdflib.Graph().parse(data=json.dumps(nodes), format="json-ld")
    if not len(graph):
        yield "says nothing"
    if not any(graph.triples((None, rdflib.RDF.type, None))):
        yield "nothing in it has a type"


def turtle(raw):
    if not len(rdflib.Graph().parse(data=raw, format="turtle")):
        yield "says nothing"


def places(raw):
    read = geojson.loads(raw.decode("utf-8"))
    if not read.is_valid:
        yield str(read.errors())


def table(raw):
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    if not rows:
        yield "has no head"
        return
    if len(rows[0]) != len(set(rows[0])) or not all(rows[0]):
        yield f"its head is {rows[0]}"
    yield from (f"row {number} has {len(row)} cells, the head {len(rows[0])}" for number, row in enumerate(rows, 1) if len(row) != len(rows[0]))


def citation(raw):
    for error in jsonschema.Draft7Validator(CSL).iter_errors(json.loads(raw)):
        yield f"{error.json_path}: {error.message[:200]}"


READERS = {
    "application/atom+xml": atom,
    "text/calendar": calendar,
    "application/ld+json": linked_data,
    "text/turtle": turtle,
    "application/geo+json": places,
    "text/csv": table,
    "application/vnd.citationstyles.csl+json": citation,
}

answers = {media: {"read": 0, "faults": []} for media in READERS}
for given in json.loads(Path(sys.argv[1]).read_text("utf-8")):
    said = answers[given["type"]]
    said["read"] += 1
    try:
        faults = list(READERS[given["type"]](Path(given["file"]).read_bytes()))
    except Exception as error:  # whatever a reader of others throws is a fault of what it read
        faults = [f"{type(error).__name__}: {error}"]
    said["faults"] += [f"{given['address']}: {fault}" for fault in faults]
print(json.dumps(answers))
