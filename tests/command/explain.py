#!/usr/bin/env python3
"""A clock's proof in words on the command line: law explain."""

import re
import shutil
import tempfile
import unittest

from program import CEC, CommandTest, comity


class Explain(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.data = tempfile.mkdtemp(prefix="comity-command-")
        cls.addClassCleanup(shutil.rmtree, cls.data)
        done = comity("import", CEC, "--data", cls.data)
        assert done.returncode == 0, done.stderr

    def explain(self, *arguments):
        return self.succeeds("law", "explain", *arguments, "--data", self.data)

    def test_the_response_in_sem_21_001_from_its_opening_to_its_end(self):
        text = self.explain("SEM-21-001", "response", "--on", "2022-01-01")
        told = re.sub(r"\s+", " ", text)
        for part in ("As it stands on Saturday 1 January 2022.", "Tuesday 27 April 2021. This day is not counted.",
                     "USMCA 24.27(4)", "in force from 1 July 2020", "because the submission was filed on 8 February 2021",
                     "day 60 is Saturday 26 June 2021", "Weekend: Saturday 26 June 2021, Sunday 27 June 2021",
                     "the due date moves to Monday 28 June 2021", "What is doubtful", "met on the day"):
            self.assertIn(part, told)
        terms = re.findall(r"^(\d+)\. ", text, re.M)
        self.assertEqual(terms, [str(n) for n in range(1, len(terms) + 1)])

    def test_on_a_day_before_the_end_it_still_runs(self):
        text = self.explain("SEM-21-001", "response", "--on", "2021-06-20")
        self.assertIn("8 days left", text)
        self.assertNotIn("Response of the Party received", text)

    def test_the_same_proof_in_three_languages(self):
        french = self.explain("SEM-21-001", "response", "--language", "fr")
        self.assertIn("lundi 28 juin 2021", french)
        self.assertIn("Fin de semaine", french)
        spanish = self.explain("SEM-21-001", "response", "--language", "es")
        self.assertIn("lunes 28 de junio de 2021", spanish)
        count = lambda text: len(re.findall(r"^\d+\. ", text, re.M))
        self.assertEqual({count(french), count(spanish)}, {count(self.explain("SEM-21-001", "response"))})

    def test_every_clock_of_a_step_or_one(self):
        both = self.explain("SEM-13-001", "review")
        self.assertIn("2 clocks ran for this step", both)
        self.assertIn("Friday 24 May 2013", both)
        self.assertIn("Tuesday 12 November 2013", both)
        second = self.explain("SEM-13-001", "review", "--nth", "2")
        self.assertNotIn("Friday 24 May 2013", second)
        self.assertEqual(second, self.explain("SEM-13-001", "review-2"))

    def test_as_markdown(self):
        text = self.explain("SEM-13-001", "review-2", "--markdown")
        self.assertTrue(text.startswith("# SEM-13-001 "))
        self.assertIn("\n### 1. Opened by\n", text)
        self.assertIn("\n- Labour Day: Mon 2 Sep 2013\n", text)

    def test_what_can_not_be_explained(self):
        for code, message, *arguments in (
            (1, "SEM-21-001 has no clock \"applause\" on 2022-01-01; there are clocks of review, ",
             "SEM-21-001", "applause", "--on", "2022-01-01"),
            (1, 'there is no submission "SEM-99-999"; ids look like SEM-21-001\n', "SEM-99-999", "response"),
            (1, "--language de is not one of en, fr, es\n", "SEM-21-001", "response", "--language", "de"),
            (1, '--nth 3 is not one of the clocks of "review", which are 1 to 2\n', "SEM-13-001", "review", "--nth", "3"),
            (2, "2021-02-30", "SEM-21-001", "response", "--on", "2021-02-30"),
            (1, "no clock has opened", "SEM-21-001", "response", "--on", "2020-01-01"),
        ):
            self.fails(code, f"comity: {message}" if message.endswith("\n") else message,
                       "law", "explain", *arguments, "--data", self.data)


if __name__ == "__main__":
    unittest.main()
