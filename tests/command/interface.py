#!/usr/bin/env python3
"""The reference of the interface: every example on it can be followed, in each language."""

import html
import re
import unittest
import urllib.parse

from program import SOURCE, CommandTest


class Interface(CommandTest):
    def test_every_example_of_the_reference_works(self):
        self.succeeds("import", SOURCE / "data/bodies/cec", "--data", self.folder / "data")
        self.serve()
        for path in ("/en/api", "/fr/api", "/es/api"):
            answer, page = self.ask(path)
            self.assertEqual(answer.status, 200, path)
            links = {html.unescape(link) for link in re.findall(r'href="(/[^"]*)"', page)}
            self.assertGreater(len(links), 300)
            for link in sorted(links):
                answer, body = self.ask(urllib.parse.quote(link, safe="/?=&%+,:@~"))
                self.assertLess(answer.status, 400, f"{path}: {link}\n{body[:300]}")
        self.assertEqual(self.ask("/en/api?x=1")[0].status, 400)


if __name__ == "__main__":
    unittest.main()
