// The public docket as its readers meet it: in three languages, at three widths, light and dark, without script, by keyboard.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { axeViolations, openAll, sideways, vnuErrors } from "./checks.mjs";
import { startServer } from "./server.mjs";

const WIDTHS = [360, 768, 1440];
const LANGUAGES = { en: "English", fr: "Français", es: "Español" };
const LIST = { en: "/en/submissions", fr: "/fr/communications", es: "/es/peticiones" };
const CASE = "SEM-21-001";
const out = fileURLToPath(new URL("out/", import.meta.url));

let server, browser;

before(async () => {
  mkdirSync(out, { recursive: true });
  server = await startServer();
  // Root, as in a container, may not use Chromium's sandbox; what is opened here is our own.
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(path, { width = 1440, scheme = "light", script = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script, baseURL: server.url });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("request", (r) => r.url().startsWith(server.url) || r.url().startsWith("data:") || page.faults.push(`asks elsewhere: ${r.url()}`));
  page.on("response", (r) => r.status() >= 400 && r.request().resourceType() !== "document" && page.faults.push(`${r.status()}: ${r.url()}`));
  const answer = await page.goto(path);
  return { page, answer, close: () => context.close() };
}

// The page's own address in another language, as it tells search engines.
async function inLanguages(path) {
  const { page, close } = await open(path);
  const alternates = await page.$$eval("link[rel=alternate][hreflang]", (links) => links.map((l) => [l.hreflang, new URL(l.href).pathname]));
  await close();
  return Object.fromEntries(alternates.filter(([language]) => language in LANGUAGES));
}

// The first link on a page whose path matches.
async function linked(path, pattern) {
  const { page, close } = await open(path);
  const found = (await page.$$eval("a[href]", (links) => links.map((a) => new URL(a.href).pathname))).find((p) => pattern.test(p));
  await close();
  assert.ok(found, `${path} links to nothing like ${pattern}`);
  return found;
}

// {name: {en, fr, es}} of the pages that are looked at closely.
const pages = {
  home: async () => ({ en: "/en", fr: "/fr", es: "/es" }),
  about: async () => inLanguages("/en/about"),
  work: async () => inLanguages("/en/work"),
  library: async () => inLanguages("/en/library"),
  council: async () => inLanguages("/en/council"),
  list: async () => LIST,
  case: () => inLanguages(`${LIST.en}/${CASE}`),
  clock: () => inLanguages(`${LIST.en}/${CASE}/clocks/response`),
  clocks: () => inLanguages(`${LIST.en}/SEM-13-001/clocks/review`),
  processes: async () => inLanguages(await linked(LIST.en, /^\/en\/process$/)),
  how_to_file: async () => inLanguages(await linked(LIST.en, /how-to-file$/)),
  calendar: async () => inLanguages(await linked("/en/meetings", /\/calendar$/)),
  meeting: async () => inLanguages("/en/meetings/council-23"),
  decision: async () => inLanguages("/en/decisions/council-resolution-15-02"),
  consultations: async () => inLanguages(await linked("/en/news", /\/consultations$/)),
  feeds: async () => inLanguages(await linked("/en/data", /\/feeds$/)),
  process: async () => inLanguages(await linked(await linked(LIST.en, /^\/en\/process$/), /^\/en\/process\/./)),
  performance: async () => inLanguages(await linked(LIST.en, /^\/en\/performance$/)),
  replay: async () => inLanguages("/en/process/naaec/replay"),
  compare: async () => inLanguages(await linked("/en/process/naaec", /\/compare$/)),
  record: async () => inLanguages(await linked(LIST.en, /^\/en\/record$/)),
  translations: async () => inLanguages(await linked("/en/record", /^\/en\/translations$/)),
  vocabulary: async () => inLanguages(await linked(LIST.en, /^\/en\/vocabulary$/)),
  calculator: async () => inLanguages(await linked(LIST.en, /^\/en\/calculator$/)),
  error: async () => Object.fromEntries(Object.entries(LIST).map(([language, path]) => [language, `${path}/SEM-99-999`])),
};

for (const name of Object.keys(pages)) {
  for (const language of Object.keys(LANGUAGES)) {
    test(`${name} in ${language}: axe finds nothing, nothing sticks out, at every width, light and dark`, async () => {
      const path = (await pages[name]())[language];
      assert.ok(path, `the ${name} page names no address in ${language}`);
      const { page, answer, close } = await open(path);
      assert.equal(answer.status(), name === "error" ? 404 : 200, path);
      assert.equal(await page.getAttribute("html", "lang"), language, path);
      assert.equal(await page.locator("h1").count(), 1, `${path}: one h1`);
      for (const pass of ["screenshots", "checks"]) {
        if (pass === "checks") await openAll(page);
        for (const width of WIDTHS)
          for (const scheme of ["light", "dark"]) {
            const where = `${path} at ${width} px, ${scheme}`;
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme: scheme });
            if (pass === "screenshots") {
              await page.screenshot({ timeout: 30000, path: `${out}${name}-${language}-${width}-${scheme}.png`, fullPage: true });
              continue;
            }
            assert.deepEqual(await sideways(page), [], where);
            assert.deepEqual(await axeViolations(page), [], where);
          }
      }
      assert.deepEqual(page.faults, [], path);
      await close();
    });
  }
}

