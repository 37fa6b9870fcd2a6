"""The record through its whole life, on whichever database."""

import json
import re
import signal
import subprocess
import urllib.request

from program import CEC, PROGRAM, CommandTest, differing, edit_records


class RecordTest(CommandTest):
    Database = None  # named by whoever inherits

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.Database.start()
        cls.addClassCleanup(cls.Database.stop)

    def imported(self, name="store", body=CEC):
        database = self.Database(self.folder / name)
        self.assertEqual(self.succeeds("import", body, *database.place), f"{self.count()} records read, written as journal entry 1\n")
        return database

    def count(self):
        return sum(len(json.loads(path.read_text("utf-8"))) for path in CEC.glob("*.json"))

    def is_sound(self, database, entries=1):
        said = self.succeeds("verify", *database.place)
        self.assertRegex(said, f"^{entries} journal entr(y|ies), {self.count()} records and [0-9]+ search documents looked at\n"
                               "The chain holds and everything agrees with it.\n$")

    def test_an_import_that_says_nothing_new_writes_nothing(self):
        store = self.imported()
        self.assertEqual(self.succeeds("import", CEC, *store.place),
                         f"{self.count()} records read, nothing new; the journal stands at entry 1\n")
        body = self.folder / "body"
        self.succeeds("export", body, *store.place)
        edit_records(body, "submissions.json", lambda records: records[0]["title"].update(en="Molymex 1"))
        self.assertIn("written as journal entry 2\n", self.succeeds("import", body, *store.place))
        self.assertIn("nothing new; the journal stands at entry 2\n", self.succeeds("import", body, *store.place))
        self.is_sound(store, 2)
        said = self.succeeds("docket", "SEM-00-001", "--on", "2001-01-01", *store.place)
        self.assertTrue(said.startswith("SEM-00-001 Molymex 1\n"), said)

    def test_an_export_is_what_was_imported_and_imports_as_the_same(self):
        self.succeeds("export", self.folder / "first", *self.imported().place)
        self.assertEqual(differing(self.folder / "first", CEC), [])
        other = self.imported("other", self.folder / "first")
        self.succeeds("export", self.folder / "second", *other.place)
        self.assertEqual(differing(self.folder / "second", CEC), [])
        self.is_sound(other)

    def test_a_rebuild_gives_the_same_record(self):
        store = self.imported()
        self.is_sound(store)
        self.assertEqual(self.succeeds("rebuild", *store.place), f"1 journal entry replayed, {self.count()} records rebuilt\n")
        self.is_sound(store)
        self.succeeds("export", self.folder / "body", *store.place)
        self.assertEqual(differing(self.folder / "body", CEC), [])

    def test_a_record_that_was_changed_behind_the_journal_is_named_and_restored(self):
        store = self.imported()
        store.tamper("UPDATE submission SET agreement = 'usmca' WHERE id = 'SEM-00-001'")
        self.fails(1, "submission SEM-00-001: differs from what entry 1 wrote\n", "verify", *store.place, whole=False)
        self.succeeds("rebuild", *store.place)
        self.is_sound(store)
        store.tamper("DELETE FROM docket_event WHERE id = 'SEM-21-001/06'")
        self.fails(1, "docket_event SEM-21-001/06: is missing in its table; entry 1 wrote it\n", "verify", *store.place, whole=False)
        self.succeeds("rebuild", *store.place)
        self.is_sound(store)

    def test_the_first_broken_journal_entry_is_named_and_not_rebuilt_from(self):
        store = self.imported()
        body = self.folder / "body"
        self.succeeds("export", body, *store.place)
        for title in ("Molymex 2", "Molymex 3"):
            edit_records(body, "submissions.json", lambda records: records[0]["title"].update(en=title))
            self.succeeds("import", body, *store.place)
        store.tamper("UPDATE comity_journal SET reason = 'another' WHERE sequence >= 2")
        wrong = "journal entry 2: has been altered: its content does not have its hash"
        said = self.fails(1, wrong, "verify", *store.place)
        self.assertIn(wrong, said.splitlines()[1])
        self.assertNotIn("The chain holds", said)
        self.fails(1, "journal entry 2 has been altered: its content does not have its hash; nothing was changed\n", "rebuild",
                   *store.place, whole=False)

    def test_a_database_of_a_newer_program_is_refused(self):
        store = self.imported()
        store.tamper("INSERT INTO comity_migration (number, name, hash) VALUES (99, '0099_tomorrow.sql', 'x')")
        for command in (["verify"], ["rebuild"], ["docket", "SEM-21-001"], ["due"], ["import", CEC], ["export", self.folder / "out"],
                        ["serve", "--listen", "localhost:0"]):
            self.fails(2, "the database was made by a newer program: it has had migration 0099_tomorrow.sql", *command, *store.place)
        self.assertFalse((self.folder / "out").exists())

    def test_it_is_served(self):
        store = self.imported()
        server = subprocess.Popen([PROGRAM, "serve", "--listen", "localhost:0", *map(str, store.place)], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        try:
            said = server.stdout.readline()
            address = re.fullmatch(r"Comity serves 105 submissions on (http://localhost:[0-9]+)\n", said)
            self.assertTrue(address, said)
            with urllib.request.urlopen(address[1] + "/en/submissions.json?on=2021-06-20", timeout=30) as answer:
                listing = json.load(answer)
            with urllib.request.urlopen(address[1] + "/en/submissions.json", timeout=30) as answer:
                self.assertEqual(json.load(answer)["count"], 105)
            self.assertLess(listing["count"], 105)
            with urllib.request.urlopen(address[1] + "/en/submissions/SEM-21-001", timeout=30) as answer:
                page = answer.read().decode("utf-8")
            for words in ("28 June 2021", "26", "27"):
                self.assertIn(words, page)
        finally:
            server.send_signal(signal.SIGTERM)
            rest = server.communicate(timeout=30)[0]
        self.assertEqual((server.returncode, rest.splitlines()[-1]), (0, "Stopped."))

    def fails(self, code, message, *arguments, whole=True, **options):
        return super().fails(code, message if whole else message.rstrip("\n"), *arguments, **options)
