// check_standards.mjs FOLDER: what write_standards wrote of every record of the demonstration body, read by npm's readers of
// these standards and compared with what was meant.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), "utf8");
const meant = JSON.parse(read("citations.json")).flat();
const byId = new Map(meant.map((item) => [item.id, item]));

test("every citation is its own", () => assert.equal(byId.size, meant.length));

const named = (names) => (names ?? []).map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));

test("BibTeX is read as it was meant", () => {
    const items = plugins.input.chain(read("citations.bib"), { generateGraph: false });
    assert.equal(items.length, meant.length);
    for (const item of items) {
        const own = byId.get(item["citation-key"] ?? item.id);
        assert.ok(own, item.id);
        assert.equal(item.title, own.title.replace(/\s+/g, " "), own.id);
        assert.equal(item.URL, own.URL, own.id);
        assert.deepEqual(named(item.author), named(own.author ?? own.organizer), own.id);
        const issued = own.issued ?? own["event-date"];
        if (issued) assert.deepEqual((item.issued ?? item["event-date"])["date-parts"], issued["date-parts"], own.id);
        assert.deepEqual(item.accessed["date-parts"], own.accessed["date-parts"], own.id);
    }
});

test("RIS is read as it was meant", () => {
    const items = plugins.input.chain(read("citations.ris"), { generateGraph: false });
    assert.equal(items.length, meant.length);
    for (const [place, item] of items.entries()) {
        const own = meant[place];
        assert.equal(item.title, own.title.replace(/\s+/g, " "), own.id);
        assert.equal(item.URL, own.URL, own.id);
        const issued = own.issued ?? own["event-date"];
        if (!issued) continue;
        // For some types (laws, reference works) this reader looks at PY only, which is the year.
        const understood = item.issued["date-parts"][0];
        assert.deepEqual(understood, issued["date-parts"][0].slice(0, understood.length), own.id);
    }
});
