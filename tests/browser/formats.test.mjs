// What the site gives to machines, as readers made by others understand it: every list, and of the records every kind.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import geojsonhint from "@mapbox/geojsonhint";
import { createConfig, lint } from "@redocly/openapi-core";
import ICAL from "ical.js";
import { none } from "./checks.mjs";
import { crawled, out, routes } from "./site.mjs";

const OF_EACH = 12;  // answers of one route that are read

const answered = [...(await crawled()).values()].filter((entry) => entry.status === 200);
const { fits } = await routes();

// The answers of a media type: of each route some, from its first to its last.
function some(type) {
  const by = {};
  for (const entry of answered.filter((each) => each.type === type)) {
    (by[fits(entry.address)?.path] ??= []).push(entry);
  }
  return Object.values(by).flatMap((all) => all.filter((_, at) => at % Math.ceil(all.length / OF_EACH) === 0));
}

test("the interface's description is as Redocly wants it", async () => {
  const file = `${out}openapi.json`;
  writeFileSync(file, answered.find((entry) => entry.address === "/openapi.json").body);
  const config = await createConfig({ extends: ["recommended"], rules: { "no-server-example.com": "off" } });
  const said = await lint({ ref: file, config });
  none(said.filter(({ severity }) => severity === "error").map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0].pointer}`));
});

test("every map is GeoJSON to geojsonhint", () => {
  const maps = answered.filter((entry) => entry.type === "application/geo+json");
  assert.ok(maps.length >= 3, `${maps.length} maps`);
  none(maps.flatMap(({ address, body }) => geojsonhint.hint(String(body)).map(({ message, line }) => `${address}: line ${line}: ${message}`)));
});

test("every calendar is one to ical.js, and says when", () => {
  const calendars = answered.filter((entry) => entry.type === "text/calendar");
  assert.ok(calendars.length >= 100, `${calendars.length} calendars`);
  none(
    calendars.flatMap(({ address, body }) => {
      try {
        const calendar = new ICAL.Component(ICAL.parse(String(body)));
        const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
        return events.filter((event) => !event.uid || !event.summary || !event.startDate?.toJSDate().getTime()).map((event) => `${address}: ${event.uid} at ${event.startDate}`);
      } catch (error) {
        return [`${address}: ${error.message}`];
      }
    }),
  );
});

test("feeds, calendars, tables, linked data and citations are what Python's readers take", () => {
  const folder = `${out}answers/`;
  mkdirSync(folder, { recursive: true });
  const index = [];
  const give = (address, type, body) => {
    const file = `${folder}${index.length}`;
    writeFileSync(file, body);
    index.push({ address, type, file });
  };
  for (const type of ["application/atom+xml", "text/calendar", "application/ld+json", "text/turtle", "application/geo+json", "text/csv", "application/vnd.citationstyles.csl+json"])
    for (const { address, body } of some(type)) give(address, type, body);
  for (const { address, page } of some("text/html")) for (const data of page.data) give(address, "application/ld+json", data);
  writeFileSync(`${out}answers.json`, JSON.stringify(index));
  // Debian's own Python, for which the readers are installed.
  const done = spawnSync("/usr/bin/python3", [fileURLToPath(new URL("read_answers.py", import.meta.url)), `${out}answers.json`], { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(done.status, 0, done.stderr);
  const answers = JSON.parse(done.stdout);
  console.log(`# read: ${Object.entries(answers).map(([type, { read }]) => `${read} ${type}`).join(", ")}`);
  none(Object.values(answers).flatMap(({ faults }) => faults));
});