test("vnu finds no error in any of them", async () => {
  const files = [];
  for (const [name, paths] of Object.entries(pages))
    for (const [language, path] of Object.entries(await paths())) {
      const file = `${out}${name}-${language}.html`;
      writeFileSync(file, await (await fetch(server.url + path)).text());
      files.push(file);
    }
  assert.equal(files.length, 3 * Object.keys(pages).length);
  assert.deepEqual(vnuErrors(files), {});
});

test("dark is dark and light is light", async () => {
  const paper = async (scheme) => {
    const { page, close } = await open(LIST.en, { scheme });
    const colour = await page.evaluate(() => {
      const shown = [document.body, document.documentElement].map((e) => getComputedStyle(e).backgroundColor).find((c) => !c.endsWith(", 0)"));
      const pixel = document.createElement("canvas").getContext("2d");
      pixel.fillStyle = shown ?? "white";
      pixel.fillRect(0, 0, 1, 1);
      return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
    });
    await close();
    return Math.max(...colour);
  };
  assert.ok((await paper("light")) > 200, "light paper is light");
  assert.ok((await paper("dark")) < 80, "dark paper is dark");
});

test("the registry has 105 submissions, on the page and for machines", async () => {
  const list = await (await fetch(`${server.url}${LIST.en}.json`)).json();
  assert.equal(list.total ?? list.count, 105);
  const { page, close } = await open(LIST.en);
  assert.match(await page.textContent("main"), /\b105\b/);
  await close();
});

test("SEM-21-001 proves that the response was due on 28 June 2021", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}`);
  const clock = page.locator("details.clock", { has: page.locator("summary", { hasText: "due 28 Jun 2021" }) });
  await clock.locator("summary").click();
  const proof = await clock.innerText();
  assert.match(proof, /Saturday,? 26 June/);
  assert.match(proof, /Sunday,? 27 June/);
  await close();
});

test("a clock's proof on a page of its own says what its plain text says, in each language", async () => {
  for (const [language, path] of Object.entries(await inLanguages(`${LIST.en}/${CASE}/clocks/response`))) {
    const { page, close } = await open(path, { script: false });
    const terms = await page.locator("dl.proof dt").allInnerTexts();
    const plain = await (await fetch(`${server.url}${path}.txt`)).text();
    assert.deepEqual([...plain.matchAll(/^\d+\. (.+)$/gm)].map((match) => match[1]), terms, `${path}: the same entries`);
    const flat = (text) => text.replaceAll(/[\s\u00a0]+/g, " ");
    const said = flat(plain);
    for (const sentence of await page.locator("dl.proof dd li, dl.proof dd p.result").allInnerTexts())
      assert.ok(said.includes(flat(sentence).trim()), `${path} (${language}): ${sentence}`);
    await close();
  }
});

test("a case leads to each clock's own page, and that leads back to the clock", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}?on=2021-06-20`);
  await page.locator("#clock-response summary").click();
  await page.locator("#clock-response > p a", { hasText: "page of its own" }).click();
  await page.waitForURL((url) => url.pathname.endsWith(`${CASE}/clocks/response`));
  assert.match(await page.textContent("main"), /8 days left/);
  await page.locator("main a[href*='#clock-response']").click();
  await page.waitForURL((url) => url.hash === "#clock-response" && url.searchParams.get("on") === "2021-06-20");
  await close();
});

