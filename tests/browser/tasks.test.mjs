// What visitors come for, in each language, with and without script: from the home page to the answer. The last page of each is kept as
// a picture in out/.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LANGUAGES, LIST } from "./names.mjs";
import { inLanguages, found, open, picture, server } from "./site.mjs";

// Follows a link or sends a form, and waits for the page that comes. By keyboard: to click, Playwright waits for frames that Chromium does
// not draw of a page without script that stands still.
async function press(page, target) {
  const before = page.url();
  // On a phone the sections are behind a button.
  if (!(await target.isVisible()) && (await target.evaluate((e) => !!e.closest("#sections")))) await page.locator("button[popovertarget=sections]").first().press("Enter");
  await target.press("Enter");
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState();
}

// From the home page to a list by the links that are there: the navigation, or the open data that lists every list.
async function toList(page, address) {
  const link = page.locator(`a[href="${address}"]`).first();
  if ((await link.count()) === 0) await press(page, page.locator(`footer a[href="${(await inLanguages("/en/data"))[await page.getAttribute("html", "lang")]}"]`));
  await press(page, page.locator(`a[href="${address}"]`).first());
}

// Looks for words in the list that is open, and goes to the record.
async function findInList(page, words, id) {
  await page.fill("main form[role=search] input[type=search]", words);
  await press(page, page.locator("main form[role=search] button.main"));
  await press(page, page.locator(`main table.ledger tbody th a[href$="/${id}"]`).first());
}

// What an address that the page offers gives: {type, body}.
async function got(page, link) {
  const href = await link.getAttribute("href");
  const answer = await fetch(new URL(href, server.url));
  assert.equal(answer.status, 200, href);
  return { type: answer.headers.get("content-type"), body: await answer.text() };
}

