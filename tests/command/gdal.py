#!/usr/bin/env python3
"""GDAL's own driver for OGC API - Features (ogrinfo, of gdal-bin) reads every collection of a running Comity."""

import http.client
import json
import re
import socket
import subprocess
import unittest

from program import PROGRAM, SOURCE, CommandTest

# A machine's proxy is not for localhost.
NO_PROXY = ["--config", "GDAL_HTTP_PROXY", "", "--config", "GDAL_HTTP_NOPROXY", "localhost"]


class Gdal(CommandTest):
    def setUp(self):
        super().setUp()
        data = self.folder / "data"
        self.succeeds("import", SOURCE / "data/bodies/cec", "--data", data)
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.port = free.getsockname()[1]
        server = subprocess.Popen([PROGRAM, "serve", "--data", data, "--listen", f"localhost:{self.port}"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.wait)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.terminate)
        self.assertIn(f"http://localhost:{self.port}", server.stdout.readline())

    def ask(self, path):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        connection.request("GET", path)
        answer = json.load(connection.getresponse())
        connection.close()
        return answer

    def ogrinfo(self, *arguments):
        command = ["ogrinfo", *NO_PROXY, "-ro", *arguments[:-1], f"OAPIF:http://localhost:{self.port}/ogc", *arguments[-1:]]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        self.assertEqual((done.returncode, done.stderr), (0, ""), (command, done.stdout))
        return done.stdout

    def features(self, layer, *narrowed):
        return re.findall(r"^OGRFeature\(.*\):", self.ogrinfo(*narrowed, "-al", layer), re.M)

    def test_reads_every_record_of_every_collection(self):
        collections = self.ask("/ogc/collections")["collections"]
        self.assertGreater(len(collections), 10)
        placed = 0
        for collection in collections:
            items = self.ask(f"/ogc/collections/{collection['id']}/items?limit=1")
            self.assertGreater(items["numberMatched"], 0, collection["id"])
            self.assertEqual(len(self.features(collection["id"])), items["numberMatched"], collection["id"])
            placed += "spatial" in collection.get("extent", {})
        self.assertEqual(placed, 5)

    def test_goes_on_by_the_links_of_small_pages(self):
        whole = self.ask("/ogc/collections/submissions/items?limit=1")["numberMatched"]
        self.assertEqual(len(self.features("submissions", "-oo", "PAGE_SIZE=10")), whole)

    def test_finds_places_by_a_box(self):
        box = ["-117", "14", "-86", "33"]
        inside = self.ask(f"/ogc/collections/submissions/items?bbox={','.join(box)}&limit=1000")
        found = self.ogrinfo("-spat", *box, "-al", "submissions")
        self.assertEqual(len(re.findall(r"^  POINT \(", found, re.M)), inside["numberMatched"])
        self.assertGreater(inside["numberMatched"], 20)


if __name__ == "__main__":
    unittest.main()
