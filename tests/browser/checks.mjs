// What is asked of every page.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const vnuJar = require.resolve("vnu-jar/build/dist/vnu.jar");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// axe-core's violations, each as one line that says where.
export async function axeViolations(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")}: ${n.failureSummary.replace(/\s+/g, " ")}`));
}

// vnu's errors in HTML files, as {file: [line: message]}. Only HTML is looked at: its CSS checker does not know container queries.
export function vnuErrors(files) {
  const done = spawnSync("java", ["-jar", vnuJar, "--format", "json", "--exit-zero-always", ...files], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`vnu did not run: ${done.error ?? done.stderr}`);
  const errors = {};
  for (const m of JSON.parse(done.stderr).messages)
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