const TASKS = {
  "learns how to file, and when the submission will be judged": async (page, language) => {
    await toList(page, LIST[language]);
    await press(page, page.locator(`main a[href="${(await inLanguages("/en/submissions/how-to-file"))[language]}"]`).first());
    assert.match(await page.innerText("main"), /24\.27/, "the Article that says what it must hold");
    await press(page, page.locator(`main a[href^="${(await inLanguages("/en/process/usmca"))[language]}"]`).first());
    assert.match(await page.innerText("main"), /\b30\b[\s\S]*\b60\b/, "the limits of the steps");
  },
  "finds a submission and when the response was due": async (page, language) => {
    await toList(page, LIST[language]);
    await findInList(page, "SEM-21-001", "SEM-21-001");
    const clock = page.locator("#clock-response");
    await clock.locator("summary").press("Enter");
    assert.match(await clock.locator("summary").innerText(), /28.*2021/);
    assert.ok(await clock.locator("dl.proof").isVisible());
  },
  "sees who must act next": async (page) => {
    await press(page, page.locator("section[aria-labelledby=open] table.ledger tbody th a").first());
    assert.match(await page.locator("dl.standing > div").nth(1).innerText(), /\S+\s+\S+/);
  },
  "finds a publication by its topic and cites it": async (page, language) => {
    await toList(page, (await inLanguages("/en/publications"))[language]);
    if (await page.locator("button.opens-filters").isVisible()) await page.locator("button.opens-filters").press("Enter");
    const choice = page.locator("#filters input[name=topic]").first();
    const said = parseInt(await choice.locator("xpath=..").locator(".count").textContent(), 10);
    await choice.press("Space");
    await press(page, page.locator("#filters button.main"));
    assert.equal((await found(page)).said, said);
    await press(page, page.locator("main table.ledger tbody th a").first());
    assert.ok(await page.locator("section[aria-labelledby=cite] blockquote").isVisible());
    const citation = await got(page, page.locator("section[aria-labelledby=cite] a[href$='.ris']"));
    assert.match(citation.body, /^TY  - /);
  },
  "finds a decision and the project that it led to": async (page, language) => {
    await toList(page, (await inLanguages("/en/decisions"))[language]);
    await findInList(page, "automotive", "council-resolution-06-06");
    const project = page.locator(`main a[href^="${(await inLanguages("/en/projects"))[language]}/"]`).first();
    const name = await project.innerText();
    await press(page, project);
    assert.equal(await page.innerText("h1"), name);
  },
  "reads the budget of a year": async (page, language) => {
    await toList(page, (await inLanguages("/en/budgets"))[language]);
    await press(page, page.locator("main table.ledger tr", { hasText: "2017" }).locator("th a").first());
    assert.match(await page.innerText("main"), /9.000.000/);
  },
  "sees a grant on the map": async (page, language) => {
    await toList(page, (await inLanguages("/en/grants"))[language]);
    const map = (await inLanguages("/en/map"))[language];
    await press(page, page.locator(`main a[href^="${map}?"]`).first());
    assert.ok((await page.locator("#map svg .spot:visible").count()) > 0);
    await press(page, page.locator(`main table a[href^="${(await inLanguages("/en/grants"))[language]}/"]`).first());
    assert.ok(await page.locator("h1").isVisible());
  },
  "puts a meeting in their own calendar": async (page, language) => {
    await toList(page, (await inLanguages("/en/meetings"))[language]);
    await press(page, page.locator(`main a[href="${(await inLanguages("/en/meetings/calendar"))[language]}"]`).first());
    await press(page, page.locator(`main a[href^="${(await inLanguages("/en/meetings"))[language]}/"]`, { hasNot: page.locator("nav") }).last());
    const calendar = await got(page, page.locator("main a[href$='.ics']").first());
    assert.match(calendar.type, /^text\/calendar/);
    assert.match(calendar.body, /BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:\d{8}/);
  },
  "looks up where an instrument stands for a Party": async (page, language) => {
    await toList(page, (await inLanguages("/en/instruments"))[language]);
    await findInList(page, "Minamata", "minamata-convention");
    const row = page.locator("main tr", { has: page.locator("th", { hasText: /Canad[aá]/ }) });
    assert.ok(await row.locator("time[datetime='2017-04-07']").first().isVisible(), "Canada ratified it on this day");
  },
  "searches for océans, whatever the language": async (page) => {
    const counts = [];
    const home = page.url();
    for (const words of ["oceans", "océans", "océanos"]) {
      await page.goto(home);
      await page.fill("form.seek input[type=search], form[role=search] input[type=search]", words);
      await page.locator("form.seek button, form[role=search] button").first().press("Enter");
      await page.waitForURL((url) => url.searchParams.get("q") === words);
      await page.locator("ol.results li").first().waitFor();
      counts.push((await page.innerText("#results h2")).match(/\d+/)[0]);
    }
    assert.equal(new Set(counts).size, 1, `they find ${counts}`);
    assert.ok(parseInt(counts[0], 10) > 5);
  },
  "takes the data of a list away": async (page, language) => {
    await press(page, page.locator(`footer a[href="${(await inLanguages("/en/data"))[language]}"]`).first());
    const table = await got(page, page.locator(`main a[href="${LIST[language]}.csv"]`).first());
    assert.match(table.type, /^text\/csv/);
    assert.equal(table.body.trim().split("\r\n").length, 106);
  },
};

describe("a visitor", { concurrency: 2 }, () => {
  for (const [at, [task, walk]] of Object.entries(TASKS).entries())
    for (const language of Object.keys(LANGUAGES))
      for (const script of [true, false])
        it(`${task}, in ${language} ${script ? "with" : "without"} script`, async () => {
          const { page, close } = await open(`/${language}`, { script, width: script ? 1440 : 360 });
          await walk(page, language);
          assert.equal(await page.getAttribute("html", "lang"), language);
          assert.deepEqual(page.faults, []);
          await picture(page, `task-${String(at + 1).padStart(2, "0")}-${language}-${script ? "script" : "plain"}`);
          await close();
        });
});
