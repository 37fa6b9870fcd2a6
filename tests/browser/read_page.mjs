// What a page of HTML says of itself and where it leads.
import { Parser } from "htmlparser2";

// Elements that make the browser ask for something, with the attribute that says for what.
const ASSETS = { script: "src", img: "src", iframe: "src", object: "data", embed: "src", audio: "src", video: "src", source: "src", track: "src", use: "href", image: "href" };
const LINKED_ASSETS = new Set(["stylesheet", "preload", "modulepreload", "icon", "manifest"]);

// {lang, title, description, robots, canonical, alternates: {language: address}, h1: [text], skip, links: [{url, type}], assets: [{url, kind}],
// ids, data: [JSON-LD text], faults: [what a strict policy forbids]}. URLs are absolute.
export function read(html, address) {
  const page = { lang: "", title: "", description: "", robots: "", canonical: "", alternates: {}, h1: [], skip: "", links: [], assets: [], ids: new Set(), data: [], faults: [] };
  const open = [];
  const text = [];  // elements whose text is being read
  const whole = (href) => {
    if (URL.canParse(href, address)) return new URL(href, address);
    page.faults.push(`"${href}" is no address`);
    return null;
  };
  const leads = (href, attributes) => {
    const url = whole(href);
    if (url && /^https?:$/.test(url.protocol)) page.links.push({ url, type: attributes.type ?? "" });
  };
  const asks = (href, kind) => {
    const url = whole(href);
    if (url && url.protocol !== "data:") page.assets.push({ url, kind });
  };
  const on = {
    html: (a) => (page.lang = a.lang ?? ""),
    title: () => !open.includes("svg") && text.push((said) => (page.title += said)),
    h1: () => text.push((said) => page.h1.push(said)),
    a: (a) => {
      if ("href" in a) leads(a.href, a);
      if (!page.skip && (a.class ?? "").split(" ").includes("skip")) page.skip = a.href;
    },
    meta: (a) => {
      if (a.name === "description") page.description = a.content ?? "";
      if (a.name === "robots") page.robots = a.content ?? "";
    },
    form: (a) => {
      if (a.action && (a.method ?? "get").toLowerCase() === "get") leads(a.action, {});
    },
    link: (a) => {
      for (const rel of (a.rel ?? "").toLowerCase().split(/\s+/)) {
        if (rel === "canonical") page.canonical = a.href;
        if (LINKED_ASSETS.has(rel)) asks(a.href, rel);
        else leads(a.href, a);
        if (rel === "alternate" && a.hreflang) page.alternates[a.hreflang] = a.href;
      }
    },
    style: () => page.faults.push("has a style element"),
    base: () => page.faults.push("has a base element"),
    script: (a) => {
      if (a.type === "application/ld+json") text.push((said) => page.data.push(said));
      else if (!a.src) page.faults.push("has a script inside");
    },
  };
  const parser = new Parser(
    {
      onopentag(name, a) {
        if (a.id) page.ids.add(a.id);
        for (const attribute of Object.keys(a)) if (attribute === "style" || attribute.startsWith("on")) page.faults.push(`${name} has the attribute ${attribute}`);
        const before = text.length;
        on[name]?.(a);
        open.push(name);
        if (text.length > before) text[before] = { name, depth: open.length, said: "", done: text[before] };
        if (ASSETS[name] && a[ASSETS[name]] && !a[ASSETS[name]].startsWith("#")) asks(a[ASSETS[name]], name);
      },
      ontext: (said) => text.forEach((one) => (one.said += said)),
      onclosetag() {
        const last = text.at(-1);
        if (last && last.depth === open.length) text.pop().done(last.said.replace(/\s+/g, " ").trim());
        open.pop();
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return page;
}
