// check_geojson.mjs FOLDER: geojsonhint finds nothing in any GeoJSON answer.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hint } from "@mapbox/geojsonhint";

const folder = process.argv[2];
const answers = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).filter((answer) => answer.format === "geojson");
const faults = answers.flatMap(({ target, file }) =>
  hint(readFileSync(join(folder, file), "utf8"), { precisionWarning: false }).map((found) => `${target}: ${found.message} (line ${found.line})`),
);
console.log([...faults, `${answers.length} answers, ${faults.length} faults`].join("\n"));
process.exit(faults.length > 0 || answers.length < 20 ? 1 : 0);
