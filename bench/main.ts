/**
 * Runs the speed suites, one process each so that none warms up another.
 *
 *     npm run bench                    all of them
 *     npm run bench -- text ledger     those named
 *     npm run bench -- load --engine=postgres
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { INLINING } from "../src/ingest/compiled.ts";

const folder = fileURLToPath(new URL("./", import.meta.url));
const suites = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "main.ts" && file !== "rates.ts")
  .map((file) => file.slice(0, -".ts".length))
  .sort();

const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const options = process.argv.slice(2).filter((word) => word.startsWith("-"));
const unknown = asked.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  console.error(`No suite named ${unknown.join(", ")}; there are ${suites.join(", ")}.`);
  process.exit(2);
}

let failed = 0;
for (const suite of asked.length > 0 ? asked : suites) {
  console.log(`\n== ${suite}`);
  const { status } = spawnSync(process.execPath, [INLINING, "--expose-gc", join(folder, `${suite}.ts`), ...options], {
    stdio: "inherit",
  });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
