// What is asked of every page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const vnuJar = require.resolve("vnu-jar/build/dist/vnu.jar");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// At most so many lines of a list of faults, so that one fault on every page can be read.
export function none(faults, where = "") {
  const shown = faults.slice(0, 40).join("\n");
  assert.ok(faults.length === 0, `${faults.length} faults ${where}\n${shown}${faults.length > 40 ? "\n…" : ""}`);
}

// axe-core's violations, each as one line that says where: of all its rules for WCAG 2.2 AA and good practice, or of these alone.
export async function axeViolations(page, rules = null) {
  await page.evaluate(axeSource);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS };
  const { violations } = await page.evaluate((only) => axe.run(document, { runOnly: only, resultTypes: ["violations"] }), runOnly);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.replace(/\s+/g, " ")}`));
}

// vnu's errors in HTML files, as {file: [line: message]}, from one run of it over all. Only HTML is looked at: its CSS checker does not
// know container queries.
export async function vnuErrors(files) {
  const java = spawn("java", ["-Xss1m", "-jar", vnuJar, "--format", "json", "--exit-zero-always", ...files]);
  let said = "";
  java.stderr.on("data", (bytes) => (said += bytes));
  const [failed, code] = await new Promise((resolve) => java.on("error", (error) => resolve([error])).on("close", (status) => resolve([null, status])));
  if (failed || code !== 0) throw new Error(`vnu did not run: ${failed ?? said}`);
  const errors = {};
  for (const m of JSON.parse(said).messages)
    if (m.type === "error" || m.type === "non-document-error")
      (errors[m.url.replace(/^file:/, "")] ??= []).push(`line ${m.lastLine}: ${m.message}`);
  return errors;
}

// The elements that make a page wider than its window.
export function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} wide in ${clientWidth}`, ...wide.slice(0, 5).map((e) => e.outerHTML.slice(0, 100))];
  });
}

// Every clock and note of the page opened, so that what they hold is looked at too.
export function openAll(page) {
  return page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
}

// What words of drawings can hardly be told from the paper, as with the few colours that a reader's system forces on a page.
export function faintWords(page) {
  return page.evaluate(() => {
    const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      const part = (value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const [red, green, blue] = [...pixel.getImageData(0, 0, 1, 1).data].map(part);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    const contrast = (colour) => (Math.max(luminance(colour), paper) + 0.05) / (Math.min(luminance(colour), paper) + 0.05);
    // A number on a mark is read against the mark.
    const onMark = (text) => text.previousElementSibling?.matches(".spot > path");
    return [...document.querySelectorAll("main svg text")]
      .filter((text) => !onMark(text) && text.getBoundingClientRect().width > 0 && contrast(getComputedStyle(text).fill) < 4.5)
      .map((text) => `${text.textContent} in ${getComputedStyle(text).fill} on ${getComputedStyle(document.body).backgroundColor}`);
  });
}

// What still moves for a reader who asked that nothing move.
export function moving(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((e) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(e);
        const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration)) || scrollBehavior === "smooth";
      })
      .map((e) => e.outerHTML.slice(0, 100)),
  );
}

// What of the site's furniture would stand on paper, where nothing can be pressed.
export function printedFurniture(page) {
  return page.$$eval("nav, button, input[type=search], a.skip", (all) => all.filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 1).map((e) => e.outerHTML.slice(0, 100)));
}
