// Walks a site over plain HTTP from its home page, by every link, and remembers what each address answered.
import http from "node:http";
import { gunzipSync } from "node:zlib";
import { read } from "./read_page.mjs";

const AT_ONCE = 8;
const MOST = 100_000;
// Of the addresses that differ only in the values of their parameters, as many are asked for.
const ALIKE = 4;

// Where JSON leads on by itself, without a page that names its addresses: OGC API - Features.
const JSON_WITH_LINKS = /^\/ogc(\/|$)/;

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
let asked = 0;

// {status, headers, sent: bytes on the way, body: Buffer}. Each few requests come from another address, so that the server's limit
// on what one reader may ask for does not slow the walk down; it believes them because it was started with --behind-proxy.
export function ask(url, headers = {}) {
  const number = Math.floor(++asked / 100);
  const from = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { "accept-encoding": "gzip", "x-forwarded-for": from, ...headers } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const body = answer.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
        resolve({ status: answer.statusCode, headers: answer.headers, sent: bytes.length, body });
      });
    });
    request.setTimeout(60_000, () => request.destroy(new Error(`${url} does not answer for a minute`)));
    // The server closes a connection that was idle for a while, perhaps just as the next request is on its way.
    request.on("error", (error) => (request.reusedSocket && error.code === "ECONNRESET" ? resolve(ask(url, headers)) : reject(error)));
  });
}

const filters = (url) => [...new Set(url.searchParams.keys())].filter((name) => name !== "after").sort();

// Whether a link is followed from an address: what has no parameters, and the further pages of such a list, always; of filters each one
// by itself a few times, and what a page with a query links to unless it only adds another filter.
function follows(counts, from, to) {
  const names = filters(to);
  if (names.length === 0) return true;
  if (to.pathname === from.pathname && filters(from).length > 0 && names.length > filters(from).length) return false;
  const kind = `${to.pathname}?${names}`;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts.get(kind) <= ALIKE;
}

// The addresses in every {"links": [{"href": …}]} of a JSON value.
function linksIn(value) {
  if (value === null || typeof value !== "object") return [];
  const here = Array.isArray(value.links) ? value.links.map(({ href }) => href) : [];
  return [...here, ...Object.values(value).flatMap(linksIn)];
}

// {address: what was found}: status, type, sent, from (the first page that links to it), for HTML also `page` (see read_page.mjs) and
// `html`, for all else `body`. An address is a path with its query. `visit` is called with each as it comes.
export async function crawl(origin, starts, visit = () => {}) {
  const found = new Map();
  const counts = new Map();
  const queue = [];
  const add = (url, from) => {
    url.hash = "";
    const address = url.pathname + url.search;
    if (url.origin !== origin || found.has(address)) return;
    if (from && !follows(counts, new URL(from, origin), url)) return;
    if (found.size >= MOST) throw new Error(`more than ${MOST} addresses: what does ${from} lead into?`);
    found.set(address, { address, from });
    queue.push(address);
  };
  const look = async (entry) => {
    const answer = await ask(origin + entry.address);
    const type = answer.headers["content-type"] ?? "";
    Object.assign(entry, { status: answer.status, headers: answer.headers, type: type.split(";")[0], sent: answer.sent, size: answer.body.length });
    if (answer.headers.location) {
      entry.location = new URL(answer.headers.location, origin + entry.address);
      add(new URL(entry.location), entry.address);
    } else if (entry.type === "text/html") {
      entry.page = read(answer.body.toString(), origin + entry.address);
      for (const link of entry.page.links) add(new URL(link.url), entry.address);
    } else if (entry.status === 200 && JSON_WITH_LINKS.test(entry.address)) {
      for (const href of linksIn(JSON.parse(answer.body))) add(new URL(href, origin + entry.address), entry.address);
    }
    await visit(entry, answer.body);
  };
  for (const start of starts) add(new URL(start, origin), "");
  let busy = 0;
  const worker = async () => {
    // Somebody else's page may still bring more.
    while (queue.length > 0 || busy > 0) {
      const address = queue.shift();
      if (!address) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      ++busy;
      await look(found.get(address)).finally(() => --busy);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}
