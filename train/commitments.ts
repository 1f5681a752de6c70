import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bonusOf, commissiveFeatures, isWeighed, MOST_FEATURES } from "../src/core/commitments/commissive.ts";
import {
  calibrated,
  type Calibration,
  type CommissiveModel,
  commissiveModelSections,
  type CommissiveWeights,
  logOddsOf,
} from "../src/core/commitments/commissive-model.ts";
import { candidatesOf } from "../src/core/commitments/commit.ts";
import { windowOf } from "../src/core/commitments/window.ts";
import { wordsOf } from "../src/core/commitments/words.ts";
import { english } from "../src/core/languages/en/english.ts";
import type { Language } from "../src/core/languages/language.ts";
import { feature } from "../src/core/learning/feature-hash.ts";
import { writeSections } from "../src/core/learning/model-file.ts";
import { analyse } from "../src/core/text/analyse.ts";
import {
  articleOf,
  type CommitmentLabel,
  labelledArticles,
  ownStatement,
  readLines,
  trainLabels,
} from "./commitment-gold.ts";
import { seeded } from "./random.ts";

/** One statement as the trainer sees it: the features of its candidates, and which of them are commitments. */
export interface Example {
  readonly article: string;
  readonly source: "labels" | "campaign";
  readonly own: boolean;
  readonly positive: boolean;
  readonly weight: number;
  readonly candidates: readonly ExampleCandidate[];
}

interface ExampleCandidate {
  readonly features: Int32Array;
  readonly target: number;
  readonly weight: number;
  /** What is added to its log odds; null where no odds decide on it. */
  readonly bonus: number | null;
}

/** Trains the model that weighs candidates, on our labels of PolNeAR train and releases and on two corpora of pledges. */
export function trainCommitments(corpus: string): Uint8Array {
  const language = untrainedEnglish();
  const examples = [...labelExamples(corpus, trainLabels(), language), ...otherExamples(corpus, language)];
  return writeSections(commissiveModelSections(quantised(fitWithThresholds(examples))));
}

/**
 * Sentences of the campaign, without what `eval -- commissive` tests on. (The manifestos of `commitments/mimac-pledges` were tried and
 * left out: what they call a pledge is another thing, and F1 on the campaign fell by three points.)
 */
export function otherExamples(corpus: string, language: Language): readonly Example[] {
  return campaignExamples(corpus, language).filter(({ article }) => campaignPart(article) < 2);
}

/**
 * Both models and the line from log odds to confidence. The own voice has the threshold at which F1 is best on what five models did not see, and the line is
 * drawn over the same: our own labels, each weighed by models of other articles.
 */
export function fitWithThresholds(examples: readonly Example[]): CommissiveModel {
  const judged: Judged[] = [];
  const part = (own: boolean): CommissiveWeights => {
    const seen = own ? examples.filter((one) => one.own) : examples.map(lessCampaign);
    const folds = [0, 1, 2, 3, 4].map((fold) => fit(seen.filter(({ article }) => foldOf(article) !== fold)));
    const modelFor = (one: Example): CommissiveWeights => folds[foldOf(one.article)] as CommissiveWeights;
    judged.push(
      ...seen.filter((one) => one.source === "labels" && one.own === own).flatMap((one) => judge(modelFor(one), one)),
    );
    const unseen = seen
      .filter((one) => one.weight === 1 && one.own === own)
      .map((one): readonly [number, boolean] => [statementOdds(modelFor(one), one), one.positive]);
    return { ...fit(seen), threshold: own ? bestThreshold(unseen) : REPORTED_THRESHOLD };
  };
  const parts = { reported: part(false), own: part(true) };
  return { ...parts, calibration: calibrationOf(judged) };
}

/** The labelled candidates that a model tells of, each with its confidence and what its label says. */
export function toldOf(
  model: CommissiveModel,
  examples: readonly Example[],
): readonly { readonly confidence: number; readonly right: boolean }[] {
  return examples.flatMap((one) => {
    const part = one.own ? model.own : model.reported;
    return judge(part, one)
      .filter(({ odds }) => odds >= part.threshold)
      .map(({ odds, right }) => ({ confidence: calibrated(model.calibration, odds), right }));
  });
}

/** A candidate with the log odds that decide on it, and what its label says. */
interface Judged {
  readonly odds: number;
  readonly right: boolean;
}

