import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** How well the engine was measured to work, as `eval/` writes it. */
export interface Scores {
  /** Figures on collections that people annotated; a flat list of what was measured. */
  readonly measured: readonly Measurement[];
  /** What a person found of the entries shown by default in news of another source, by kind of quotation; empty where nobody looked. */
  readonly otherNews: readonly Judged[];
}

export interface Measurement {
  /** Suite and line of `eval/scores.json`: "attribution · direct F1". */
  readonly name: string;
  readonly value: number;
}

export interface Judged {
  readonly kind: "direct" | "mixed" | "indirect";
  /** Entries that were shown. */
  readonly shown: number;
  /** Those of them that were judged right in every point. */
  readonly right: number;
  /** Statements that no entry reported. */
  readonly missed: number;
}

/** Reads the figures where they are there; what `eval/scores.json` may gain is listed by its path. */
export function readScores(folder: string = fileURLToPath(new URL("../../eval/", import.meta.url))): Scores | null {
  const measured: Measurement[] = [];
  collect(parsed(`${folder}/scores.json`, JSON.parse), [], measured);
  const otherNews = judgedByKind(parsed(`${folder}/transfer/judgements-4.jsonl`, linesOfJson));
  return measured.length === 0 ? null : { measured, otherNews };
}

/** Null for a file that is not there or is being written: the page then says that there are no figures. */
function parsed(file: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function linesOfJson(text: string): readonly unknown[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));
}

function collect(value: unknown, path: readonly string[], measured: Measurement[]): void {
  if (typeof value === "number" && Number.isFinite(value)) measured.push({ name: path.join(" · "), value });
  else if (typeof value === "object" && value !== null)
    for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name.trim()], measured);
}

/** Counts the verdicts: "right", "wrong", and "missed" for what no entry reported. Turns of printed interviews, many in few stories, are left out. */
function judgedByKind(judgements: unknown): readonly Judged[] {
  if (!Array.isArray(judgements)) return [];
  const judged = (["direct", "mixed", "indirect"] as const).map((kind): Judged => {
    const verdicts = judgements
      .filter((each) => fieldOf(each, "kind") === kind && fieldOf(each, "turn") === undefined)
      .map((each) => fieldOf(each, "verdict"));
    const count = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
    return { kind, shown: count("right") + count("wrong"), right: count("right"), missed: count("missed") };
  });
  return judged.filter(({ shown }) => shown > 0);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null;
}
