// The whole site by its links, in three languages: nothing is dead, and every page has what a page must have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { none, vnuErrors } from "./checks.mjs";
import { ask } from "./crawl.mjs";
import { LANGUAGES } from "./names.mjs";
import { crawled, home, routes, server } from "./site.mjs";

const FIRST_VIEW = 100_000;  // bytes on the way, in all

const found = await crawled();
const entries = [...found.values()];
const pages = entries.filter((entry) => entry.page && entry.status === 200);
const plain = pages.filter((entry) => !entry.address.includes("?"));
const told = (check) => pages.flatMap((entry) => [check(entry)].flat().filter(Boolean).map((fault) => `${entry.address}: ${fault}`));
const pathname = (address) => address.split("?")[0];

test("every link leads to an answer, and every redirect ends", () => {
  console.log(`# ${entries.length} addresses, ${pages.length} of them pages`);
  assert.ok(plain.length > 1000, `only ${plain.length} pages were found`);
  none(entries.filter((e) => !(e.status === 200 || e.location)).map((e) => `${e.address} answers ${e.status}; ${e.from} links to it`));
  const end = (entry, steps) => (entry?.location && steps > 0 ? end(found.get(entry.location.pathname + entry.location.search), steps - 1) : entry);
  none(entries.filter((e) => e.location && end(e, 5)?.status !== 200).map((e) => `${e.address} redirects to ${e.location} and that to no answer`));
});

test("every link to a place in a page finds it there", () => {
  none(
    told(({ page }) =>
      page.links.map(({ url }) => {
        const to = url.hash.length > 1 && url.origin === server.url && found.get(url.pathname + url.search);
        return to?.page && !to.page.ids.has(decodeURIComponent(url.hash.slice(1))) && `${url.pathname}${url.search} has no ${url.hash}`;
      }),
    ),
  );
});

test("every page says its title, language, address and alternates, and has one heading and a way past the masthead", () => {
  none(
    told(({ address, page }) => {
      const language = address.slice(1, 3);
      const own = server.url + pathname(address);
      const faults = [];
      const must = (holds, fault) => holds || faults.push(fault);
      must(page.lang === language, `its language is "${page.lang}"`);
      must(page.title, "has no title");
      must(page.description, "has no description");
      must(page.canonical === own, `its canonical address is ${page.canonical}`);
      must(page.alternates[language] === own, `is not its own alternate: ${page.alternates[language]}`);
      for (const other of [...Object.keys(LANGUAGES), "x-default"]) must(page.alternates[other], `has no alternate ${other}`);
      must(page.h1.length === 1 && page.h1[0], `has the headings h1 ${JSON.stringify(page.h1)}`);
      must(page.skip.startsWith("#") && page.ids.has(page.skip.slice(1)), `its skip link leads to "${page.skip}"`);
      must(new Set([page.description, page.title]).size === 2, "its description is its title");
      return faults;
    }),
  );
});

test("the alternates of a page name each other", () => {
  none(
    plain.flatMap(({ address, page }) =>
      Object.entries(page.alternates).map(([language, href]) => {
        const other = found.get(href.replace(server.url, ""));
        const all = JSON.stringify(page.alternates);
        return other?.page && JSON.stringify(other.page.alternates) === all ? "" : `${address}: its ${language} is ${href}, which ${other ? "names others" : "nothing links to"}`;
      }),
    ).filter(Boolean),
  );
});

test("a title belongs to one page of its language", () => {
  const named = {};
  for (const { address, page } of plain) (named[`${page.lang}: ${page.title}`] ??= []).push(address);
  none(Object.entries(named).filter(([, all]) => all.length > 1).map(([title, all]) => `"${title}" stands on ${all.length} pages: ${all.slice(0, 3).join(" ")}`));
});

