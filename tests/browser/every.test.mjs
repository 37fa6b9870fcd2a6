// axe on every page that the walk finds, not on one of each route alone: 57 minutes on two cores beside a build, so only `run every` asks for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations, none, openAll } from "./checks.mjs";
import { crawled, open } from "./site.mjs";

const AT_ONCE = 2;

test("axe finds nothing in any page", async () => {
  const addresses = [...(await crawled()).values()].filter((entry) => entry.page && entry.status === 200).map((entry) => entry.address);
  assert.ok(addresses.length > 1000, `only ${addresses.length} pages were found`);
  console.log(`# ${addresses.length} pages`);
  const faults = [];
  let next = 0;
  const look = async () => {
    const { page, close } = await open("/en");
    while (next < addresses.length) {
      const address = addresses[next++];
      if (next % 500 === 0) console.log(`# ${next} pages, ${faults.length} faults`);
      await page.goto(address);
      await openAll(page);
      faults.push(...(await axeViolations(page)).map((fault) => `${address}: ${fault}`));
    }
    faults.push(...page.faults);
    await close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  none(faults);
});
