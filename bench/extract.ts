/**
 * The command as people run it: `extract` over a jsonl file with one job and with two, in processes of their own. Wall
 * time and their ratio (two idle processors needed for it to mean anything). Memory: run the command under `time -v`.
 *
 *     npm run bench -- extract [FILE.jsonl]        default: the training articles of PolNeAR beside the checkout
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const given = process.argv[2];
const file = given ?? fileURLToPath(new URL("../../shared/corpora/polnear/train.jsonl", import.meta.url));
if (existsSync(file)) measure(file);
else console.log(`skipped: there is no ${file}`);

function measure(file: string): void {
  const megabytes = statSync(file).size / 1e6;
  const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
  let alone = 0;
  for (const jobs of ["1", "2"]) {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, [main, "extract", "--jobs", jobs, file], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const seconds = (performance.now() - started) / 1000;
    if (jobs === "1") alone = seconds;
    console.log(
      `jobs ${jobs}: ${seconds.toFixed(1)} s, ${(megabytes / seconds).toFixed(2)} MB/s, ${(alone / seconds).toFixed(2)} times jobs 1, status ${status}`,
    );
  }
}
