"""The program under test, and the body's folder that it reads."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["COMITY"]
SOURCE = Path(os.environ["SOURCE"])
CEC = SOURCE / "data/bodies/cec"
LAW = SOURCE / "data/law"


def comity(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options)


def files_of(folder):
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


class CommandTest(unittest.TestCase):
    """Each test has a passing folder."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="comity-command-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def succeeds(self, *arguments, **options):
        done = comity(*arguments, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def fails(self, code, message, *arguments, **options):
        """The whole message is expected where `message` ends with a line feed, else a part of it."""
        done = comity(*arguments, **options)
        self.assertEqual(done.returncode, code, (arguments, done.stdout, done.stderr))
        said = done.stderr + done.stdout
        if message.endswith("\n"):
            self.assertEqual(said, message)
        else:
            self.assertIn(message, said)
        return said


def differing(one, other):
    """The names of the files that are not the same in both folders."""
    one, other = files_of(one), files_of(other)
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def edit_records(folder, name, change):
    path = Path(folder) / name
    records = json.loads(path.read_text("utf-8"))
    change(records)
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), "utf-8")
