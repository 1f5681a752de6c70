import { join } from "node:path";
import { commissiveFeatures, MOST_FEATURES } from "../src/core/commitments/commissive.ts";
import { type CommissiveModel, commissiveModelSections, logOddsOf } from "../src/core/commitments/commissive-model.ts";
import { candidatesOf } from "../src/core/commitments/commit.ts";
import { windowOf } from "../src/core/commitments/acts.ts";
import { wordsOf } from "../src/core/commitments/words.ts";
import type { Language } from "../src/core/languages/language.ts";
import { writeSections } from "../src/core/learning/model-file.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import {
  articleOf,
  type CommitmentLabel,
  halfOf,
  labelledArticles,
  ownStatement,
  readLines,
  trainLabels,
} from "./commitment-gold.ts";
import { seeded } from "./random.ts";

/** One statement as the trainer sees it: the features of its candidates, and which of them are commitments. */
export interface Example {
  readonly article: string;
  readonly source: "labels" | "campaign" | "manifesto";
  readonly own: boolean;
  readonly positive: boolean;
  readonly weight: number;
  readonly candidates: readonly { readonly features: Int32Array; readonly target: number; readonly weight: number }[];
}

/** Trains the model that weighs candidates, on our labels of PolNeAR train and releases and on two corpora of pledges. */
export function trainCommitments(corpus: string): Uint8Array {
  const language = loadEnglish();
  const examples = [
    ...labelExamples(corpus, trainLabels(), language),
    ...campaignExamples(corpus, language).filter(({ article }) => campaignPart(article) < 2),
    ...manifestoExamples(corpus, language),
  ];
  const model = { ...fit(examples), ...thresholdsOf(examples) };
  return writeSections(commissiveModelSections(quantised(model)));
}

/** Where F1 is best on what each of five models did not see: over our labels of reports, and over those of own words. */
export function thresholdsOf(examples: readonly Example[]): Pick<CommissiveModel, "threshold" | "ownThreshold"> {
  const folds = [0, 1, 2, 3, 4];
  const models = folds.map((fold) => fit(examples.filter(({ article }) => foldOf(article) !== fold)));
  const unseen = (own: boolean, source: Example["source"]): (readonly [odds: number, positive: boolean])[] =>
    examples
      .filter((one) => one.own === own && one.source === source && one.weight === 1)
      .map((one) => [statementOdds(models[foldOf(one.article)] as CommissiveModel, one), one.positive]);
  return {
    threshold: bestThreshold(unseen(false, "labels")),
    ownThreshold: bestThreshold([...unseen(true, "labels"), ...unseen(true, "campaign")]),
  };
}

function foldOf(article: string): number {
  let hash = 7;
  for (let at = 0; at < article.length; at++) hash = (Math.imul(hash, 33) + article.charCodeAt(at)) | 0;
  return (hash >>> 9) % 5;
}

function bestThreshold(scores: readonly (readonly [odds: number, positive: boolean])[]): number {
  const sorted = scores.toSorted((a, b) => b[0] - a[0]);
  const gold = scores.filter(([, positive]) => positive).length;
  let hits = 0;
  let best = 0;
  let threshold = 0;
  for (const [at, [odds, positive]] of sorted.entries()) {
    if (positive) hits++;
    const f1 = (2 * hits) / (at + 1 + gold);
    if (f1 > best) {
      best = f1;
      threshold = odds;
    }
  }
  return threshold;
}

/** Candidates of our own labels, with gold attribution. */
export function labelExamples(
  corpus: string,
  labels: readonly CommitmentLabel[],
  language: Language,
): readonly Example[] {
  return labelledArticles(corpus, labels, language).flatMap(({ analysis, labels: paired }) => {
    const words = wordsOf(analysis);
    return paired.map(({ label, statement }): Example => {
      const action = label.action ?? [];
      const candidates = candidatesOf(words, statement, windowOf(words, statement), language.commitments).map(
        (candidate) => {
          const start = analysis.tokens.start[candidate.act.start] ?? 0;
          const end = analysis.tokens.end[candidate.act.end - 1] ?? 0;
          const shared = action.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, end) - Math.max(a, start)), 0);
          const gold = action.reduce((sum, [a, b]) => sum + b - a, 0);
          const overlap = (2 * shared) / Math.max(1, gold + end - start);
          // of the further acts of a statement with a commitment nobody said what they are
          const unknown = label.commitment && overlap < 0.3;
          return {
            features: featuresOf(candidate),
            target: label.commitment && overlap >= 0.3 ? 1 : 0,
            weight: unknown ? 0 : label.unsure ? 0.5 : 1,
          };
        },
      );
      return {
        article: label.article,
        source: "labels",
        own: statement.kind === "own",
        positive: label.commitment,
        weight: label.unsure ? 0.5 : 1,
        candidates,
      };
    });
  });
}

