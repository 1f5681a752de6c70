/**
 * Turns a labeller's lines (see README.md) into JSON lines with offsets, and refuses words that the content does not hold.
 *
 *     node eval/labels/convert.ts LINES.txt LABELS.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import { articlesOf, type Candidate, candidates } from "./candidates.ts";

/** The form of `../shared/corpora/labels/commitments-dev.jsonl`, with the corpus and the content for items without an attribution. */
export interface CommitmentLabel extends Candidate {
  readonly item: number;
  readonly commitment: boolean;
  readonly unsure: boolean;
  readonly committer?: string | null;
  readonly action?: readonly (readonly [number, number])[];
  readonly polarity?: string;
  readonly strength?: string;
  /** One list of ranges a condition, time or quantity. */
  readonly conditions?: readonly (readonly (readonly [number, number])[])[];
  readonly time?: readonly (readonly (readonly [number, number])[])[];
  readonly quantity?: readonly (readonly (readonly [number, number])[])[];
  readonly beneficiary?: string | null;
}

const [, , linesFile = "", outFile = ""] = process.argv;
const corpora = { polnear: articlesOf("polnear"), releases: articlesOf("releases") };
const list = candidates();
const faults: string[] = [];
const labels = readFileSync(linesFile, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => labelOf(line));
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
writeFileSync(outFile, labels.map((label) => `${JSON.stringify(label)}\n`).join(""));
console.error(`${labels.length} labels, ${labels.filter(({ commitment }) => commitment).length} commitments`);

function labelOf(line: string): CommitmentLabel {
  const [number = "", committer = "", action = "", polarity = "", strength = "", ...rest] = line
    .split("|")
    .map((field) => field.trim());
  const [conditions = "", time = "", quantity = "", beneficiary = "", doubt = ""] = rest;
  const item = Number(number);
  const candidate = list[item];
  if (!candidate) throw new RangeError(`No item ${number}`);
  if (committer.startsWith("-")) return { item, ...candidate, commitment: false, unsure: committer.includes("?") };
  if (!["do", "not"].includes(polarity) || !["will", "plan", "may"].includes(strength))
    faults.push(`${item}: ${polarity} ${strength}`);
  const spans = (field: string): (readonly (readonly [number, number])[])[] =>
    field
      .split(";;")
      .map((words) => words.trim())
      .filter(Boolean)
      .map((words) => [find(candidate, item, words)]);
  return {
    item,
    ...candidate,
    commitment: true,
    unsure: doubt.includes("?"),
    committer: committer || null,
    action: spans(action).flat(),
    polarity,
    strength,
    conditions: spans(conditions),
    time: spans(time),
    quantity: spans(quantity),
    beneficiary: beneficiary || null,
  };
}

/** Where the words stand in the content, letter case, quotation marks and white space aside. */
function find(candidate: Candidate, item: number, words: string): readonly [number, number] {
  const text = corpora[candidate.corpus].get(candidate.article)?.text ?? "";
  const fold = (value: string): string =>
    value.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s/g, " ").toLowerCase();
  const wanted = fold(words);
  for (const [start, end] of candidate.content) {
    const at = fold(text.slice(start, end)).indexOf(wanted);
    if (at >= 0) return [start + at, start + at + words.length];
  }
  faults.push(`${item}: not in the content: ${words}`);
  return [0, 0];
}
