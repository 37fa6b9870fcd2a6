#!/usr/bin/env python3
"""docs/write-a-mechanism.md, followed to the letter: its files written, its changes made, its commands run, its answers compared.

With --write, the answers in the document are replaced by what the program says; then read the difference."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom

DOCUMENT = pathlib.Path(os.environ["SOURCE"]) / "docs/write-a-mechanism.md"
BLOCK = re.compile(r"^(Write to|Change in|Run)(?: `(\S+)`)?:\n\n```(\w+)\n(.*?)^```$", re.M | re.S)


def change(text, block):
    """In place of the lines after -, those after +."""
    old = "".join(line[1:] + "\n" for line in block.splitlines() if line.startswith("-"))
    new = "".join(line[1:] + "\n" for line in block.splitlines() if line.startswith("+"))
    if text.count(old) != 1:
        raise AssertionError(f"{old!r} stands there {text.count(old)} times")
    return text.replace(old, new)


def answers(block, folder):
    """The block as the program answers it: each command, then what it says."""
    said = ""
    path = f"{pathlib.Path(os.environ['COMITY']).parent}:{os.environ['PATH']}"
    for command in re.findall(r"^\$ (.+)$", block, re.M):
        done = subprocess.run(command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=60)
        said += f"$ {command}\n{done.stdout}{done.stderr}"
    return said


def follow(document, folder):
    """The document with the program's answers."""

    def block(match):
        what, name, language, text = match.groups()
        if what == "Write to":
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(text)
        elif what == "Change in":
            path = folder / name
            path.write_text(change(path.read_text("utf-8"), text), "utf-8")
        else:
            return f"Run:\n\n```{language}\n{answers(text, folder)}```"
        return match.group(0)

    return BLOCK.sub(block, document)


class Afternoon(unittest.TestCase):
    maxDiff = None

    def test_the_document_says_what_the_program_does(self):
        document = DOCUMENT.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            followed = follow(document, pathlib.Path(folder))
            for drawn in ("lake.svg", "lake.es.svg"):
                svg = xml.dom.minidom.parse(str(pathlib.Path(folder) / drawn))
                self.assertEqual(svg.documentElement.tagName, "svg")
        self.assertEqual(followed, document)
        self.assertEqual(len(BLOCK.findall(document)), document.count("\n```") // 2, "a block without what to do with it")
        self.assertGreaterEqual(document.count("nothing wrong\n"), 3)


if __name__ == "__main__":
    if "--write" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            DOCUMENT.write_text(follow(DOCUMENT.read_text("utf-8"), pathlib.Path(folder)), "utf-8")
    else:
        unittest.main()
