/**
 * Loading in a fresh process, median of ten: the modules of the engine, then its models from the files (warm in the page
 * cache) to ready for use, in wall time and processor time. Run by `npm run bench -- start`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { INLINING } from "../src/ingest/compiled.ts";

const RUNS = 10;
const LOAD = `
const started = performance.now();
const { loadEnglish } = await import(process.argv[1]);
const loaded = performance.now();
const cpu = process.threadCpuUsage();
loadEnglish();
const { user, system } = process.threadCpuUsage(cpu);
console.log(JSON.stringify([loaded - started, performance.now() - loaded, (user + system) / 1000]));
`;

const languages = fileURLToPath(new URL("../src/ingest/languages.ts", import.meta.url));
const runs: readonly (readonly number[])[] = Array.from({ length: RUNS }, () => {
  const { stdout, status } = spawnSync(process.execPath, [INLINING, "--input-type=module", "-e", LOAD, languages], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const times: unknown = status === 0 ? JSON.parse(stdout) : null;
  if (!Array.isArray(times)) throw new Error(`Loading ended with status ${status}`);
  return times.map(Number);
});
for (const [place, name] of ["modules", "models", "models, processor time"].entries()) {
  const times = runs.map((run) => run[place] ?? NaN).sort((a, b) => a - b);
  const median = ((times[RUNS / 2 - 1] ?? NaN) + (times[RUNS / 2] ?? NaN)) / 2;
  console.log(`${name.padEnd(26)}${median.toFixed(1).padStart(8)} ms (least ${(times[0] ?? NaN).toFixed(1)})`);
}
