#!/usr/bin/env python3
"""Bad input through import: the exit code is 1, the message says what, where and what would be right, the store is as it was."""

import shutil
import unittest

from program import CEC, CommandTest, edit_records


class BadInput(CommandTest):
    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.body = self.folder / "cec"
        shutil.copytree(CEC, self.body)
        self.succeeds("import", CEC, "--data", self.data)

    def is_refused(self, *parts):
        """Every part stands in the message, and nothing was written."""
        said = self.fails(1, "nothing was changed\n"[:-1], "import", self.body, "--data", self.data)
        for part in parts:
            self.assertIn(part, said)
        self.assertIn(" records read, nothing new; the journal stands at entry 1", self.succeeds("import", CEC, "--data", self.data))
        self.assertIn("The chain holds", self.succeeds("verify", "--data", self.data))
        return said

    def with_submissions(self, change):
        edit_records(self.body, "submissions.json", change)
        return f"{self.body}/submissions.json:"

    def with_text(self, text):
        (self.body / "submissions.json").write_bytes(text)
        return f"{self.body}/submissions.json"

    def test_broken_json(self):
        place = self.with_text(b'[\n  {"id": "SEM-21-001",\n   "title": }\n]\n')
        self.is_refused(place + ":3", "write JSON in UTF-8: a list of records")

    def test_a_wrong_date(self):
        edit_records(self.body, "docket-events.json", lambda records: records[1].update(date="2000-02-30"))
        self.is_refused(f"{self.body}/docket-events.json:", "SEM-00-001/02, date: ", "2000-02-30", "is not a day of the calendar; write a date such as 2013-05-24, 2013-05 or 2013")

    def test_an_unknown_reference(self):
        edit_records(self.body, "docket-events.json", lambda records: records[1].update(submission="SEM-00-0O1"))
        self.is_refused("docket-events.json:", "SEM-00-001/02, submission: ", 'no submission is called "SEM-00-0O1"',
                        'did you mean "SEM-00-001"?')

    def test_a_duplicate_id(self):
        self.is_refused(self.with_submissions(lambda records: records.append(dict(records[0]))), "SEM-00-001, id: is there already, in ",
                        "give each record an id of its own")

    def test_an_unknown_code(self):
        self.is_refused(self.with_submissions(lambda records: records[0].update(agreement="nafta")), "SEM-00-001, agreement: ",
                        '"nafta" is no mechanism of the law; one of: ')

    def test_an_unknown_key(self):
        self.is_refused(self.with_submissions(lambda records: records[0].update(titel="x")), "SEM-00-001, titel: ", 'title')

    def test_a_missing_field(self):
        self.is_refused(self.with_submissions(lambda records: records[0].pop("title")), "SEM-00-001, title: ")

    def test_a_key_given_twice(self):
        place = self.with_text(b'[{"id": "SEM-21-001", "id": "SEM-21-002"}]')
        self.is_refused(place + ":1, id: is there twice in one object; give it once")

    def test_ten_megabytes_of_nesting(self):
        for opening in (b"[", b'{"a":'):
            self.is_refused(self.with_text(opening * (10_000_000 // len(opening))) + ":1", "deep")

    def test_invalid_utf_8(self):
        self.is_refused(self.with_text(b'[\n{"id": "SEM-21-001", "title": {"en": "\xff\xfe"}}]') + ":2", "UTF-8")

    def test_no_list_and_no_object(self):
        self.is_refused(self.with_text(b"{}"), "is not a list of records")
        self.is_refused(self.with_text(b"[7]"), "submissions.json:1")

    def test_a_file_that_no_body_has(self):
        (self.body / "submission.json").write_text("[]")
        self.is_refused(f"{self.body}/submission.json: is no file of a body's folder", 'did you mean "submissions.json"?')

    def test_an_empty_folder_and_none(self):
        shutil.rmtree(self.body)
        self.is_refused(f"{self.body}: can't be read: No such file or directory; name a folder with a body's files")
        self.body.mkdir()
        self.is_refused(f"{self.body}: has no records; name a folder with files such as submissions.json")

    def test_every_fault_is_told_at_once(self):
        def spoil(records):
            records[0]["agreement"] = 7
            records[1]["title"] = 7
            records[2]["parties"] = ["FRA"]

        self.with_submissions(spoil)
        said = self.is_refused("SEM-00-001, agreement", "SEM-00-002, title", "SEM-00-003, parties.[0]")
        self.assertIn("3 faults; nothing was changed", said)

    def test_a_first_import_that_fails_leaves_no_record_behind(self):
        self.with_text(b"[")
        self.fails(1, "nothing was changed", "import", self.body, "--data", self.folder / "other")
        self.assertFalse((self.folder / "other").exists())


if __name__ == "__main__":
    unittest.main()