test("a clock's page prints whole: proof and address, without the site's furniture", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}/clocks/response`, { width: 718 });
  await page.emulateMedia({ media: "print" });
  const path = `${out}clock-print.png`;
  await page.screenshot({ timeout: 30000, path, fullPage: true });
  assert.ok(await page.locator("dl.proof .count-table").isVisible());
  assert.ok(await page.locator("form.seek").isHidden());
  assert.match(await page.innerText("main"), /To be read again at http\S+\/clocks\/response/);
  assert.ok((await page.pdf({ path: `${out}clock.pdf`, format: "A4" })).length > 10_000);
  await close();
});

test("without script two versions of the rules are chosen and compared, on a phone too", async () => {
  const { page, close } = await open("/en/process/naaec/compare", { script: false, width: 360 });
  await page.selectOption("#from", "NAAEC@guidelines-1999");
  await page.selectOption("#to", "NAAEC@guidelines-2012");
  await page.locator("form.compare button.main").click();
  await page.waitForURL((url) => url.searchParams.get("from") === "NAAEC@guidelines-1999");
  const row = page.locator("section[aria-labelledby=step-revision] tbody tr", { hasText: "Time limit" });
  assert.match(await row.innerText(), /30 days[\s\S]*60 working days/);
  assert.deepEqual(await sideways(page), []);
  const plain = await (await fetch(`${server.url}/en/process/naaec/compare.txt?from=NAAEC@1999&to=NAAEC@2012`)).text();
  for (const title of await page.locator("table.compared tbody th").allInnerTexts()) assert.ok(plain.includes(title), title);
  await close();
});

// How many submissions the list says it found, and how many rows it shows.
async function found(page) {
  return { said: parseInt(await page.textContent("#results"), 10), rows: await page.locator("main table.ledger tbody tr").count() };
}

// Without script Chromium draws no further frames of a page that stands still, which Playwright would wait for before it clicks.
const still = { force: true };

test("without script the list is read and filtered", async () => {
  const { page, close } = await open(LIST.en, { script: false });
  assert.equal((await found(page)).said, 105);
  const choice = page.locator("#filters input[type=checkbox][name=party][value=CAN]");
  const count = parseInt(await choice.locator("xpath=..").locator(".count").textContent(), 10);
  await choice.check();
  await page.locator("#filters button.main").click();
  await page.waitForURL((url) => url.searchParams.get("party") === "CAN");
  const { said, rows } = await found(page);
  assert.equal(said, count, "the filter finds as many as it announced");
  assert.ok(rows > 0 && rows <= said, `${rows} rows`);
  await close();
});

test("without script a case is read and its clocks open", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}`, { script: false });
  const clock = page.locator("details.clock").first();
  await clock.locator("summary").click();
  assert.ok(await clock.locator("summary ~ *").first().isVisible());
  assert.ok((await page.locator("main svg[role=img]").count()) > 0, "the timeline is drawn");
  await close();
});

test("without script a number of the retrospective leads to as many cases", async () => {
  const { page, close } = await open("/en/performance", { script: false });
  const part = page.locator("section[aria-labelledby=outcomes]");
  await part.locator("details.tally > summary").click();
  const number = part.locator("tr", { hasText: "Factual record recommended" }).locator("a").first();
  const said = parseInt(await number.textContent(), 10);
  assert.ok(said > 0);
  await number.click();
  await page.waitForURL((url) => url.searchParams.has("id"));
  assert.equal((await found(page)).said, said);
  await close();
});

