#!/usr/bin/env python3
"""Two versions of the rules compared on the command line: law diff."""

import json
import unittest

from program import CommandTest


def part(step, subject, opener=None):
    found = [one for one in step["parts"] if one["subject"] == subject and (opener is None or opener in one["opened_by"])]
    assert len(found) == 1, found
    return found[0]


class Diff(CommandTest):
    def compare(self, before, after):
        told = json.loads(self.succeeds("law", "diff", before, after, "--json"))
        return told, {step["id"]: step for step in told["steps"]}

    def test_1999_and_2012_differ_in_the_limits_that_the_guidelines_set(self):
        told, steps = self.compare("NAAEC@1999", "NAAEC@2012")
        revision = part(steps["revision"], "limit")
        self.assertEqual(revision["change"], "changed")
        self.assertLessEqual({"number", "unit", "roll"}, set(revision["changed"]))
        self.assertEqual((revision["before"]["facts"]["number"], revision["after"]["facts"]["number"]), ("30", "60"))
        self.assertEqual((revision["before"]["facts"]["unit"], revision["after"]["facts"]["unit"]), ("calendar", "working"))
        self.assertEqual((revision["before"]["version"], revision["after"]["version"]), ("guidelines-1999", "guidelines-2012"))
        self.assertEqual((revision["before"]["confidence"], revision["after"]["confidence"]), ("verified", "derived"))
        self.assertEqual(steps["recommendation_public"]["change"], "added")
        self.assertEqual(sum(told["counts"].values()),
                         sum(len(step["parts"]) for step in told["steps"]) + len(told["rules"]))

    def test_a_limit_that_depends_on_what_opens_the_step_is_told_for_each(self):
        _, steps = self.compare("NAAEC@1999", "NAAEC@2012")
        self.assertEqual(part(steps["review"], "limit", "Submission filed")["after"]["facts"]["number"], "30")
        self.assertEqual(part(steps["review"], "limit", "Revised submission received")["after"]["facts"]["number"], "60")

    def test_the_other_way_round_what_was_added_is_removed(self):
        there, _ = self.compare("NAAEC@1999", "NAAEC@2012")
        back, _ = self.compare("NAAEC@2012", "NAAEC@1999")
        self.assertEqual((there["counts"]["added"], there["counts"]["removed"], there["counts"]["changed"]),
                         (back["counts"]["removed"], back["counts"]["added"], back["counts"]["changed"]))

    def test_an_edition_is_the_same_as_itself(self):
        for edition in ("NAAEC@1994", "NAAEC@2012", "USMCA"):
            told, _ = self.compare(edition, edition)
            self.assertEqual([told["counts"][change] for change in ("changed", "added", "removed")], [0, 0, 0])

    def test_two_mechanisms_are_matched_by_their_ids(self):
        told, steps = self.compare("NAAEC@2012", "USMCA")
        self.assertEqual(steps["response"]["change"], "changed")
        self.assertIn("number", part(steps["response"], "limit")["changed"])
        standing = [rule for rule in told["rules"] if rule["id"] == "usmca-standing"]
        self.assertEqual([rule["change"] for rule in standing], ["changed"])

    def test_in_words_in_three_languages(self):
        for language, unit, title in (("en", "Unit: calendar days → working days", "Time limit: changed"),
                                      ("fr", "jours civils → jours ouvrables", "Délai"),
                                      ("es", "días naturales → días hábiles", "Plazo: cambiado")):
            text = self.succeeds("law", "diff", "NAAEC@1999", "NAAEC@2012", "--language", language)
            self.assertIn(unit, text)
            self.assertIn(title, text)
            self.assertNotIn("diff.", text)

    def test_what_can_not_be_compared(self):
        self.fails(1, 'comity: NAAEC has no version "2005"; write NAAEC@', "law", "diff", "NAAEC@2005", "NAAEC@2012")
        self.fails(1, 'comity: there is no mechanism "NAFTA"; there are: ', "law", "diff", "NAAEC", "NAFTA")
        self.fails(1, "comity: --language de is not one of en, fr, es\n", "law", "diff", "NAAEC", "NAAEC", "--language", "de")


if __name__ == "__main__":
    unittest.main()
