/**
 * Measures the program from its own output.
 *
 *     npm run eval                        every suite
 *     npm run eval -- attribution         one suite
 *     npm run eval -- --check             the table alone, against eval/scores.json: fails below the floor
 *     npm run eval -- --write             keeps the figures as the new scores.json
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attributionSuite } from "./attribution.ts";
import { evaluateCommissive, measureCommissive } from "./commissive.ts";
import { evaluateCommitments, measureCommitments } from "./commitments.ts";
import { marksSuite } from "./marks.ts";
import { readingSuite } from "./reading.ts";
import { evaluateShifts, measureShifts } from "./shifts.ts";
import { speakersSuite } from "./speakers.ts";
import type { Measure, Suite } from "./suite.ts";
import { timeSuite } from "./time.ts";

const SUITES: readonly Suite[] = [
  readingSuite,
  attributionSuite,
  marksSuite,
  speakersSuite,
  { name: "commitments", measure: measureCommitments, report: evaluateCommitments },
  { name: "commissive", measure: measureCommissive, report: evaluateCommissive },
  timeSuite,
  { name: "shifts", measure: measureShifts, report: evaluateShifts },
];

/** Below the kept figure by more than this is a fall; a fraction of a point is rounding. */
const TOLERANCE = 0.25;

const { values, positionals } = parseArgs({
  options: { check: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length) {
  console.error(`No suite ${unknown.join(", ")}: there are ${SUITES.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const file = fileURLToPath(new URL("./scores.json", import.meta.url));
type Kept = Record<string, Record<string, number>>;
// written by this program, below
const kept = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as Kept;
let fell = 0;

for (const suite of SUITES) {
  if (positionals.length && !positionals.includes(suite.name)) continue;
  if (values.check && !suite.measure) continue;
  console.log(`\n${suite.name}`);
  if (suite.measure) {
    const measures = await suite.measure();
    if (!measures) {
      console.log("  ../shared is not beside the checkout: nothing measured");
      if (process.env["CI"]) fell++;
      continue;
    }
    fell += printTable(measures, kept[suite.name] ?? {});
    if (values.write) kept[suite.name] = Object.fromEntries(measures.map(({ name, value }) => [name, value]));
  }
  if (!values.check) await suite.report();
}
if (values.write) writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
if (values.check && fell) {
  console.error(`\n${fell} figures fell below eval/scores.json.`);
  process.exit(1);
}

/** Prints measure, figure, interval, people, the kept figure; returns how many fell. */
function printTable(measures: readonly Measure[], before: Readonly<Record<string, number>>): number {
  let fallen = 0;
  console.log(`  ${"".padEnd(52)} now     interval       people  before`);
  for (const { name, value, spread, human, lower } of measures) {
    const previous = before[name];
    const tolerance = lower && value < 1 ? 0.003 : TOLERANCE;
    const isFall = previous !== undefined && (lower ? value > previous + tolerance : value < previous - tolerance);
    if (isFall) fallen++;
    const cells = [
      String(value).padEnd(7),
      (spread ? `${spread[0]} to ${spread[1]}` : "").padEnd(14),
      String(human ?? "").padEnd(7),
      String(previous ?? ""),
      isFall ? "  fell" : "",
    ];
    console.log(`  ${name.padEnd(52)} ${cells.join(" ")}`);
  }
  return fallen;
}
