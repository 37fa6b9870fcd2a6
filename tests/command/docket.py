#!/usr/bin/env python3
"""The questions that the docket answers on the command line: docket and due."""

import json
import unittest

from program import CEC, CommandTest, comity

CLOCK_KEYS = {"step", "actor", "opened_by", "provision", "limit", "skipped", "due", "met_by", "state", "days_late", "rule"}
STATES = {"open", "met", "late", "met-late", "past-target", "superseded", "elapsed", "untimed"}


class Docket(CommandTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        import shutil
        import tempfile

        cls.data = tempfile.mkdtemp(prefix="comity-command-")
        cls.addClassCleanup(shutil.rmtree, cls.data)
        done = comity("import", CEC, "--data", cls.data)
        assert done.returncode == 0, done.stderr

    def ask(self, *arguments):
        return json.loads(self.succeeds(*arguments, "--json", "--data", self.data))

    def check_clock(self, clock):
        self.assertLessEqual(CLOCK_KEYS, set(clock))
        self.assertIn(clock["state"], STATES)
        for moment in (clock["opened_by"], clock["met_by"]):
            if moment is not None:
                self.assertLessEqual({"type", "date"}, set(moment))
        if clock["limit"] is not None:
            self.assertLessEqual({"number", "unit", "strength"}, set(clock["limit"]))
            self.assertLessEqual({"version", "in_force_from", "confidence"}, set(clock["rule"]))
        for day in clock["skipped"]:
            self.assertTrue(day["date"] and day["why"], day)

    def test_the_response_in_sem_21_001_rolls_over_a_weekend_and_is_met_on_the_day(self):
        case = self.ask("docket", "SEM-21-001", "--on", "2022-01-01")
        (clock,) = [clock for clock in case["clocks"] if clock["step"] == "response"]
        self.check_clock(clock)
        self.assertEqual(clock["due"], "2021-06-28")
        self.assertEqual([(day["date"], day["why"]) for day in clock["skipped"]],
                         [("2021-06-26", "Weekend"), ("2021-06-27", "Weekend")])
        self.assertEqual((clock["state"], clock["days_late"]), ("met", 0))
        self.assertEqual((clock["met_by"]["type"], clock["met_by"]["date"]), ("response_received", "2021-06-28"))
        self.assertEqual((clock["opened_by"]["type"], clock["opened_by"]["date"]), ("response_requested", "2021-04-27"))
        self.assertEqual([clock["limit"][key] for key in ("number", "unit", "strength")], [60, "calendar", "hard"])
        self.assertEqual([clock["rule"][key] for key in ("version", "in_force_from", "confidence")],
                         ["usmca-treaty", "2020-07-01", "derived"])
        self.assertEqual((clock["actor"], clock["provision"]), ("party", "USMCA 24.27(4)"))

    def test_the_day_decides_what_is_seen(self):
        case = self.ask("docket", "SEM-21-001", "--on", "2021-06-20")
        self.assertEqual((case["status"], case["stage"], case["turn"]), ("open", "response", "CAN"))
        self.assertEqual([event["date"] for event in case["events"]][-1], "2021-04-27")
        (clock,) = [clock for clock in case["clocks"] if clock["step"] == "response"]
        self.assertEqual((clock["state"], clock["met_by"], clock["days_late"]), ("open", None, -8))

    def test_every_case_has_whole_clocks_that_name_their_events(self):
        with open(CEC / "submissions.json", encoding="utf-8") as file:
            ids = [submission["id"] for submission in json.load(file)]
        self.assertEqual(len(ids), 105)
        for id in [*ids[::6], "SEM-20-001"]:
            case = self.ask("docket", id, "--on", "2024-06-01")
            events = {event["event"]: event for event in case["events"]}
            for clock in case["clocks"]:
                self.check_clock(clock)
                for moment in (clock["opened_by"], clock["met_by"]):
                    if moment and moment["event"] is not None:
                        self.assertEqual(events[moment["event"]]["type"], moment["type"], id)

    def test_the_text_reads_well(self):
        text = self.succeeds("docket", "SEM-21-001", "--on", "2021-12-01", "--data", self.data)
        for line in ("SEM-21-001 Fairview Terminal\nClosed on Wednesday 1 December 2021\n",
                     "  Response of the Party (CAN)\n",
                     "    rule        60 calendar days, hard, rolls on to a working day\n",
                     "    version     usmca-treaty, in force from 2020-07-01; chosen by the day of filing\n",
                     "    counted     from Tuesday 27 April 2021, calendar secretariat-montreal\n",
                     "    skipped     Weekend: Sat 26 Jun 2021, Sun 27 Jun 2021\n",
                     "    due         Monday 28 June 2021\n",
                     "    state       met on the due date\n"):
            self.assertIn(line, text)

    def test_the_text_says_what_is_not_known(self):
        text = self.succeeds("docket", "SEM-20-001", "--on", "2024-12-01", "--data", self.data)
        self.assertIn("    opened by   not on the record\n", text)
        self.assertIn("    missing     the event that opened it is not on the record\n", text)
        self.assertIn("    state       met-late, 49 days late; the date fits no rule: unexplained\n", text)
        self.assertIn("    rule        promptly, no time limit\n", text)

    def test_what_is_due_comes_by_its_due_date(self):
        answer = self.ask("due", "--on", "2021-06-20")
        self.assertEqual((answer["on"], answer["count"]), ("2021-06-20", len(answer["due"])))
        dues = [duty["clock"]["due"] for duty in answer["due"] if duty["clock"]["due"]]
        self.assertEqual(dues, sorted(dues))
        (fairview,) = [duty for duty in answer["due"] if duty["id"] == "SEM-21-001"]
        self.assertEqual((fairview["turn"], fairview["days_left"], fairview["clock"]["due"]), ("CAN", 8, "2021-06-28"))
        for duty in answer["due"]:
            self.check_clock(duty["clock"])

    def test_due_within_days_and_of_a_party(self):
        everything = self.ask("due", "--on", "2021-06-20")["due"]
        soon = self.ask("due", "--on", "2021-06-20", "--within", "8")["due"]
        self.assertEqual(soon, [duty for duty in everything if duty["days_left"] is not None and duty["days_left"] <= 8])
        self.assertIn("SEM-21-001", [duty["id"] for duty in soon])
        self.assertNotIn("SEM-21-001", [duty["id"] for duty in self.ask("due", "--on", "2021-06-20", "--within", "7")["due"]])
        for party in ("CAN", "MEX", "USA"):
            of_party = self.ask("due", "--on", "2021-06-20", "--party", party)["due"]
            self.assertEqual(of_party, [duty for duty in everything if party in duty["parties"]])

    def test_nothing_was_due_before_the_first_filing(self):
        self.assertEqual(self.ask("due", "--on", "1994-06-01")["due"], [])
        self.assertEqual(self.succeeds("due", "--on", "1994-06-01", "--data", self.data), "Nothing is due.\n")

    def test_the_day_of_knowledge_is_one_of_the_record(self):
        import datetime
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        case = self.ask("docket", "SEM-21-001", "--on", "2022-01-01", "--known", today)
        now = self.ask("docket", "SEM-21-001", "--on", "2022-01-01")
        self.assertEqual(case.pop("known"), today)
        self.assertEqual(case, now)
        self.assertEqual(self.ask("due", "--on", "2021-06-20", "--known", today)["due"],
                         self.ask("due", "--on", "2021-06-20")["due"])
        for command in (("docket", "SEM-21-001"), ("due",)):
            done = comity(*command, "--known", "2020-01-01", "--data", self.data)
            self.assertEqual(done.returncode, 1)
            self.assertIn("nothing was on the record by the end of 2020-01-01", done.stderr)
            done = comity(*command, "--known", "2999-01-01", "--data", self.data)
            self.assertEqual(done.returncode, 1)
            self.assertIn("still to come", done.stderr)

    def test_wrong_questions_are_told(self):
        data = ("--data", self.data)
        self.fails(1, 'comity: there is no submission "SEM-99-999"; ids look like SEM-21-001\n', "docket", "SEM-99-999", *data)
        self.fails(1, "comity: SEM-21-001 had not been filed on 2021-02-01\n", "docket", "SEM-21-001", "--on", "2021-02-01", *data)
        for day in ("2021-13-01", "2021-02-30", "2021-06", "tomorrow", "20210620"):
            self.fails(2, f'comity: --on "{day}" ', "due", "--on", day, *data)
        self.fails(2, "comity: --on 1066-10-14 is outside the days that the calendars know, 1980-01-01 to ", "due", "--on",
                   "1066-10-14", *data)
        self.fails(2, 'comity: --party "FRA" is no Party of the body; write one of: CAN, MEX, USA\n', "due", "--party", "FRA", *data)
        for days in ("-1", "x", "99999999999999999999"):
            self.fails(2, "--within: ", "due", "--within", days, *data)
        self.fails(2, "--frob", "docket", "SEM-21-001", "--frob", *data)
        self.fails(2, "id is required", "docket", *data)
        self.fails(2, "frob", "frob")
        self.fails(2, "Usage: comity")
        nowhere = self.folder / "nowhere"
        for command in (["docket", "SEM-21-001"], ["due"], ["verify"], ["rebuild"], ["export", self.folder / "out"], ["serve"]):
            self.fails(2, f"comity: {nowhere} holds no record; import one first: comity import data/bodies/cec --data {nowhere}\n",
                       *command, "--data", nowhere)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
