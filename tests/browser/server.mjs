// A Comity of its own for the tests: the demonstration body in a data folder that goes away with it, on a port that is free.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const comity = join(root, "build/release/comity");

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Answers {url, stop()} once pages are served.
export async function startServer() {
  const data = mkdtempSync(join(tmpdir(), "comity-browser-"));
  const imported = spawnSync(comity, ["import", join(root, "data/bodies/cec"), "--data", data], { encoding: "utf8" });
  if (imported.status !== 0) throw new Error(`comity import failed: ${imported.error ?? imported.stderr.slice(0, 2000)}`);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(comity, ["serve", "--behind-proxy", "--data", data, "--listen", `localhost:${port}`], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (bytes) => (said += bytes));
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true });
  };
  for (const until = Date.now() + 120_000; ; ) {
    if (server.exitCode !== null) throw new Error(`comity serve ended: ${said}`);
    const answer = await fetch(`${url}/en/submissions`).catch(() => null);
    if (answer?.ok) return { url, stop };
    if (Date.now() > until) {
      await stop();
      throw new Error(`comity serve does not answer on ${url}: ${answer?.status} ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
