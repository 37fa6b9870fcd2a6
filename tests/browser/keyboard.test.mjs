// The site by keyboard alone, with what has the focus in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CASE, LIST } from "./names.mjs";
import { found, home, open } from "./site.mjs";

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

// Whether a ring or a shadow tells where the focus is. The day, month, year and button of a date are the browser's own and show it themselves.
const shows = (page) =>
  page.evaluate(() => {
    if (document.activeElement.matches("input[type=date]")) return true;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });

test("what has the focus shows it, and is in sight", async () => {
  const others = ["/en/calculator", "/en/map", "/en/search?q=water", "/en/publications", "/en/meetings/calendar", "/en/api", "/en/library"];
  for (const path of [...home, ...Object.values(LIST), ...others])
    for (const width of [360, 1440]) {
      const { page, close } = await open(path, { width });
      for (let i = 0; i < 25; ++i) {
        await page.keyboard.press("Tab");
        assert.ok(await shows(page), `${path} at ${width} px: ${await focused(page)}`);
        const inSight = () =>
          page.evaluate(() => {
            const { top, bottom, width: wide } = document.activeElement.getBoundingClientRect();
            return wide > 0 && bottom > 0 && top < innerHeight;
          });
        // The browser glides to it with its next frames, which pictures make it draw; on a busy machine they are many.
        for (let frames = 0; frames < 60 && !(await inSight()); ++frames) await page.screenshot({ timeout: 120_000 });
        assert.ok(await inSight(), `${path} at ${width} px: out of sight is ${await focused(page)}`);
      }
      await close();
    }
});

test("by keyboard: on a phone the sections open, close again with Escape, and lead on", async () => {
  const { page, close } = await open("/fr", { width: 360 });
  const sections = page.locator("#sections");
  await tabTo(page, "button[popovertarget=sections]:not(#sections *)");
  await page.keyboard.press("Enter");
  assert.ok(await sections.isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await sections.isHidden());
  assert.ok(await page.evaluate(() => document.activeElement.matches("button[popovertarget=sections]")), `the focus is back: ${await focused(page)}`);
  await page.keyboard.press("Enter");
  await tabTo(page, "#sections a[href]");
  assert.ok(await shows(page));
  const address = await page.evaluate(() => document.activeElement.href);
  await Promise.all([page.waitForURL(address), page.keyboard.press("Enter")]);
  assert.ok(await sections.isHidden());
  await close();
});

test("by keyboard: words are searched", async () => {
  const { page, close } = await open("/es");
  await tabTo(page, "form[role=search] input[type=search]");
  await page.keyboard.type("tortuga");
  await Promise.all([page.waitForURL((url) => url.searchParams.get("q") === "tortuga"), page.keyboard.press("Enter")]);
  assert.match(await page.innerText("main"), /SEM-\d\d-\d\d\d/);
  await close();
});

test("by keyboard: the language is changed", async () => {
  const { page, close } = await open(`${LIST.en}/${CASE}`);
  await tabTo(page, "nav.languages a[hreflang=es]");
  assert.ok(await shows(page));
  await Promise.all([page.waitForURL((url) => url.pathname === `${LIST.es}/${CASE}`), page.keyboard.press("Enter")]);
  assert.equal(await page.getAttribute("html", "lang"), "es");
  await close();
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
