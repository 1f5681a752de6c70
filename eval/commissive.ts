/**
 * Commissive or not, on bare sentences of the Australian election campaign of 2016 (Subramanian and others 2019).
 *
 *     npm run eval -- commissive
 *
 * Each sentence is given to the commitment stage as its speaker's own words, without its document; it counts as commissive when the stage
 * finds a commitment in it, and gold where the corpus marks it Commissive (action or outcome). The model was trained on two thirds of
 * the documents (by a hash of their name, see `campaignPart`), and is measured on the last third.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commit } from "../src/core/commitments/commit.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { articleOf, ownStatement, readLines } from "../train/commitment-gold.ts";
import type { Measure } from "./suite.ts";
import { bareSentence, campaignPart } from "../train/commitments.ts";

const file = join(
  fileURLToPath(new URL("../../shared/corpora/", import.meta.url)),
  "commitments/speech-acts-au2016/all.jsonl",
);

export interface CommissiveScore {
  readonly sentences: number;
  readonly gold: number;
  readonly predicted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Scores the last third, or null where the corpus is absent. */
export function scoreCommissive(): CommissiveScore | null {
  if (!existsSync(file)) return null;
  const language = loadEnglish();
  const sentences = readLines<{ doc: string; sentence: string; categories: readonly string[] }>(file).filter(
    ({ doc }) => campaignPart(doc) === 2,
  );
  let gold = 0;
  let predicted = 0;
  let hits = 0;
  for (const { doc, sentence, categories } of sentences) {
    const text = bareSentence(sentence);
    const article = articleOf({ id: doc, text });
    const statement = ownStatement(article, [[0, text.length]], 0);
    const [entry] = commit(article, analyse(text, [], language.text), [statement], language.commitments);
    const said = (entry?.commitments.length ?? 0) > 0;
    const meant = categories.some((category) => category.startsWith("Commissive"));
    if (said) predicted++;
    if (meant) gold++;
    if (said && meant) hits++;
  }
  const precision = predicted ? hits / predicted : 0;
  const recall = gold ? hits / gold : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { sentences: sentences.length, gold, predicted, precision, recall, f1 };
}

/** As measures with a floor. */
export async function measureCommissive(): Promise<readonly Measure[] | null> {
  const score = scoreCommissive();
  return score && [{ name: "commissive or not F1, campaign sentences", value: Math.round(1000 * score.f1) / 10 }];
}

/** Runs the suite. */
export function evaluateCommissive(): void {
  const score = scoreCommissive();
  if (score === null) {
    console.log("commissive: the corpus is absent");
    return;
  }
  const percent = (x: number): string => (100 * x).toFixed(1);
  console.log(
    `commissive or not: F1 ${percent(score.f1)} (P ${percent(score.precision)}, R ${percent(score.recall)}) on ${score.sentences} sentences, ${score.gold} commissive, ${score.predicted} said to be`,
  );
}

if (import.meta.main) evaluateCommissive();
