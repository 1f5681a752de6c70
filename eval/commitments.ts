/**
 * Commitments and their fields.
 *
 *     npm run eval -- commitments
 *
 * Scored by shared/tools/score-commitments.mjs, which says at its top how it counts, four times: the whole engine on PolNeAR dev at the
 * least confidence and at the one where F1 is best; the stage alone, with gold attributions, on dev; and on each half of our own labels,
 * by a model that saw only the other half, at the threshold of best F1 (with gold attributions; sentences of releases are given as their author's own words).
 *
 * Then how far confidence is to be believed: of the candidates told on half 1 by the model of half 0, and on dev by the one that ships, in bins of equal size.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commit } from "../src/core/commitments/commit.ts";
import type { CommissiveModel } from "../src/core/commitments/commissive-model.ts";
import type { Statement } from "../src/core/statement.ts";
import { record } from "../src/core/record.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import type { Measure } from "./suite.ts";
import {
  articleOf,
  type CommitmentLabel,
  fieldLabels,
  type GoldArticle,
  halfOf,
  type LabelledArticle,
  labelledArticles,
  readLines,
  trainLabels,
} from "../train/commitment-gold.ts";
import { fitWithThresholds, labelExamples, otherExamples, toldOf, untrainedEnglish } from "../train/commitments.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const corpus = `${shared}corpora`;
const devFile = `${corpus}/polnear/dev.jsonl`;
const devLabels = `${corpus}/labels/commitments-dev.jsonl`;

/** What the scorer prints for one set of labels. */
export interface CommitmentScore {
  readonly items: number;
  readonly found: number;
  readonly gold: number;
  readonly predicted: number;
  readonly tp: number;
  readonly commitment: Rates;
  readonly polarityAccuracy: number;
  readonly strengthAccuracy: number;
  readonly actionAccuracy: number;
  readonly committerAccuracy: number;
  readonly conditions: Rates;
  readonly time: Rates;
  readonly quantity: Rates;
}

interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** The stage alone on dev, from gold attributions; null where the corpus is absent. */
export function scoreStageOnDev(): CommitmentScore | null {
  if (!existsSync(devLabels)) return null;
  const articles = labelledArticles(corpus, readLines<CommitmentLabel>(devLabels), loadEnglish(), { split: "dev" });
  return score(
    devFile,
    devLabels,
    articles.map((one) => outputOf(one)),
  );
}

/** The whole engine on dev, at a lowest confidence. */
export function scoreEngineOnDev(floors: readonly number[]): readonly (readonly [floor: number, CommitmentScore])[] {
  if (!existsSync(devLabels)) return [];
  const language = loadEnglish();
  const wanted = new Set(readLines<CommitmentLabel>(devLabels).map(({ article }) => article));
  const lines = readLines<GoldArticle>(devFile)
    .filter(({ id }) => wanted.has(id))
    .map((gold) => ({ id: gold.id, statements: record(articleOf(gold), language) }));
  return floors.map((floor) => [floor, score(devFile, devLabels, lines, floor)]);
}

/** Our own labels: each half by a model that saw the other. */
export function scoreHalf(half: 0 | 1): CommitmentScore | null {
  if (!existsSync(devLabels)) return null;
  const language = loadEnglish();
  const untrained = untrainedEnglish();
  const seen = trainLabels().filter(({ article }) => halfOf(article) !== half);
  const model = fitWithThresholds([...labelExamples(corpus, seen, untrained), ...otherExamples(corpus, untrained)]);
  const labels = fieldLabels().filter(({ article }) => halfOf(article) === half);
  const articles = labelledArticles(corpus, labels, language, { read: (article) => record(article, language) });
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  try {
    // The scorer asks for attributions: a sentence of a release becomes one.
    const goldFile = join(folder, "articles.jsonl");
    const labelFile = join(folder, "labels.jsonl");
    const pairs = articles.flatMap(({ article, labels: paired }) =>
      paired.map(({ label, statement }) => ({ article, label, statement })),
    );
    writeLines(
      goldFile,
      articles.map(({ article, labels: paired }) => ({
        id: article.hash,
        text: article.text,
        attributions: paired.map(({ statement }, at) => ({
          id: String(at),
          contents: statement.content.map(({ start, end }) => [start, end]),
        })),
      })),
    );
    writeLines(
      labelFile,
      articles.flatMap(({ labels: paired }) => paired.map(({ label }, at) => ({ ...label, attribution: String(at) }))),
    );
    console.log(
      `half ${half}: ${pairs.length} labels, ${pairs.filter(({ label }) => label.commitment).length} commitments`,
    );
    const scores = [-1.4, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0].map((threshold) => {
      const data = { ...model, reported: { ...model.reported, threshold } };
      return score(
        goldFile,
        labelFile,
        articles.map((one) => outputOf(one, data)),
      );
    });
    return scores.toSorted((a, b) => b.commitment.f1 - a.commitment.f1)[0] ?? null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How far the confidences of what is told are to be believed. */
export interface Reliability {
  /** Of equal size, the least confident first. */
  readonly bins: readonly { readonly count: number; readonly confidence: number; readonly right: number }[];
  /** Expected calibration error: the mean distance of the bins' confidence from the share that is right. */
  readonly error: number;
}

/** Half 1 of our own labels, by a model and a line that saw only half 0; and dev, by the model that ships. */
export function reliabilityOfCommitments(): { readonly half: Reliability; readonly dev: Reliability } | null {
  if (!existsSync(devLabels)) return null;
  const untrained = untrainedEnglish();
  const examplesOf = (half: 0 | 1): ReturnType<typeof labelExamples> =>
    labelExamples(
      corpus,
      trainLabels().filter(({ article }) => halfOf(article) === half),
      untrained,
    );
  const model = fitWithThresholds([...examplesOf(0), ...otherExamples(corpus, untrained)]);
  const shipped = loadEnglish().commitments.model;
  const dev = labelExamples(corpus, readLines<CommitmentLabel>(devLabels), untrained, "dev");
  return {
    half: reliability(toldOf(model, examplesOf(1)), 10),
    dev: reliability(shipped === null ? [] : toldOf(shipped, dev), 5),
  };
}

function reliability(told: ReturnType<typeof toldOf>, most: number): Reliability {
  const sorted = told.toSorted((a, b) => a.confidence - b.confidence);
  const bins = Array.from({ length: most }, (_, at) =>
    sorted.slice(Math.floor((at * sorted.length) / most), Math.floor(((at + 1) * sorted.length) / most)),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      count: bin.length,
      confidence: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length,
      right: bin.filter(({ right }) => right).length / bin.length,
    }));
  const error = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.right), 0) / sorted.length;
  return { bins, error };
}

