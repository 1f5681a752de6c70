/**
 * Speed of attribution by step, and of everything from raw text on: one core, warm, over PolNeAR's train articles; and how it
 * grows with the text's length. Run by `npm run bench -- attribution`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { attribute } from "../src/core/attribution/attribute.ts";
import { rank } from "../src/core/attribution/conflicts.ts";
import { proposalFeatures } from "../src/core/attribution/proposal-features.ts";
import { voicesOf } from "../src/core/attribution/voices.ts";
import { probabilitiesOf, readingsOf, Workspace } from "../src/core/attribution/readings.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { readArticles } from "../train/corpus.ts";
import { report, thousands } from "./rates.ts";

const corpus = process.env["ONRECORD_CORPORA"] ?? fileURLToPath(new URL("../../shared/corpora", import.meta.url));
if (!existsSync(corpus)) {
  console.log(`skipped: no corpora at ${corpus} (set ONRECORD_CORPORA)`);
  process.exit(0);
}
const texts = readArticles(corpus, "train")
  .slice(0, 200)
  .map(({ text }) => text);
const english = loadEnglish();
const data = english.attribution;
const { model } = data;
if (!model) throw new Error("models/en/attribution.bin is not there: run `npm run train`");

const analyses = texts.map((text) => analyse(text, [], english.text));
const tokens = analyses.reduce((sum, analysis) => sum + analysis.tokens.count, 0);
const workspace = new Workspace();
const facts = analyses.map((analysis) => data.readFacts(analysis));
const probabilities = analyses.map(({ paragraphs }, i) =>
  probabilitiesOf(facts[i] ?? missing(), paragraphs, model.paragraph, workspace),
);
const readings = analyses.map((_, i) => readingsIn(i));
const rows = readings.map((paragraphs, i) => paragraphs.map((list) => rowsOf(i, list)));

console.log(`${texts.length} articles, ${tokens} tokens; best of five rounds`);
report("facts", tokens, () => analyses.forEach((analysis) => data.readFacts(analysis)));
report("paragraph chain", tokens, () =>
  analyses.forEach(({ paragraphs }, i) =>
    probabilitiesOf(facts[i] ?? missing(), paragraphs, model.paragraph, workspace),
  ),
);
report("cue chain", tokens, () => analyses.forEach((_, i) => readingsIn(i)));
report("ranker's features", tokens, () =>
  readings.forEach((paragraphs, i) => paragraphs.forEach((list) => rowsOf(i, list))),
);
report("ranker", tokens, () =>
  readings.forEach((paragraphs, i) =>
    paragraphs.forEach((list, paragraph) => rank(list, rows[i]?.[paragraph] ?? missing(), model)),
  ),
);
report("attribute, all of it", tokens, () => analyses.forEach((analysis) => attribute(analysis, data)));
report("from raw text", tokens, () => texts.forEach((text) => attribute(analyse(text, [], english.text), data)));

console.log("\nlength of the text      tokens/s, from raw text");
let all = texts.join("\n\n");
while (all.length < 5_000_000) all += `\n\n${all}`;
for (const length of [5_000, 50_000, 500_000, 5_000_000]) {
  const text = all.slice(0, length);
  let count = 0;
  let best = Infinity;
  const rounds = Math.max(2, Math.min(100, 1_000_000 / length));
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const analysis = analyse(text, [], english.text);
    attribute(analysis, data);
    count = analysis.tokens.count;
    best = Math.min(best, performance.now() - started);
  }
  console.log(`${String(length).padStart(9)} characters ${thousands(count / best).padStart(10)}`);
}

function readingsIn(article: number): ReturnType<typeof readingsOf>[] {
  const analysis = analyses[article] ?? missing();
  const { paragraphs } = analysis;
  return Array.from({ length: paragraphs.count }, (_, paragraph) =>
    readingsOf(
      analysis,
      facts[article] ?? missing(),
      probabilities[article] ?? missing(),
      { start: paragraphs.start[paragraph] as number, end: paragraphs.end[paragraph] as number },
      (model ?? missing()).cue,
      workspace,
    ),
  );
}

function rowsOf(article: number, list: ReturnType<typeof readingsOf>): Float32Array {
  return proposalFeatures(
    analyses[article] ?? missing(),
    facts[article] ?? missing(),
    probabilities[article] ?? missing(),
    (model ?? missing()).priors,
    list,
    voicesOf(analyses[article] ?? missing(), facts[article] ?? missing(), probabilities[article] ?? missing()),
  );
}

function missing(): never {
  throw new RangeError("An article without its readings");
}
