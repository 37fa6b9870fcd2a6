#!/usr/bin/env python3
"""A body that brings its own mechanism: imported, asked about and exported with nothing but its files."""

import json
import shutil
import unittest

from program import SOURCE, CommandTest

LAGOON = SOURCE / "tests/bodies/lagoon"


class OwnLaw(CommandTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.body = self.folder / "body"
        shutil.copytree(LAGOON, self.body)

    def test_a_case_under_the_bodys_own_mechanism(self):
        self.succeeds("import", LAGOON, "--data", self.data)
        seen = json.loads(self.succeeds("docket", "LAG-15-001", "--on", "2015-05-15", "--json", "--data", self.data))
        self.assertEqual([seen["mechanism"], seen["stage"], seen["turn"]], ["lagoon", "decision", "board"])
        self.assertIn("LAG-15-001", self.succeeds("due", "--on", "2015-05-15", "--data", self.data))
        out = self.folder / "out"
        self.succeeds("export", out, "--data", self.data)
        for path in sorted(LAGOON.rglob("*.toml")):
            self.assertEqual((out / path.relative_to(LAGOON)).read_text("utf-8"), path.read_text("utf-8"), path)

    def test_rules_that_the_body_no_longer_has_go(self):
        self.succeeds("import", LAGOON, "--data", self.data)
        stale = self.data / "body-law/lagoon/older.toml"
        stale.write_text("id = 1\n", "utf-8")
        self.fails(2, "older.toml:1", "docket", "LAG-15-001", "--data", self.data)
        self.succeeds("import", LAGOON, "--data", self.data)
        self.assertFalse(stale.exists())

    def test_an_event_that_the_mechanism_does_not_know(self):
        events = self.body / "docket-events.json"
        events.write_text(events.read_text("utf-8").replace("answer_asked", "answer_askd"), "utf-8")
        said = self.fails(1, "LAG-15-001/02, type:", "import", self.body, "--data", self.data)
        self.assertIn('did you mean "answer_asked"?', said)
        self.assertIn("docket-events.json:", said)

    def test_without_its_law_the_body_is_refused(self):
        shutil.rmtree(self.body / "law")
        self.fails(1, '"lagoon" is no mechanism of the law', "import", self.body, "--data", self.data)


if __name__ == "__main__":
    unittest.main()