test("the retrospective's drawings fit the screen and the paper, and stand as files of their own", async () => {
  const { page, close } = await open("/en/performance");
  const drawn = () => page.$$eval("svg.chart", (all) => all.filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => svg.classList[1]));
  for (const [width, shape] of [[1440, "broad"], [360, "tall"]]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual([...new Set(await drawn())], [shape], `${width} px`);
  }
  await page.emulateMedia({ media: "print" });
  assert.deepEqual([...new Set(await drawn())], ["broad"], "on paper");
  await page.emulateMedia({ media: "screen" });
  for (const address of await page.$$eval("a[href$='.svg']", (links) => links.map((a) => a.getAttribute("href")))) {
    await page.goto(address);
    const fills = await page.$$eval("text", (all) => [...new Set(all.map((t) => getComputedStyle(t).fill))]);
    assert.ok(fills.length > 0 && !fills.includes("rgb(0, 0, 0)"), `${address} has lost its looks: ${fills}`);
    await page.screenshot({ timeout: 30000, path: `${out}figure-${address.split("/").pop()}.png` });
  }
  await close();
});

const focused = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));

// Tab until the focused element matches, at most 200 times.
async function tabTo(page, selector) {
  for (let i = 0; i < 200; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}; it is at ${await focused(page)}`);
}

test("by keyboard: the skip link comes first and leads to the content", async () => {
  for (const path of Object.values(LIST)) {
    const { page, close } = await open(path);
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.matches("a.skip")), `first is ${await focused(page)}`);
    assert.ok(await page.locator("a.skip").isVisible());
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => location.hash && document.querySelector(location.hash).matches("main, main *")));
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => !!document.activeElement.closest("main")), `after it ${await focused(page)}`);
    await close();
  }
});

test("by keyboard: the filters open on a phone, are set and sent", async () => {
  const { page, close } = await open(LIST.en, { width: 360 });
  await tabTo(page, "button[popovertarget=filters]:not(#filters *)");
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("#filters").isVisible());
  await tabTo(page, "#filters input[type=checkbox][value=MEX]");
  await page.keyboard.press("Space");
  await tabTo(page, "#filters button.main");
  await Promise.all([page.waitForURL((url) => url.searchParams.get("party") === "MEX"), page.keyboard.press("Enter")]);
  assert.ok(await page.locator("#filters").isHidden(), "the filters are out of the way again");
  assert.ok((await found(page)).rows > 0);
  await close();
});

test("by keyboard: a clock opens and shows its proof", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}`);
  await tabTo(page, "details.clock > summary");
  const before = await page.evaluate(() => document.activeElement.parentElement.open);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.open), !before);
  await close();
});

test("what has the focus shows it", async () => {
  const { page, close } = await open(LIST.en);
  for (let i = 0; i < 12; ++i) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    assert.ok(ring, await focused(page));
  }
  await close();
});

test("without script the calculator answers, keeps what was typed, and takes a real day", async () => {
  const { page, close } = await open("/en/calculator?mechanism=usmca", { script: false });
  await page.selectOption("#f-step", "response");
  await page.fill("#f-date", "2021-04-27");
  await page.locator("form#calculator button.main").click();
  const row = (step) => page.locator("main table.ledger tbody tr", { has: page.locator(`a[href="#clock-${step}"]`) });
  assert.match(await row("response").innerText(), /Mon 28 Jun 2021/);
  assert.match(await row("consideration").innerText(), /Fri 27 Aug 2021/);
  assert.match(await page.locator("#clock-response").innerText(), /Saturday 26 June 2021/);
  await row("response").locator("input[type=date]").fill("2021-06-30");
  await page.locator("button[form=calculator]").click(still);
  assert.match(page.url(), /[?&]response=2021-06-30/);
  assert.doesNotMatch(page.url(), /=(&|$)/, "the address has no empty parameters");
  assert.match(await row("response").innerText(), /2 days late/);
  assert.match(await row("consideration").innerText(), /Mon 30 Aug 2021/);
  await close();
});

