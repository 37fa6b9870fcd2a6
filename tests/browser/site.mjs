// What all tests share: one demonstration site, one browser, one walk over the site.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { crawl } from "./crawl.mjs";
import { LANGUAGES } from "./names.mjs";
import { read } from "./read_page.mjs";
import { startServer } from "./server.mjs";

export const out = fileURLToPath(new URL("out/", import.meta.url));
mkdirSync(out, { recursive: true });

export const server = await startServer();
export const home = Object.keys(LANGUAGES).map((language) => `/${language}`);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  // Root, as in a container, may not use Chromium's sandbox; what is opened here is our own.
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
});
after(async () => {
  await browser.close();
  await server.stop();
});

// A page in a browser of its own, at that address. page.faults gathers what went wrong meanwhile, page.taken the bytes that came.
export async function open(path, { width = 1440, scheme = "light", script = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script, baseURL: server.url });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("request", (r) => r.url().startsWith(server.url) || r.url().startsWith("data:") || page.faults.push(`asks elsewhere: ${r.url()}`));
  page.on("response", (r) => r.status() >= 400 && r.request().resourceType() !== "document" && page.faults.push(`${r.status()}: ${r.url()}`));
  const sizes = new Map();  // a busy browser may ask twice for a font that it preloads
  page.on("requestfinished", (request) => sizes.set(request.url(), request.sizes()));
  const answer = await page.goto(path);
  // Which subsets of the fonts the page needs turns out only as it is laid out.
  if (script) await page.evaluate(() => document.fonts.ready.then(() => true));
  page.taken = (await Promise.all(sizes.values())).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  return { page, answer, close: () => context.close() };
}

// A picture of the page, of a very long one its beginning, in out/.
export async function picture(page, name) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: Math.min(document.documentElement.scrollHeight, 6000) }));
  await page.screenshot({ path: `${out}${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height }, timeout: 120_000 });
}

// How many records the list says it found, and how many rows it shows.
export async function found(page) {
  return { said: parseInt(await page.textContent("#results"), 10), rows: await page.locator("main table.ledger tbody tr").count() };
}

const known = new Map();
// A page's own address in each language, as it tells search engines.
export function inLanguages(path) {
  if (!known.has(path))
    known.set(path, fetch(server.url + path).then(async (answer) => {
      const { alternates } = read(await answer.text(), server.url + path);
      return Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, new URL(alternates[language]).pathname]));
    }));
  return known.get(path);
}

const json = async (path) => (await fetch(server.url + path)).json();

let walk;
// {address: what it answered} of the whole site (see crawl.mjs). Pages are kept as files, for vnu.
export function crawled() {
  walk ??= (async () => {
    const folder = `${out}html/`;
    mkdirSync(folder, { recursive: true });
    let files = 0;
    return crawl(server.url, ["/", "/sitemap.xml", "/openapi.json", "/robots.txt"], (entry, body) => {
      if (!entry.page) entry.body = body;
      else if (entry.status === 200) writeFileSync((entry.file = `${folder}${++files}.html`), body);
    });
  })();
  return walk;
}

// The addresses of the route table as OpenAPI tells them: {path, language, formats: [media types]}, and the one that an address fits best.
export async function routes() {
  const { paths } = await json("/openapi.json");
  const table = Object.entries(paths).map(([path, { get }]) => {
    const language = Object.keys(LANGUAGES).find((code) => path === `/${code}` || path.startsWith(`/${code}/`)) ?? "";
    return { path, language, formats: Object.keys(get.responses[200]?.content ?? {}) };
  });
  assert.ok(table.length > 100, `OpenAPI describes only ${table.length} addresses`);
  // By the number of segments; what is spelled out before what is filled in, and a suffix before none.
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const captures = (path) => path.split("{").length;
  const by = [];
  for (const route of [...table].sort((a, b) => captures(a.path) - captures(b.path) || b.path.length - a.path.length))
    (by[route.path.split("/").length] ??= []).push([new RegExp(`^${route.path.split(/\{\w+\}/).map(escaped).join("[^/]+")}$`), route]);
  const known = new Map();
  const fits = (address) => {
    const path = address.split("?")[0];
    if (!known.has(path)) known.set(path, (by[path.split("/").length] ?? []).find(([pattern]) => pattern.test(path))?.[1]);
    return known.get(path);
  };
  return { table, fits };
}

// One page of each route, the one with the most on it: {name, en, fr, es}, the addresses of the same page in three languages.
export async function examples() {
  const pages = [...(await crawled()).values()].filter((entry) => entry.page && entry.status === 200 && !entry.address.includes("?"));
  const largest = {};
  const { table, fits } = await routes();
  for (const entry of pages.filter(({ page }) => page.lang === "en")) {
    const path = fits(entry.address)?.path;
    if (path && !(largest[path]?.size >= entry.size)) largest[path] = entry;
  }
  const missing = table.filter(({ path, language, formats }) => language === "en" && formats.includes("text/html") && !largest[path]);
  assert.deepEqual(missing.map(({ path }) => path), [], "no link leads to these");
  return Object.entries(largest).map(([path, { page }]) => {
    const of = (language) => page.alternates[language].replace(server.url, "");
    return { name: path === "/en" ? "home" : path.slice(4).replaceAll(/[{}]/g, "").replaceAll("/", "-"), en: of("en"), fr: of("fr"), es: of("es") };
  });
}
