#!/usr/bin/env python3
"""Proofs that are taken away: docket --proof writes one, proof check works it out again without a record."""

import json
import unittest

from program import CEC, CommandTest, comity


class Proof(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        import shutil
        import tempfile

        cls.data = tempfile.mkdtemp(prefix="comity-command-")
        cls.addClassCleanup(shutil.rmtree, cls.data)
        done = comity("import", CEC, "--data", cls.data)
        assert done.returncode == 0, done.stderr

    def proof(self, case, clock, on="2021-06-28"):
        return self.succeeds("docket", case, "--proof", clock, "--on", on, "--data", self.data)

    def file(self, text):
        path = self.folder / "proof.json"
        path.write_text(text, "utf-8")
        return path

    def test_a_proof_is_worked_out_again_from_its_file_alone(self):
        path = self.file(self.proof("SEM-21-001", "response"))
        said = self.succeeds("proof", "check", path)
        self.assertTrue(said.startswith("SEM-21-001, usmca response on 2021-06-28: equal\n"), said)
        self.assertIn("Its rule text is that of this program.\n", said)
        with open(path, encoding="utf-8") as standard_input:
            self.assertEqual(said, self.succeeds("proof", "check", "-", stdin=standard_input))

    def test_every_clock_of_a_case_has_a_proof(self):
        clocks = json.loads(self.succeeds("docket", "SEM-13-001", "--json", "--data", self.data))["clocks"]
        names = []
        for clock in clocks:
            nth = sum(name.split("-")[0] == clock["step"] for name in names) + 1
            names.append(clock["step"] + (f"-{nth}" if nth > 1 else ""))
        self.assertIn("review-2", names)
        for name, clock in zip(names, clocks):
            text = self.succeeds("docket", "SEM-13-001", "--proof", name, "--data", self.data)
            self.assertEqual(json.loads(text)["clock"]["due"], clock["due"])
            self.assertIn(": equal\n", self.succeeds("proof", "check", self.file(text)))

    def test_what_was_changed_is_named(self):
        proof = json.loads(self.proof("SEM-21-001", "response"))
        proof["clock"]["due"] = "2021-06-26"
        said = self.fails(1, "", "proof", "check", self.file(json.dumps(proof, ensure_ascii=False)))
        self.assertIn('differs\n  clock.due: the proof has "2021-06-26", worked out "2021-06-28"\n', said)

    def test_other_rules_are_news_and_no_error(self):
        import hashlib

        proof = json.loads(self.proof("SEM-21-001", "response"))
        for rule in proof["rules"]:
            rule["text"] += "# as it was read in 2021\n"
            rule["sha256"] = hashlib.sha256(rule["text"].encode()).hexdigest()
        said = self.succeeds("proof", "check", self.file(json.dumps(proof, ensure_ascii=False)))
        self.assertIn("equal\n", said)
        self.assertIn("News: data/law/usmca/treaty.toml differs from this program's from line ", said)
        self.assertIn("News: this program's law gives the same due date and state.\n", said)

    def test_what_is_no_proof_is_told(self):
        self.fails(2, f"comity: {self.folder / 'none'} can't be read\n", "proof", "check", self.folder / "none")
        self.fails(2, f"comity: {self.folder} is a folder; name a proof's file\n", "proof", "check", self.folder)
        path = self.file("{")
        self.fails(2, f"comity: {path}:1: ends before the JSON value does; the whole file\n", "proof", "check", path)
        path = self.file('{"format": "comity-proof\\u001b[2J", "version": 1}')
        said = self.fails(2, "this is no proof", "proof", "check", path)
        self.assertNotIn("\x1b", said)
        path = self.file("[" * 100_000)
        self.fails(2, f"comity: {path}:1: is nested too deeply; at most 16 levels\n", "proof", "check", path)
        path = self.file(" " * 3_000_000)
        self.fails(2, "the file has 2097153 bytes; at most 2097152\n"[:-1], "proof", "check", path)
        self.fails(1, 'comity: SEM-21-001: there is no clock "lunch" on 2021-06-28; there are ', "docket", "SEM-21-001", "--proof",
                   "lunch", "--on", "2021-06-28", "--data", self.data)


if __name__ == "__main__":
    unittest.main()
