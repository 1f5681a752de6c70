/**
 * Who said it, on the 28 dev articles whose speakers are labelled: once from PolNeAR's own attributions, so that all are found
 * and only the speaker stage is measured, and once end to end from the program's own candidates.
 *
 *     npm run eval -- speakers
 *
 * Scored by ../shared/tools/score-speakers.mjs, which says at its top how it counts.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/core/article.ts";
import { attribute } from "../src/core/attribution/attribute.ts";
import type { Attribution, AttributionKind } from "../src/core/attribution/attribution.ts";
import { hashOf } from "../src/core/hash.ts";
import { identify } from "../src/core/speakers/identify.ts";
import type { Statement } from "../src/core/statement.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import type { Measure, Suite } from "./suite.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const articlesFile = `${shared}corpora/polnear/dev.jsonl`;
const labelsFile = `${shared}corpora/labels/speakers-dev.jsonl`;

export interface GoldArticle {
  readonly id: string;
  readonly publisher: string;
  readonly date: string;
  readonly title: string;
  readonly author: string | null;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

export interface GoldAttribution {
  readonly id: string;
  readonly sources: readonly (readonly [number, number])[];
  readonly cues: readonly (readonly [number, number])[];
  readonly contents: readonly (readonly [number, number])[];
  readonly type: AttributionKind;
}

/** The articles of a PolNeAR file, or null where the corpus is absent. */
export function goldArticles(file: string = articlesFile): readonly GoldArticle[] | null {
  return existsSync(file) ? readLines<GoldArticle>(file) : null;
}

/** Statements from an article's gold attributions: the speaker stage alone. */
export function statementsFromGold(gold: GoldArticle): readonly Statement[] {
  const english = loadEnglish();
  const article = articleOf(gold);
  const analysis = analyse(gold.text, [], english.text);
  return identify(article, analysis, gold.attributions.map(attributionOf), english.speakers);
}

export function articleOf(gold: GoldArticle): Article {
  return {
    text: gold.text,
    title: gold.title,
    byline: gold.author,
    publisher: gold.publisher,
    url: null,
    published: gold.date,
    language: "en",
    hash: hashOf(gold.text),
    reuse: null,
    speaker: null,
    given: [],
    furniture: [],
  };
}

export function attributionOf(gold: GoldAttribution): Attribution {
  const ranges = (list: GoldAttribution["sources"]) => list.map(([start, end]) => ({ start, end }));
  return {
    kind: gold.type,
    act: "said",
    source: ranges(gold.sources),
    cue: ranges(gold.cues),
    content: ranges(gold.contents),
    free: false,
    within: null,
    confidence: 1,
  };
}

/** Statements as the program finds them: every candidate. */
export function statementsEndToEnd(gold: GoldArticle): readonly Statement[] {
  const english = loadEnglish();
  const article = articleOf(gold);
  const analysis = analyse(gold.text, [], english.text);
  return identify(article, analysis, attribute(analysis, english.attribution), english.speakers);
}

/** What the scorer prints, as far as it is used here; all shares from 0 to 1. */
interface SpeakerScore {
  readonly found: number;
  readonly foundRecall: number;
  readonly whoSaidWhat: { readonly p: number; readonly r: number; readonly f1: number };
  readonly speakerAccuracyOfFound: number;
  readonly exactOfNamed: number;
  readonly pronounAccuracy: number;
  readonly unnamedAccuracy: number;
  readonly roleAccuracy: number;
  readonly kindAccuracy: number;
}

interface Run {
  readonly fromGold: SpeakerScore;
  readonly endToEnd: SpeakerScore;
  /** The confidence at which who-said-what is best. */
  readonly best: number;
}

function run(): Run | null {
  const articles = goldArticles();
  if (articles === null || !existsSync(labelsFile)) return null;
  const folder = mkdtempSync(join(tmpdir(), "onrecord-eval-"));
  const score = (name: string, floor: number): SpeakerScore => {
    const files = ["--articles", articlesFile, "--gold", labelsFile, "--pred", join(folder, name)];
    const printed = execFileSync(
      process.execPath,
      [`${shared}tools/score-speakers.mjs`, ...files, "--min-confidence", String(floor)],
      { encoding: "utf8" },
    );
    return JSON.parse(printed) as SpeakerScore; // the scorer's own output
  };
  const write = (name: string, find: (gold: GoldArticle) => readonly Statement[]): void =>
    writeFileSync(
      join(folder, name),
      articles.map((gold) => JSON.stringify({ id: gold.id, statements: find(gold) })).join("\n"),
    );
  try {
    write("gold.jsonl", statementsFromGold);
    write("own.jsonl", statementsEndToEnd);
    let best = 0;
    let endToEnd = score("own.jsonl", 0);
    for (let floor = 0.1; floor < 0.7; floor += 0.05) {
      const at = score("own.jsonl", floor);
      if (at.whoSaidWhat.f1 <= endToEnd.whoSaidWhat.f1) continue;
      endToEnd = at;
      best = Math.round(floor * 100) / 100;
    }
    return { fromGold: score("gold.jsonl", 0), endToEnd, best };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let kept: Run | null | undefined;

function found(): Run | null {
  if (kept === undefined) kept = run();
  return kept;
}

function measuresOf(name: string, score: SpeakerScore): readonly Measure[] {
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return [
    { name: `${name}: speakers right of found`, value: percent(score.speakerAccuracyOfFound), human: 97 },
    { name: `${name}: the fullest name`, value: percent(score.exactOfNamed) },
    { name: `${name}: pronouns`, value: percent(score.pronounAccuracy) },
    { name: `${name}: unnamed kept unnamed`, value: percent(score.unnamedAccuracy) },
    { name: `${name}: roles`, value: percent(score.roleAccuracy) },
    { name: `${name}: kinds`, value: percent(score.kindAccuracy) },
    { name: `${name}: who said what F1`, value: percent(score.whoSaidWhat.f1) },
  ];
}

export const speakersSuite: Suite = {
  name: "speakers",
  measure: async () => {
    const scores = found();
    if (scores === null) return null;
    return [...measuresOf("given attributions", scores.fromGold), ...measuresOf("end to end", scores.endToEnd)];
  },
  report: () => {
    const scores = found();
    if (scores === null) return;
    console.log(`\nEnd to end at confidence ${scores.best}, where who said what is best:`);
    console.log(scores.endToEnd);
  },
};

function readLines<T>(file: string): readonly T[] {
  // The corpus's own form, described in shared/corpora/README.md.
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