test("the calculator says beside the field what is wrong with it, in the reader's language", async () => {
  for (const [path, said] of [
    ["/en/calculator", "is not a day of the calendar"],
    ["/fr/calculateur", "n’est pas un jour du calendrier"],
    ["/es/calculadora", "no es un día del calendario"],
  ]) {
    const { page, answer, close } = await open(`${path}?mechanism=usmca&step=response&date=2021-02-30&response=soon`, { width: 360 });
    assert.equal(answer.status(), 400);
    for (const [field, typed] of [["date", "2021-02-30"], ["response", "soon"]]) {
      const input = page.locator(`#f-${field}`);
      assert.equal(await input.inputValue(), typed);
      assert.equal(await input.getAttribute("aria-invalid"), "true");
      const described = (await input.getAttribute("aria-describedby")).split(" ").map((id) => page.locator(`#${id}`).innerText());
      assert.ok((await Promise.all(described)).join(" ").includes(said), path);
    }
    assert.deepEqual(await sideways(page), []);
    assert.deepEqual(await axeViolations(page), []);
    await close();
  }
});

test("by keyboard: a step is chosen and calculated", async () => {
  const { page, close } = await open("/en/calculator?mechanism=naaec");
  await tabTo(page, "#f-step");
  await page.keyboard.type("Vote of the Council");
  await tabTo(page, "#calculator button.main");
  await Promise.all([page.waitForURL((url) => url.searchParams.get("step") === "vote"), page.keyboard.press("Enter")]);
  assert.ok(await page.locator("#clock-vote").isVisible());
  await close();
});

test("a clock's proof is linked from the case and is one file", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}?on=2021-06-20`);
  const clock = page.locator("#clock-response");
  await clock.locator("summary").first().click();
  const address = await clock.locator("a[href*='/clocks/response/proof']").getAttribute("href");
  const proof = await (await fetch(server.url + address)).json();
  assert.equal(proof.format, "comity-proof");
  assert.equal(proof.question.on, "2021-06-20");
  assert.equal(proof.clock.due, "2021-06-28");
  assert.ok(proof.rules.every((rule) => /^[0-9a-f]{64}$/.test(rule.sha256)) && proof.calendars.length === 1);
  await close();
});

test("without script other rules are chosen for a replay, and the page, its data and its drawing agree", async () => {
  const { page, close } = await open("/en/process/naaec/replay", { script: false, width: 360 });
  await page.selectOption("#replay-under", "NAAEC@guidelines-2012");
  await page.fill("#replay-from", "2000");
  await page.locator("form.replay button").click(still);
  await page.waitForURL((url) => url.searchParams.get("under") === "NAAEC@guidelines-2012" && url.searchParams.get("from") === "2000" && !url.searchParams.has("to"));
  const here = new URL(page.url());
  const data = await (await fetch(`${server.url}${here.pathname}.json${here.search}`)).json();
  assert.match(await page.textContent(".lead"), new RegExp(`\\b${data.worse} of ${data.cases} cases\\b.*\\band ${data.better}\\b`));
  assert.equal(await page.locator("section[aria-labelledby=summary] tbody tr").count(), data.summary.steps.length + 1);
  assert.ok(await page.locator("svg.replay-drawing rect").count() > 3);
  assert.match(await (await fetch(`${server.url}${here.pathname}.svg${here.search}`)).text(), /^<svg /);
  await close();
});

test("changing the language keeps the page and the day", async () => {
  for (const path of [`${LIST.en}/${CASE}?on=2021-06-20`, LIST.en]) {
    for (const language of ["fr", "es"]) {
      const { page, close } = await open(path);
      await page.locator(`header a[hreflang=${language}]`).first().click();
      await page.waitForLoadState();
      const now = new URL(page.url());
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.ok(now.pathname.startsWith(LIST[language]), page.url());
      assert.equal(now.pathname.endsWith(CASE), path.includes(CASE), page.url());
      assert.equal(now.searchParams.get("on"), new URL(path, server.url).searchParams.get("on"), page.url());
      await close();
    }
  }
});