/** What nobody labelled is left out, and what rules decide on. Labels that are unsure count as they stand: doubt is what is measured. */
function judge(model: CommissiveWeights, { candidates }: Example): readonly Judged[] {
  return candidates.flatMap(({ features, target, weight, bonus }) =>
    weight === 0 || bonus === null
      ? []
      : [{ odds: logOddsOf(model, features, features.length) + bonus, right: target === 1 }],
  );
}

/** The line of greatest likelihood, by Newton's method. */
function calibrationOf(judged: readonly Judged[]): Calibration {
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < 25; step++) {
    let [towardsSlope, towardsIntercept, xx, x1, ones] = [0, 0, 0, 0, 0];
    for (const { odds, right } of judged) {
      const chance = 1 / (1 + Math.exp(-(slope * odds + intercept)));
      const miss = Number(right) - chance;
      const spread = chance * (1 - chance);
      towardsSlope += miss * odds;
      towardsIntercept += miss;
      xx += spread * odds * odds;
      x1 += spread * odds;
      ones += spread;
    }
    const determinant = xx * ones - x1 * x1;
    if (determinant === 0) break;
    slope += (ones * towardsSlope - x1 * towardsIntercept) / determinant;
    intercept += (xx * towardsIntercept - x1 * towardsSlope) / determinant;
  }
  return { slope, intercept };
}

/**
 * Chosen on PolNeAR dev, where F1 is flat from -1.8 to -0.8. Our own labels cannot choose it: most were drawn where an earlier model was
 * in doubt, so that what is easily passed over is too rare among them.
 */
const REPORTED_THRESHOLD = -1.5;

/** What campaigns say of themselves counts for less where articles report. */
function lessCampaign(one: Example): Example {
  if (one.source !== "campaign") return one;
  return { ...one, candidates: one.candidates.map((each) => ({ ...each, weight: each.weight * 0.3 })) };
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

/** English without a commitment model, whatever the file of an earlier version holds. */
export function untrainedEnglish(): Language {
  const text = fileURLToPath(new URL("../models/en/text.bin", import.meta.url));
  return english({ text: readFileSync(text), attribution: undefined });
}

/** Candidates of our own labels, with gold attribution. */
export function labelExamples(
  corpus: string,
  labels: readonly CommitmentLabel[],
  language: Language,
  split: "train" | "dev" = "train",
): readonly Example[] {
  return labelledArticles(corpus, labels, language, { split }).flatMap(({ analysis, labels: paired }) => {
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
            bonus: isWeighed(candidate) ? bonusOf(candidate) : null,
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
      bonus: null,
    })),
  };
}

/** The corpus marks items of lists with tags; in a text they would begin with a bullet. */
export function bareSentence(text: string): string {
  return text
    .replace(/<li>/gi, " • ")
    .replace(/<\/?[A-Z]+>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** 0 to 2: third of the campaign's documents, by a hash of their name; the last is for testing only. */
export function campaignPart(doc: string): number {
  let hash = 0;
  for (let at = 0; at < doc.length; at++) hash = feature(1, hash, doc.charCodeAt(at));
  return (hash >>> 0) % 3;
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

/** Logistic regression by AdaGrad; seeded. */
export function fit(
  examples: readonly Example[],
  { epochs = 8, rate = 0.03, l2 = 2e-5, campaignWeight = 1 }: FitOptions = {},
): CommissiveWeights {
  const rows = examples.flatMap((example) =>
    example.candidates.map(({ features, target, weight }) => ({
      features,
      target,
      weight: weight * (example.source === "labels" ? 1 : campaignWeight),
    })),
  );
  const weights = new Float32Array(1 << BITS);
  const squares = new Float32Array(1 << BITS);
  const model = { weights, scale: 1, threshold: 0 };
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
  return { ...model, reported: quantisedWeights(model.reported), own: quantisedWeights(model.own) };
}

function quantisedWeights(model: CommissiveWeights): CommissiveWeights {
  let largest = 0;
  for (const weight of model.weights) largest = Math.max(largest, Math.abs(weight));
  const scale = (largest || 1) / 127;
  return { ...model, scale, weights: Int8Array.from(model.weights, (weight) => Math.round(weight / scale)) };
}

/** The score of a statement: its best candidate's log odds. */
export function statementOdds(model: CommissiveWeights, example: Example): number {
  let best = -Infinity;
  for (const { features } of example.candidates) best = Math.max(best, logOddsOf(model, features, features.length));
  return best;
}
