#!/usr/bin/env python3
"""law replay on the command line: what other rules would have made of the cases, and nothing in the store changes."""

import csv
import io
import json
import unittest

from program import CEC, CommandTest, comity


class Replay(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        import shutil
        import tempfile

        cls.data = tempfile.mkdtemp(prefix="comity-command-")
        cls.addClassCleanup(shutil.rmtree, cls.data)
        done = comity("import", CEC, "--data", cls.data)
        assert done.returncode == 0, done.stderr

    def replay(self, *arguments):
        return self.succeeds("law", "replay", *arguments, "--on", "2026-11-22", "--data", self.data)

    def test_the_whole_registry_under_the_guidelines_of_2012(self):
        said = self.replay("--under", "NAAEC@2012")
        self.assertTrue(said.startswith("105 cases as they stood on 2026-11-22, under NAAEC@guidelines-2012 (the rules of 2012-07-11)\n"))
        answer = json.loads(self.replay("--under", "NAAEC@2012", "--json"))
        self.assertEqual(answer["cases"], 105)
        steps = {step["step"]: step for step in answer["summary"]["steps"]}
        for total in ("clocks", "compared", "judged", "worse", "better"):
            self.assertEqual(answer["summary"]["all"][total], sum(step[total] for step in steps.values()), total)
        for step in steps.values():
            self.assertEqual(step["clocks"], step["compared"] + sum(step["not_compared"].values()), step["step"])
        rows = list(csv.DictReader(io.StringIO(self.replay("--under", "NAAEC@2012", "--csv"), newline="")))
        self.assertEqual(len(rows), answer["summary"]["all"]["clocks"])
        self.assertEqual(sum(row["change"] == "worse" for row in rows), answer["summary"]["all"]["worse"])
        worse = {row["case"] for row in rows if row["change"] == "worse"}
        self.assertEqual(len(worse), answer["worse"])

    def test_sem_13_001_under_the_treaty_alone(self):
        answer = json.loads(self.replay("--under", "NAAEC@1994", "--cases", "SEM-13-001", "--json"))
        clocks = {clock["step"]: clock for clock in reversed(answer["replayed"][0]["clocks"])}
        review = clocks["review"]
        self.assertEqual(review["as_was"]["due"], "2013-05-24")
        self.assertIsNone(review["would_be"]["due"])
        self.assertEqual(review["comparison"], "limit-removed")

    def test_cases_of_one_agreement_under_the_rules_of_the_other_and_back(self):
        under_naaec = json.loads(self.replay("--under", "NAAEC", "--cases", "SEM-21-001,SEM-21-002", "--json"))
        self.assertEqual([case["mechanism"] for case in under_naaec["replayed"]], ["usmca", "usmca"])
        response = next(c for c in under_naaec["replayed"][0]["clocks"] if c["step"] == "response")
        self.assertEqual((response["as_was"]["due"], response["as_was"]["limit"]["unit"]), ("2021-06-28", "calendar"))
        self.assertEqual(response["would_be"]["limit"], {"number": 30, "unit": "working", "strength": "hard"})
        self.assertEqual(response["comparison"], "compared")
        back = json.loads(self.replay("--under", "USMCA", "--cases", "SEM-13-001", "--json"))
        self.assertIn("step-unknown", {clock["comparison"] for clock in back["replayed"][0]["clocks"]})

    def test_nothing_in_the_store_changes(self):
        self.replay("--under", "USMCA")
        self.assertIn("The chain holds", self.succeeds("verify", "--data", self.data))
        self.assertIn("nothing new; the journal stands at entry 1", self.succeeds("import", CEC, "--data", self.data))

    def test_wrong_questions_are_told(self):
        data = ("--data", self.data)
        self.fails(1, 'comity: --under: there is no mechanism "NAFTA"; there are: ', "law", "replay", "--under", "NAFTA@1994", *data)
        self.fails(1, 'comity: --under: NAAEC has no version "2005"; ', "law", "replay", "--under", "NAAEC@2005", *data)
        self.fails(1, 'comity: --cases: there is no submission "SEM-99-999"; ids look like SEM-21-001\n', "law", "replay", "--under",
                   "NAAEC@2012", "--cases", "SEM-21-001,SEM-99-999", *data)
        self.fails(2, "--under is required", "law", "replay", *data)
        self.fails(2, "excludes", "law", "replay", "--under", "NAAEC", "--json", "--csv", *data)


if __name__ == "__main__":
    unittest.main()