test("pages keep to a strict policy: nothing inline, nothing from elsewhere", () => {
  none(
    told(({ page, headers }) => {
      const policy = Object.fromEntries((headers["content-security-policy"] ?? "").split(/;\s*/).map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
      const faults = [...page.faults];
      for (const [name, sources] of Object.entries(policy))
        for (const source of sources)
          if (!(["'self'", "'none'"].includes(source) || (name === "img-src" && source === "data:"))) faults.push(`its policy lets ${name} be ${source}`);
      for (const [name, value] of [["default-src", "'none'"], ["base-uri", "'none'"], ["frame-ancestors", "'none'"], ["form-action", "'self'"]])
        if (policy[name]?.join() !== value) faults.push(`its policy has ${name} ${policy[name]}`);
      if (headers["x-content-type-options"] !== "nosniff") faults.push("lets its type be guessed");
      return [...faults, ...page.assets.filter(({ url }) => url.origin !== server.url).map(({ url }) => `asks elsewhere for ${url}`)];
    }),
  );
});

test("an address that a page announces in a format answers in that format", () => {
  const kinds = new Map();
  none(
    told(({ page }) =>
      page.links.map(({ url, type }) => {
        const to = type && url.origin === server.url && found.get(url.pathname + url.search);
        if (!to) return "";
        kinds.set(type, (kinds.get(type) ?? 0) + 1);
        return to.type !== type && `${url.pathname}${url.search} is ${to.type}, not ${type}`;
      }),
    ),
  );
  assert.ok(kinds.size > 5, [...kinds.keys()].join());
});

test("what calls itself JSON is JSON, and nothing is empty", () => {
  none(
    entries.filter((e) => e.status === 200 && e.body).flatMap((e) => {
      if (e.body.length === 0) return [`${e.address} is empty`];
      if (!/json$/.test(e.type)) return [];
      try {
        JSON.parse(e.body);
        return [];
      } catch (error) {
        return [`${e.address}: ${error.message}`];
      }
    }),
  );
});

test("every route is reached by links in each language, and the site map names every page", async () => {
  const { table, fits } = await routes();
  const addresses = new Set([...found.keys(), ...pages.flatMap(({ page }) => page.assets.map(({ url }) => url.pathname))]);
  const reached = new Set([...addresses].map((address) => fits(address)?.path));
  // "….json" is one more name of what has no page and is JSON without a suffix.
  const again = ({ path, formats: [type] }) => table.some((other) => path.startsWith(`${other.path}.`) && other.formats[0] === type);
  none(table.filter((route) => !reached.has(route.path) && !again(route)).map((route) => `no link leads to ${route.path}`));
  const listed = new Set([...String(found.get("/sitemap.xml").body).matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1].replace(server.url, "").replaceAll("&amp;", "&")));
  none(plain.filter((e) => !e.page.robots.includes("noindex") && !listed.has(e.address)).map((e) => `the site map lacks ${e.address}`));
  none([...listed].filter((address) => !found.get(address)?.page).map((address) => `the site map names ${address}, which is no page`));
});

test("a first view takes at most 100 kB, style, script and fonts included", async () => {
  const sizes = new Map();
  for (const url of new Set(pages.flatMap(({ page }) => page.assets.map((asset) => asset.url.href)))) {
    const { status, sent, body } = await ask(url);
    assert.equal(status, 200, url);
    sizes.set(url, sent);
    assert.ok(sent <= gzipSync(body).length + 2000, `${url} is not compressed`);
  }
  let most = ["", 0];
  none(
    told(({ address, sent, page }) => {
      const all = sent + [...new Set(page.assets.map((asset) => asset.url.href))].reduce((sum, url) => sum + sizes.get(url), 0);
      if (all > most[1]) most = [address, all];
      return all > FIRST_VIEW && `takes ${all} bytes, ${sent} of them the page itself`;
    }),
  );
  console.log(`# the largest first view is ${most[0]} with ${most[1]} bytes`);
});

test("what is not there says so in each language, as a page and as a problem", async () => {
  for (const address of home) {
    const page = await ask(`${server.url}${address}/nothing-of-the-kind`);
    assert.equal(page.status, 404);
    assert.match(page.body.toString(), new RegExp(`<html lang="${address.slice(1)}"`));
    const problem = await ask(`${server.url}${address}/nothing-of-the-kind.json`);
    assert.equal(problem.headers["content-type"], "application/problem+json");
    assert.equal(JSON.parse(problem.body).status, 404);
  }
});

test("vnu finds no error in any page", { timeout: 600_000 }, async () => {
  const address = Object.fromEntries(pages.map((entry) => [entry.file, entry.address]));
  const errors = await vnuErrors(Object.keys(address));
  none(Object.entries(errors).map(([file, said]) => `${address[file]}: ${said.slice(0, 3).join("; ")}`));
});