function printReliability(name: string, { bins, error }: Reliability): void {
  console.log(`${name}: expected calibration error ${error.toFixed(3)}`);
  for (const { count, confidence, right } of bins)
    console.log(`  ${String(count).padStart(4)}  confidence ${confidence.toFixed(2)}  right ${right.toFixed(2)}`);
}

/** What `extract` would print for an article, had attribution been perfect. */
function outputOf({ article, analysis, statements }: LabelledArticle, model?: CommissiveModel): object {
  const { commitments } = loadEnglish();
  const data = model === undefined ? commitments : { ...commitments, model };
  return {
    id: article.hash,
    statements: commit(article, analysis, statements, data).map((entry) => ({ ...entry, kind: scored(entry.kind) })),
  };
}

/** The scorer leaves out own words, which here stand for a release's sentences. */
function scored(kind: Statement["kind"]): Statement["kind"] {
  return kind === "own" ? "direct" : kind;
}

function score(articles: string, gold: string, lines: readonly object[], floor = 0): CommitmentScore {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  try {
    const out = join(folder, "out.jsonl");
    writeLines(out, lines);
    const args = ["--articles", articles, "--gold", gold, "--pred", out, "--min-confidence", String(floor)];
    const printed = execFileSync(process.execPath, [`${shared}tools/score-commitments.mjs`, ...args], {
      encoding: "utf8",
    });
    const { sure } = JSON.parse(printed) as { sure: CommitmentScore }; // the scorer's own form
    return sure;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeLines(file: string, lines: readonly object[]): void {
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
}

function print(name: string, one: CommitmentScore | null): void {
  if (one === null) {
    console.log(`${name}: the corpus is absent`);
    return;
  }
  const percent = (x: number): string => (100 * x).toFixed(1);
  const rates = ({ p, r, f1 }: Rates): string => `F1 ${percent(f1)} (P ${percent(p)}, R ${percent(r)})`;
  console.log(name);
  console.log(
    `  commitment  ${rates(one.commitment)}: ${one.tp} of ${one.gold}, ${one.predicted} said; ${one.found} of ${one.items} statements found`,
  );
  console.log(
    `  of those right: polarity ${percent(one.polarityAccuracy)}, strength ${percent(one.strengthAccuracy)}, action ${percent(one.actionAccuracy)}, committer ${percent(one.committerAccuracy)}`,
  );
  console.log(
    `  conditions  ${rates(one.conditions)}\n  time        ${rates(one.time)}\n  quantity    ${rates(one.quantity)}`,
  );
}

/** Confidences of statements among which the one of best F1 is looked for. */
const FLOORS: readonly number[] = Array.from({ length: 21 }, (_, step) => step / 50);

/** The whole engine on dev, as measures with a floor. */
export async function measureCommitments(): Promise<readonly Measure[] | null> {
  const best = scoreEngineOnDev(FLOORS).toSorted((a, b) => b[1].commitment.f1 - a[1].commitment.f1)[0];
  if (best === undefined) return null;
  const [, one] = best;
  const believed = reliabilityOfCommitments();
  const percent = (x: number): number => Math.round(1000 * x) / 10;
  return [
    { name: "commitments F1, dev, end to end", value: percent(one.commitment.f1) },
    { name: "  polarity of those right", value: percent(one.polarityAccuracy) },
    { name: "  strength of those right", value: percent(one.strengthAccuracy), human: 97 },
    { name: "  action of those right", value: percent(one.actionAccuracy), human: 95 },
    { name: "  committer of those right", value: percent(one.committerAccuracy) },
    { name: "  conditions F1", value: percent(one.conditions.f1), human: 90 },
    { name: "  time F1", value: percent(one.time.f1), human: 98 },
    { name: "  quantity F1", value: percent(one.quantity.f1), human: 93 },
    ...(believed === null
      ? []
      : [
          {
            name: "commitments, calibration error on half 1",
            value: Math.round(1000 * believed.half.error) / 1000,
            lower: true,
          },
        ]),
  ];
}

/** Runs the suite. */
export function evaluateCommitments(): void {
  print("dev, gold attributions", scoreStageOnDev());
  const engine = scoreEngineOnDev(FLOORS);
  const best = engine.toSorted((a, b) => b[1].commitment.f1 - a[1].commitment.f1)[0];
  if (engine[0] !== undefined) print("dev, end to end, every candidate", engine[0][1]);
  if (best !== undefined) print(`dev, end to end, best at confidence ${best[0]}`, best[1]);
  for (const half of [0, 1] as const) print(`our labels, half ${half}, gold attributions`, scoreHalf(half));
  const believed = reliabilityOfCommitments();
  if (believed === null) return;
  printReliability("confidence on half 1 of our labels, by half 0", believed.half);
  printReliability("confidence on dev", believed.dev);
}

if (import.meta.main) evaluateCommitments();
