#!/usr/bin/env python3
"""Another body in the same program: the Canada-Mexico Partnership, imported, exported and served from its folder alone."""

import html
import json
import re
import shutil
import unittest
import urllib.parse

from program import PROGRAM, SOURCE, CommandTest, differing

BODY = SOURCE / "data/bodies/canada-mexico"
LANGUAGES = {"en": "Canada-Mexico Partnership", "fr": "Partenariat Canada-Mexique", "es": "Alianza México-Canadá"}


class SecondBody(CommandTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.said = self.succeeds("import", BODY, "--data", self.data)

    def test_import_says_it_once_and_export_gives_every_byte_back(self):
        self.assertIn("written as journal entry 1", self.said)
        self.assertIn("nothing new", self.succeeds("import", BODY, "--data", self.data))
        self.assertIn("The chain holds", self.succeeds("verify", "--data", self.data))
        out = self.folder / "out"
        self.succeeds("export", out, "--data", self.data)
        self.assertEqual(differing(BODY, out), [])
        self.succeeds("rebuild", "--data", self.data)
        self.assertIn("The chain holds", self.succeeds("verify", "--data", self.data))

    def test_every_page_of_the_site_map_answers_in_three_languages(self):
        self.serve()
        _, site_map = self.ask("/sitemap.xml")
        paths = [urllib.parse.urlparse(found).path for found in re.findall(r"<loc>([^<]+)</loc>", site_map)]
        linked = {}
        for language, name in LANGUAGES.items():
            of_language = [path for path in paths if path == f"/{language}" or path.startswith(f"/{language}/")]
            self.assertIn(f"/{language}", of_language)
            for path in of_language:
                answer, page = self.ask(path)
                self.assertEqual(answer.status, 200, path)
                self.assertIn(f'<html lang="{language}"', page, path)
                self.assertIn(name, page, path)
                self.assertNotIn("Commission for Environmental Cooperation", page, path)
                linked |= {html.unescape(link): path for link in re.findall(r'href="(/[^"#]*)"', page)}
        for link, path in linked.items():
            self.assertLess(self.ask(link)[0].status, 400, f"{link} on {path}")

    def test_what_its_profile_leaves_out_is_not_there(self):
        self.serve()
        for path in ("/en/submissions", "/fr/communications.json", "/es/calculadora", "/en/performance"):
            self.assertEqual(self.ask(path)[0].status, 404, path)
        _, interface = self.ask("/openapi.json")
        self.assertFalse([path for path in json.loads(interface)["paths"] if "submissions" in path])

    def test_records_that_no_section_shows_are_refused(self):
        body = self.folder / "body"
        shutil.copytree(BODY, body)
        profile = body / "profile.toml"
        profile.write_text(re.sub(r'\[\[sections\]\]\nid = "library"\n', "", profile.read_text("utf-8")), "utf-8")
        self.fails(1, "profile.toml, sections: leaves out library, but there are publications; add the section, or leave out "
                   "publications.json", "import", body, "--data", self.folder / "other")

    def test_a_body_of_two_languages_has_no_third_switch(self):
        body = self.folder / "body"
        shutil.copytree(BODY, body)
        profile = body / "profile.toml"
        text = re.sub(r'(?m)^es = .*\n|, es = "[^"]*"', "", profile.read_text("utf-8")).replace('["en", "fr", "es"]', '["en", "fr"]')
        profile.write_text(text, "utf-8")
        self.succeeds("import", body, "--data", self.folder / "two")
        self.serve(self.folder / "two")
        for path in ("/es", "/es/reuniones", "/es/reuniones.json"):
            self.assertEqual(self.ask(path)[0].status, 404, path)
        for path in ("/fr", "/fr/reunions", "/en/meetings.json", "/en/meetings.atom", "/sitemap.xml", "/openapi.json"):
            answer, page = self.ask(path)
            self.assertEqual(answer.status, 200, path)
            self.assertNotIn(f"localhost:{self.port}/es", page, path)
            self.assertNotIn('href="/es', page, path)

    def test_its_colours_and_logo_are_served_and_an_old_address_leads_on(self):
        self.serve()
        answer, css = self.ask("/assets/body.css")
        self.assertEqual(answer.getheader("Content-Type"), "text/css; charset=utf-8")
        self.assertIn("--body: light-dark(#7a1f3d, #f0a8bf);", css)
        answer, logo = self.ask("/assets/logo.svg")
        self.assertEqual(answer.getheader("Content-Type"), "image/svg+xml")
        self.assertTrue(logo.startswith("<svg "))
        answer, _ = self.ask("/mexico-mexique/cmp-pcm.aspx?lang=eng")
        self.assertEqual((answer.status, answer.getheader("Location")), (301, "/en?lang=eng"))


if __name__ == "__main__":
    unittest.main()