/** Sentences of the Australian campaign of 2016, each as its speaker's own. */
export function campaignExamples(corpus: string, language: Language): readonly Example[] {
  const lines = readLines<{ doc: string; sentence: string; categories: readonly string[] }>(
    join(corpus, "commitments/speech-acts-au2016/all.jsonl"),
  );
  return lines.map(({ doc, sentence, categories }) =>
    sentenceExample(
      doc,
      "campaign",
      sentence,
      categories.some((one) => one.startsWith("Commissive")),
      language,
    ),
  );
}

/** English manifesto sentences, pledge or not. */
function manifestoExamples(corpus: string, language: Language): readonly Example[] {
  const lines = readLines<{ file: string; country: string; text: string; binary_pledge: string }>(
    join(corpus, "commitments/mimac-pledges/all.jsonl"),
  );
  return lines
    .filter(({ country }) => country === "India")
    .map(({ file, text, binary_pledge }) => sentenceExample(file, "manifesto", text, binary_pledge === "1", language));
}

function sentenceExample(
  article: string,
  source: Example["source"],
  text: string,
  positive: boolean,
  language: Language,
): Example {
  const sentence = bareSentence(text);
  const analysis = analyse(sentence, [], language.text);
  const words = wordsOf(analysis);
  const statement = ownStatement(articleOf({ id: article, text: sentence }), [[0, sentence.length]], 0);
  const candidates = candidatesOf(words, statement, windowOf(words, statement), language.commitments);
  return {
    article,
    source,
    own: true,
    positive,
    weight: 1,
    candidates: candidates.map((candidate) => ({
      features: featuresOf(candidate),
      target: positive ? 1 : 0,
      weight: 1 / candidates.length,
    })),
  };
}

/** Without the list marks that the corpus leaves in. */
export function bareSentence(text: string): string {
  return text
    .replace(/<\/?[A-Z]+>|<\/?li>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** 0 to 2: third of the campaign's documents, by name; the last is for testing only. */
export function campaignPart(doc: string): number {
  let hash = 0;
  for (let at = 0; at < doc.length; at++) hash = (Math.imul(hash, 31) + doc.charCodeAt(at)) | 0;
  return (hash >>> 5) % 3;
}

function featuresOf(candidate: Parameters<typeof commissiveFeatures>[0]): Int32Array {
  const room = new Int32Array(MOST_FEATURES);
  return room.slice(0, commissiveFeatures(candidate, room));
}

const BITS = 17;

export interface FitOptions {
  readonly epochs?: number;
  readonly rate?: number;
  readonly l2?: number;
  readonly campaignWeight?: number;
}

/** Logistic regression by AdaGrad; seeded. Thresholds are set where F1 on the examples of a held-out tenth was best. */
export function fit(
  examples: readonly Example[],
  { epochs = 10, rate = 0.03, l2 = 2e-5, campaignWeight = 0.3 }: FitOptions = {},
): CommissiveModel {
  const rows = examples.flatMap((example) =>
    example.candidates.map(({ features, target, weight }) => ({
      features,
      target,
      weight: weight * (example.source === "labels" ? 1 : campaignWeight),
    })),
  );
  const weights = new Float32Array(1 << BITS);
  const squares = new Float32Array(1 << BITS);
  const model = { weights, scale: 1, bias: 0, threshold: 0, ownThreshold: 0 };
  const mask = weights.length - 1;
  const random = seeded(20161108);
  const order = rows.filter(({ weight }) => weight > 0);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const { features, target, weight } of order) {
      const odds = logOddsOf(model, features, features.length);
      const gradient = weight * (1 / (1 + Math.exp(-odds)) - target);
      for (const one of features) {
        const row = one & mask;
        const slope = gradient + l2 * (weights[row] as number);
        const square = (squares[row] as number) + slope * slope;
        squares[row] = square;
        weights[row] = (weights[row] as number) - (rate * slope) / (Math.sqrt(square) + 1e-3);
      }
    }
  }
  return model;
}

/** Eighth-bit weights. */
export function quantised(model: CommissiveModel): CommissiveModel {
  let largest = 0;
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = (largest || 1) / 127;
  return { ...model, scale, weights: Int8Array.from(model.weights, (weight) => Math.round(weight / scale)) };
}

/** The score of a statement: its best candidate's log odds. */
export function statementOdds(model: CommissiveModel, example: Example): number {
  let best = -Infinity;
  for (const { features } of example.candidates) best = Math.max(best, logOddsOf(model, features, features.length));
  return best;
}

/** Precision, recall and F1 of statements at a threshold. */
export function scored(
  model: CommissiveModel,
  examples: readonly Example[],
  threshold: number,
): { readonly p: number; readonly r: number; readonly f1: number } {
  let hits = 0;
  let predicted = 0;
  let gold = 0;
  for (const example of examples) {
    const yes = statementOdds(model, example) >= threshold;
    if (yes) predicted++;
    if (example.positive) gold++;
    if (yes && example.positive) hits++;
  }
  const p = predicted ? hits / predicted : 0;
  const r = gold ? hits / gold : 0;
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

export { halfOf };
