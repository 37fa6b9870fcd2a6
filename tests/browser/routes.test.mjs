// One page of every route there is, in three languages, as it looks: found by walking the site, so that a new route is looked at by itself.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { axeViolations, faintWords, moving, openAll, printedFurniture, sideways } from "./checks.mjs";
import { LANGUAGES } from "./names.mjs";
import { examples, home, open, out, picture } from "./site.mjs";

// Every route is seen at each width; each language sees it once, and its colours in light and in dark.
const VIEW = { en: [1440, "light"], fr: [360, "dark"], es: [768, "light"] };
// The narrowest phones, and the width that is left of 1280 px at 200 %.
const NARROW = [360, 640];
const FIRST_VIEW = 100_000;  // bytes on the way, in all, with the fonts that this page turns out to need

const shown = await examples();
const error = { name: "error", status: 404, ...Object.fromEntries(home.map((path) => [path.slice(1), `${path}/nothing-of-the-kind`])) };
const twoAtOnce = { concurrency: 2 };

describe("axe finds nothing, nothing sticks out, and little comes", twoAtOnce, () => {
  for (const { name, status = 200, ...paths } of [...shown, error])
    for (const language of Object.keys(LANGUAGES))
      it(`${name} in ${language}`, async () => {
        const path = paths[language];
        const { page, answer, close } = await open(path);
        assert.equal(answer.status(), status, path);
        assert.equal(await page.getAttribute("html", "lang"), language, path);
        const at = (width) => page.setViewportSize({ width, height: 900 });
        const [width, colorScheme] = VIEW[language];
        await page.emulateMedia({ colorScheme });
        await at(width);
        await picture(page, `${name}-${language}-${width}-${colorScheme}`);
        await openAll(page);
        assert.deepEqual(await axeViolations(page), [], `${path} at ${width} px, ${colorScheme}`);
        const other = colorScheme === "light" ? "dark" : "light";
        await page.emulateMedia({ colorScheme: other });
        assert.deepEqual(await axeViolations(page, ["color-contrast", "link-in-text-block"]), [], `${path} at ${width} px, ${other}`);
        for (const narrow of NARROW) {
          await at(narrow);
          assert.deepEqual(await sideways(page), [], `${path} at ${narrow} px`);
        }
        assert.deepEqual(page.faults, [], path);
        assert.ok(page.taken > 1000 && page.taken <= FIRST_VIEW, `${path} takes ${page.taken} bytes`);
        await close();
      });
});

describe("forced colours, no motion and paper", twoAtOnce, () => {
  for (const { name, en: path } of shown)
    it(`${name} can be read in the reader's own colours, stands still, and prints`, async () => {
      const { page, close } = await open(path);
      await openAll(page);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ forcedColors: "active", colorScheme });
        assert.deepEqual(await faintWords(page), [], `${path}, ${colorScheme}`);
      }
      await picture(page, `${name}-forced`);
      await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce", colorScheme: "light" });
      assert.deepEqual(await moving(page), [], path);
      await page.setViewportSize({ width: 718, height: 1000 });  // A4 within its margins
      await page.emulateMedia({ media: "print", reducedMotion: "no-preference" });
      assert.deepEqual(await printedFurniture(page), [], path);
      assert.deepEqual(await sideways(page), [], `${path} on paper`);
      assert.ok((await page.pdf({ path: `${out}${name}.pdf`, format: "A4" })).length > 5_000, path);
      await close();
    });
});
