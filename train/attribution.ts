import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { attributionModelSections } from "../src/core/attribution/model.ts";
import { englishWords } from "../src/core/languages/en/attribution.ts";
import { writeSections } from "../src/core/learning/model-file.ts";
import { at, jackknifedProbabilities, trainCueChains, trainParagraphChains } from "./attribution-chains.ts";
import { type Example, examplesOf, flattened } from "./attribution-gold.ts";
import {
  calibrate,
  priorTriples,
  proposalTables,
  secondTables,
  trainExact,
  trainRanker,
  trainSecond,
} from "./attribution-ranker.ts";
import { ATTRIBUTION_TRAINING } from "./attribution-settings.ts";
import { readArticles } from "./corpus.ts";
import { jackknifedAnalyses } from "./text.ts";

/** Trains the English attribution model on PolNeAR's train part less the unanimity test, and returns the file's bytes. */
export function trainAttribution(corpus: string, say: (line: string) => void = console.log): Uint8Array {
  const examples = trainingExamples(corpus);
  say(`${examples.length} readings of articles analysed`);
  const paragraphs = trainParagraphChains(examples);
  const probabilities = jackknifedProbabilities(examples, paragraphs);
  say("paragraph chain trained");
  const cues = trainCueChains(examples, probabilities);
  const tables = proposalTables(examples, probabilities, cues.without);
  say("cue chain trained");
  const ranker = trainRanker(tables);
  const exact = trainExact(tables);
  say(`ranker trained on ${tables.reduce((sum, { answers }) => sum + answers.length, 0)} proposals`);
  const seconds = secondTables(examples, tables);
  const second = trainSecond(seconds);
  say("second look trained");
  return writeSections(
    attributionModelSections({
      paragraph: paragraphs.whole,
      cue: cues.whole,
      ranker,
      exact,
      second,
      priors: priorTriples(examples, probabilities, () => true),
      ...calibrate(examples, tables, seconds),
    }),
  );
}

/** The articles trained on, each analysed by models that did not see it, and each once more without its paragraphs. */
export function trainingExamples(corpus: string): Example[] {
  const articles = readArticles(corpus, "train").filter(({ unanimityTest }) => !unanimityTest);
  const analyses = jackknifedAnalyses(articles, ATTRIBUTION_TRAINING.textFolds, corpus);
  const examples = examplesOf(articles, new Map(articles.map(({ id }, i) => [id, at(analyses, i)])), englishWords);
  return [...examples, ...examples.map(flattened)];
}

/** Writes what the model was trained with beside it. */
export function describeAttribution(bytes: Uint8Array): void {
  const file = fileURLToPath(new URL("../models/en/attribution.json", import.meta.url));
  const about = {
    bytes: bytes.length,
    corpus: "PolNeAR train less the articles with alternates",
    ...ATTRIBUTION_TRAINING,
  };
  writeFileSync(file, `${JSON.stringify(about, null, 2)}\n`);
}
