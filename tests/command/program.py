"""The program under test, and the body's folder that it reads."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
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

    def serve(self, data=None):
        """Serves a data folder, self.folder/"data" without one, until the test ends."""
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.port = free.getsockname()[1]
        server = subprocess.Popen([PROGRAM, "serve", "--data", data or self.folder / "data", "--listen", f"localhost:{self.port}"], stdout=subprocess.PIPE, text=True)
        self.addCleanup(server.wait)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.terminate)
        self.assertIn(f"http://localhost:{self.port}", server.stdout.readline())

    def ask(self, path):
        """Waits where the server says that this asks too much at once: a crawl is quicker than any reader."""
        answer, body = self.ask_once(path)
        while answer.status == 429:
            time.sleep(int(answer.getheader("Retry-After")))
            answer, body = self.ask_once(path)
        return answer, body

    def ask_once(self, path):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")  # fonts as well
        connection.close()
        return answer, body


def differing(one, other):
    """The names of the files that are not the same in both folders."""
    one, other = files_of(one), files_of(other)
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def edit_records(folder, name, change):
    path = Path(folder) / name
    records = json.loads(path.read_text("utf-8"))
    change(records)
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1), "utf-8")
