// The public docket as its readers meet it: what its pages say, that they say the same as their data, and that they work without script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations, sideways } from "./checks.mjs";
import { CASE, LIST } from "./names.mjs";
import { found, inLanguages, open, out, picture, server } from "./site.mjs";

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
  await picture(page, "clock-print");
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
    await page.screenshot({ path: `${out}figure-${address.split("/").pop()}.png`, timeout: 120_000 });
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
  await page.locator("button[form=calculator]").press("Enter");
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
  await page.locator("form.replay button").press("Enter");
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
