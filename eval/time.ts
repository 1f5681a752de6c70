/**
 * Time expressions on TempEval-3 (develop on TimeBank, report AQUAINT), beside chrono-node's on the same files in one run.
 *
 *     npm run eval -- time
 *
 * Gold: every TIMEX3 inside TEXT, nested and empty ones left out. A span counts by the two measures of TempEval-3: strict
 * (same offsets) and relaxed (overlap, one to one). Value accuracy: of the gold expressions found (relaxed), those whose
 * TIMEX3 value is the same; values are compared as written, a time's seconds dropped. The document's creation time is given to both.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse as chronoParse } from "chrono-node";
import { englishText } from "../src/core/languages/en/text.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { findTimes } from "../src/core/time/find.ts";
import type { Measure, Suite } from "./suite.ts";

const corpus = fileURLToPath(new URL("../../shared/corpora/time/tempeval3/data/TBAQ-cleaned/", import.meta.url));

export interface TimeScore {
  readonly gold: number;
  readonly predicted: number;
  readonly strictF1: number;
  readonly relaxedF1: number;
  readonly precision: number;
  readonly recall: number;
  readonly valueAccuracy: number;
  readonly typeAccuracy: number;
}

export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly type: string;
}

export interface TimeDocument {
  readonly name: string;
  readonly text: string;
  readonly published: string;
  readonly times: readonly GoldTime[];
}

/** The documents of one part, or null where the corpus is absent. */
export function timeDocuments(part: "TimeBank" | "AQUAINT"): readonly TimeDocument[] | null {
  if (!existsSync(corpus + part)) return null;
  return readdirSync(corpus + part)
    .filter((name) => name.endsWith(".tml"))
    .sort()
    .map((name) => readTimeML(name, readFileSync(`${corpus}${part}/${name}`, "utf8")));
}

/** Our own findings, in the gold's form. */
export function ownTimes(document: TimeDocument): readonly GoldTime[] {
  const analysis = analyse(document.text, [], englishText(undefined));
  return findTimes(analysis, document.published).map(({ start, end, value, type }) => ({ start, end, value, type }));
}

/** What chrono-node finds, turned into TIMEX3 values as kindly as its components allow. */
export function chronoTimes(document: TimeDocument): readonly GoldTime[] {
  const [year = 0, month = 1, day = 1] = document.published.split("-").map(Number);
  const reference = new Date(Date.UTC(year, month - 1, day, 12));
  return chronoParse(document.text, { instant: reference, timezone: 0 }).map((result) => {
    const { start } = result;
    const two = (value: number | null): string => String(value ?? 0).padStart(2, "0");
    let value = String(start.get("year"));
    const known = (component: "month" | "day" | "weekday" | "hour"): boolean => start.isCertain(component);
    if (known("month") || known("day") || known("weekday")) value += `-${two(start.get("month"))}`;
    if (known("day") || known("weekday")) value += `-${two(start.get("day"))}`;
    const type = known("hour") ? "time" : "date";
    if (known("hour")) value += `T${two(start.get("hour"))}:${two(start.get("minute"))}`;
    return { start: result.index, end: result.index + result.text.length, value, type };
  });
}

export function scoreTimes(
  documents: readonly TimeDocument[],
  find: (document: TimeDocument) => readonly GoldTime[],
): TimeScore {
  let gold = 0;
  let predicted = 0;
  let strict = 0;
  let relaxed = 0;
  let values = 0;
  let types = 0;
  for (const document of documents) {
    const found = find(document);
    const used = new Set<GoldTime>();
    gold += document.times.length;
    predicted += found.length;
    for (const want of document.times) {
      const got =
        found.find((one) => one.start === want.start && one.end === want.end && !used.has(one)) ??
        found.find((one) => one.start < want.end && want.start < one.end && !used.has(one));
      if (got === undefined) continue;
      used.add(got);
      relaxed++;
      if (got.start === want.start && got.end === want.end) strict++;
      if (sameValue(got.value, want.value)) values++;
      if (got.type === want.type) types++;
    }
  }
  const f1 = (hits: number): number => (2 * hits) / (gold + predicted || 1);
  return {
    gold,
    predicted,
    strictF1: percent(f1(strict)),
    relaxedF1: percent(f1(relaxed)),
    precision: percent(relaxed / (predicted || 1)),
    recall: percent(relaxed / (gold || 1)),
    valueAccuracy: percent(values / (relaxed || 1)),
    typeAccuracy: percent(types / (relaxed || 1)),
  };
}

const PARTS = ["TimeBank", "AQUAINT"] as const;

export const timeSuite: Suite = {
  name: "time",
  measure: async () => {
    const measures: Measure[] = [];
    for (const part of PARTS) {
      const documents = timeDocuments(part);
      if (documents === null) return null;
      const score = scoreTimes(documents, ownTimes);
      measures.push(
        { name: `${part}: span F1, overlapping`, value: score.relaxedF1 },
        { name: `${part}: span F1, exact`, value: score.strictF1 },
        { name: `${part}: value accuracy of found`, value: score.valueAccuracy },
      );
    }
    return measures;
  },
  report: () => {
    for (const part of PARTS) {
      const documents = timeDocuments(part);
      if (documents === null) continue;
      console.log(`\n${part} (${part === "TimeBank" ? "developed on" : "reported"}), ${documents.length} documents`);
      console.table({
        "on record": scoreTimes(documents, ownTimes),
        "chrono-node": scoreTimes(documents, chronoTimes),
      });
    }
  },
};

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function sameValue(got: string, want: string): boolean {
  const plain = (value: string): string => value.replace(/(T\d\d:\d\d):00$/, "$1").replace(/^(.*T\d\d)$/, "$1:00");
  return plain(got) === plain(want);
}

function readTimeML(name: string, source: string): TimeDocument {
  const created = /<DCT>.*?value="([^"]*)"/s.exec(source)?.[1] ?? "";
  const body = /<TEXT>(.*?)<\/TEXT>/s.exec(source)?.[1] ?? "";
  let text = "";
  const times: GoldTime[] = [];
  const open: { start: number; value: string; type: string }[] = [];
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith("<TIMEX3"))
      open.push({
        start: text.length,
        value: /value="([^"]*)"/.exec(piece)?.[1] ?? "",
        type: (/type="([^"]*)"/.exec(piece)?.[1] ?? "").toLowerCase(),
      });
    else if (piece === "</TIMEX3>") {
      const time = open.pop();
      if (time !== undefined && open.length === 0 && text.length > time.start)
        times.push({ ...time, end: text.length });
    } else if (!piece.startsWith("<")) text += entities(piece);
  }
  return { name, text, published: created.slice(0, 10), times };
}

function entities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => {
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? "";
  });
}
