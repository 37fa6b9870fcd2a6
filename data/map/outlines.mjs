// Writes world.svg and world-near.svg beside itself from npm's world-atlas, which packs Natural Earth. script/base-map runs it
// where the packages are installed; the program only reads what it wrote.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = createRequire(join(process.cwd(), "package.json"));
const { feature } = packages("topojson-client");
const { presimplify, simplify } = packages("topojson-simplify");
const { numericToAlpha3 } = packages("i18n-iso-countries");
const atlas = presimplify(JSON.parse(readFileSync(packages.resolve("world-atlas/countries-50m.json"), "utf8")));

const antarctica = "010"; // most of it lies at no place of a flat map, and nobody meets there

// A ring across the 180th meridian goes on beyond it, where the atlas jumps to the other side of the map.
function whole(ring) {
  let turn = 0;
  return ring.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - ring[i - 1][0]) > 180) turn += x < ring[i - 1][0] ? 360 : -360;
    return [x + turn, y];
  });
}

// A ring in whole units, y down, without points that fall on the one before.
function inUnits(ring, perDegree) {
  const points = ring.map(([x, y]) => [Math.round(x * perDegree), Math.round(-y * perDegree)]);
  const apart = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
  apart.pop(); // the first again
  return apart;
}

function area(ring) {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length];
    return sum + x * y2 - x2 * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const path = (ring) => {
  const steps = ring.map(([x, y], i) => (i === 0 ? `${x} ${y}` : `${x - ring[i - 1][0]} ${y - ring[i - 1][1]}`));
  return `M${steps[0]}l${steps.slice(1).join(" ").replaceAll(" -", "-")}z`;
};

// `detail`: the triangles of the outlines smaller than this, in square degrees, are gone; so are islands smaller than twice that,
// but for the largest of each country.
function drawing(name, perDegree, detail, said) {
  const paths = [];
  for (const { id, geometry } of feature(simplify(atlas, detail), atlas.objects.countries).features) {
    if (id === antarctica) continue;
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map((ring) => inUnits(whole(ring), perDegree)).filter((ring) => ring.length > 2);
    const largest = Math.max(...rings.map(area));
    const kept = rings.filter((ring) => area(ring) >= Math.min(largest, 2 * detail * perDegree ** 2));
    const code = (id && numericToAlpha3(id)) || "";
    if (kept.length > 0) paths.push({ code, d: kept.map(path).join("") });
  }
  paths.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.d < b.d ? -1 : 1));
  const [left, top, width, height] = [-180, -84, 360, 144].map((degrees) => degrees * perDegree);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" fill="#dde2dc" stroke="#747e78" stroke-width="${perDegree / 10}"
     data-per-degree="${perDegree}">
<!-- ${said} From Natural Earth (naturalearthdata.com), Admin 0 countries
1:50 million, which is in the public domain, as packed in world-atlas 2.0.2 (npm); simplified, without Antarctica. Longitude to the
right, latitude upward, data-per-degree units to a degree; land across the 180th meridian goes on beyond it. Borders are those that Natural Earth draws; they take no side.
data-country is ISO 3166-1 alpha-3, empty where that standard has no code. Written by script/base-map. -->
<title>The countries of the world</title>
${paths.map(({ code, d }) => `<path data-country="${code}" d="${d}"/>`).join("\n")}
</svg>
`;
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), svg);
}

drawing("world.svg", 10, 0.1, "The countries of the world, for maps of half the world and more.");
drawing("world-near.svg", 50, 0.004, "The countries of the world, for maps of a continent and less.");
