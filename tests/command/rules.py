#!/usr/bin/env python3
"""Rules on the command line: law check tells what is wrong with a file and where; law draw draws."""

import shutil
import unittest
import xml.dom.minidom

from program import LAW, CommandTest


class Rules(CommandTest):
    def setUp(self):
        super().setUp()
        self.law = self.folder / "law"
        shutil.copytree(LAW, self.law)
        self.treaty = self.law / "usmca/treaty.toml"
        self.mechanism = self.law / "usmca/mechanism.toml"

    def spoil(self, path, old, new):
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def is_wrong(self, path, *parts):
        """The same of the file, of its folder and of all the law."""
        for named in (path, path.parent, self.law):
            said = self.fails(1, "", "law", "check", named)
            for part in parts:
                self.assertIn(part, said)
            self.assertNotIn("nothing wrong", said)
        return said

    def test_the_shipped_law_has_nothing_wrong(self):
        inside = self.succeeds("law", "check")
        self.assertRegex(inside, "usmca: [0-9]+ steps, ")
        self.assertEqual(inside, self.succeeds("law", "check", LAW))
        self.assertEqual(inside, self.succeeds("law", "check", f"{LAW}/"))
        self.assertEqual(inside, self.succeeds("law", "check", ".", cwd=LAW))

    def test_a_file_alone_or_a_folder_from_anywhere(self):
        of_file = self.succeeds("law", "check", self.treaty)
        calendars = sorted(path.stem for path in (self.law / "calendars").iterdir())
        self.assertEqual([line.split(":")[0] for line in of_file.splitlines()], ["usmca", *calendars])
        self.assertEqual(of_file, self.succeeds("law", "check", "treaty.toml", cwd=self.treaty.parent))
        self.assertEqual(of_file, self.succeeds("law", "check", "treaty.toml", "../usmca/", "mechanism.toml", cwd=self.treaty.parent))
        of_calendars = "".join(line + "\n" for line in of_file.splitlines()[1:])
        self.assertEqual(of_calendars, self.succeeds("law", "check", self.law / "calendars"))
        self.assertEqual(of_calendars, self.succeeds("law", "check", "secretariat-montreal.toml", cwd=self.law / "calendars"))

    def test_a_broken_rule_is_found_from_its_own_folder(self):
        line = self.spoil(self.treaty, "number = 30", "number = = 30")
        self.fails(1, f"usmca/treaty.toml:{line}: ", "law", "check", "treaty.toml", cwd=self.treaty.parent)

    def test_a_syntax_error(self):
        line = self.spoil(self.treaty, 'unit = "calendar"', 'unit = "calendar')
        self.is_wrong(self.treaty, f"{self.treaty}:{line}")

    def test_a_missing_provision(self):
        self.spoil(self.treaty, 'provision = "USMCA 24.27(4)"\n', "")
        self.is_wrong(self.treaty, f"{self.treaty}:", "provision: is missing")

    def test_a_wrong_date(self):
        line = self.spoil(self.treaty, "in_force.from = 2020-07-01", "in_force.from = 2020-02-30")
        self.is_wrong(self.treaty, f"{self.treaty}:{line}")
        self.spoil(self.treaty, "in_force.from = 2020-02-30", 'in_force.from = "July 2020"')
        self.is_wrong(self.treaty, f"{self.treaty}:{line}", "in_force.from")

    def test_an_unknown_key(self):
        line = self.spoil(self.treaty, "number = 30", "number = 30\nnumbre = 30")
        self.is_wrong(self.treaty, f"{self.treaty}:{line + 1}", "numbre")

    def test_a_dead_step(self):
        self.spoil(self.mechanism, '[[step]]\nid = "consideration"', '''[[step]]
id = "nowhere"
name.en = "Nowhere"
name.fr = "Nulle part"
name.es = "En ninguna parte"
actor = "secretariat"
stage = "review"
opened_by = []
closed_by = ["criteria_met"]
provision = "24.27"
source = "none"
confidence = "recalled"

[[step]]
id = "consideration"''')
        self.is_wrong(self.mechanism, f"{self.mechanism}:", "step nowhere, opened_by: nothing opens it; an event type",
                      "step nowhere, limit: no version says what its limit is")

    def test_a_gap_between_versions(self):
        self.spoil(self.law / "naaec/treaty.toml", "in_force.from = 1994-01-01", "in_force.from = 1994-03-01")
        self.is_wrong(self.law / "naaec/treaty.toml", "limit: is in no version in force on 1994-01-01", "a [[limit]] in a version in force on 1994-01-01")

    def test_invalid_utf_8_and_nesting(self):
        self.treaty.write_bytes(b'id = "\xff"\n')
        self.is_wrong(self.treaty, f"{self.treaty}:1")
        self.treaty.write_bytes(b"a = " + b"[" * 900_000)
        self.is_wrong(self.treaty, f"{self.treaty}: tables or lists are nested too deeply; at most 16 levels")

    def test_what_is_not_there(self):
        nowhere = self.folder / "nowhere.toml"
        self.fails(2, f"comity: {nowhere} can't be read: No such file or directory\n", "law", "check", nowhere)
        empty = self.folder / "empty"
        empty.mkdir()
        self.fails(2, f"comity: {empty} holds no rules; ", "law", "check", empty)
        (empty / "rules.txt").write_text("x = = 1")
        self.fails(1, f"{empty}/rules.txt", "law", "check", empty / "rules.txt")

    def test_a_mechanism_is_drawn_in_each_language(self):
        for mechanism in ("usmca", "naaec"):
            for language, word in (("en", "Response of the Party"), ("fr", "Réponse de la Partie"), ("es", "Respuesta de la Parte")):
                picture = self.succeeds("law", "draw", mechanism, "--language", language)
                self.assertEqual(xml.dom.minidom.parseString(picture).documentElement.tagName, "svg")
                words = " ".join("".join(node.data for node in text.childNodes if node.nodeType == node.TEXT_NODE)
                                 for text in xml.dom.minidom.parseString(picture).getElementsByTagName("text"))
                self.assertIn(word, " ".join(words.split()) + picture)
        start, known = self.fails(1, "", "law", "draw", "nafta").strip().split("; there are ")
        self.assertEqual(start, 'comity: there is no mechanism "nafta"')
        folders = {path.name for path in self.law.iterdir() if path.is_dir()} - {"calendars"}
        self.assertEqual(set(known.split(", ")), folders)
        self.fails(1, "comity: --language de is not one of en, fr, es\n", "law", "draw", "usmca", "--language", "de")


if __name__ == "__main__":
    unittest.main()
