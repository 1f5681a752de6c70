/**
 * Who said it: speakers resolved from PolNeAR's own attributions, so that all are found, on the 28 dev articles that are labelled.
 *
 *     npm run eval -- speakers
 *
 * Scored by shared/tools/score-speakers.mjs, which says at its top how it counts. The same tool scores the engine's own output
 * (`onrecord extract --min-confidence 0`); here only the speaker stage is measured.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../src/core/article.ts";
import type { Attribution, AttributionKind } from "../src/core/attribution/attribution.ts";
import { hashOf } from "../src/core/hash.ts";
import { identify } from "../src/core/speakers/identify.ts";
import type { Statement } from "../src/core/statement.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const articlesFile = `${shared}corpora/polnear/dev.jsonl`;
const labelsFile = `${shared}corpora/labels/speakers-dev.jsonl`;

export interface GoldArticle {
  readonly id: string;
  readonly publisher: string;
  readonly date: string;
  readonly title: string;
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
    byline: null,
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

/** Prints what the scorer says. */
export function evaluateSpeakers(): void {
  const articles = goldArticles();
  if (articles === null || !existsSync(labelsFile)) {
    console.log("speakers: corpora absent (shared/corpora/polnear, shared/corpora/labels)");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "onrecord-eval-"));
  try {
    const out = join(folder, "out.jsonl");
    writeFileSync(
      out,
      articles.map((gold) => JSON.stringify({ id: gold.id, statements: statementsFromGold(gold) })).join("\n"),
    );
    const scorer = `${shared}tools/score-speakers.mjs`;
    const files = ["--articles", articlesFile, "--gold", labelsFile, "--pred", out];
    console.log("speakers, from gold attributions");
    console.log(execFileSync(process.execPath, [scorer, ...files], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readLines<T>(file: string): readonly T[] {
  // The corpus's own form, described in shared/corpora/README.md.
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

if (import.meta.main) evaluateSpeakers();
