/**
 * Speed of the text stage by step, one core, warm, over PolNeAR's train articles; and how it grows with the text's length.
 * Run by `npm run bench -- text`.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadEnglish } from "../src/ingest/languages.ts";
import { analyse, paragraphRanges } from "../src/core/text/analyse.ts";
import { recognise } from "../src/core/text/names.ts";
import { parse, parseView } from "../src/core/text/parse.ts";
import { tag, tagView } from "../src/core/text/tag.ts";
import { tokenise } from "../src/core/text/tokenise.ts";
import { shapesOf } from "../src/core/text/word-shapes.ts";
import { readArticles } from "../train/corpus.ts";
import { report, thousands } from "./rates.ts";

const corpus = process.env["ONRECORD_CORPORA"] ?? fileURLToPath(new URL("../../shared/corpora", import.meta.url));
if (!existsSync(corpus)) {
  console.log(`skipped: no corpora at ${corpus} (set ONRECORD_CORPORA)`);
  process.exit(0);
}
const texts = readArticles(corpus, "train")
  .slice(0, 300)
  .map(({ text }) => text);
const data = loadEnglish().text;
const { model } = data;
if (!model) throw new Error("models/en/text.bin is not there: run `npm run train`");

const analyses = texts.map((text) => analyse(text, [], data));
const views = analyses.map(({ text, tokens }) => tagView(tokens, shapesOf(text, tokens), model.lexicon));
const parseViews = views.map(parseView);
const tokens = analyses.reduce((sum, analysis) => sum + analysis.tokens.count, 0);

console.log(`${texts.length} articles, ${tokens} tokens; best of five rounds`);
report("tokenise", tokens, () => texts.forEach((text) => tokenise(text, [], data)));
report("+ sentences, quotations", tokens, () =>
  texts.forEach((text) => analyse(text, [], { ...data, model: undefined })),
);
report("shapes, lexicon", tokens, () =>
  analyses.forEach(({ text, tokens }) => tagView(tokens, shapesOf(text, tokens), model.lexicon)),
);
report("tag", tokens, () => views.forEach((view, place) => tag(view, sentencesAt(place), model.tagger)));
report("parse", tokens, () => parseViews.forEach((view, place) => parse(view, sentencesAt(place), model.parser)));
report("names", tokens, () =>
  views.forEach((view, place) => recognise(view, sentencesAt(place), model.names, data.gazetteer)),
);
report("analyse, all of it", tokens, () => texts.forEach((text) => analyse(text, [], data)));

console.log("\nlength of the text      tokens/s");
let all = texts.join("\n\n");
while (all.length < 5_000_000) all += `\n\n${all}`;
for (const length of [5_000, 50_000, 500_000, 5_000_000]) {
  const text = all.slice(0, length);
  let count = 0;
  let best = Infinity;
  const rounds = Math.max(2, Math.min(200, 2_000_000 / length));
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    count = analyse(text, [], data).tokens.count;
    best = Math.min(best, performance.now() - started);
  }
  console.log(`${String(length).padStart(9)} characters ${thousands(count / best).padStart(10)}`);
}

function sentencesAt(place: number): Parameters<typeof tag>[1] {
  const analysis = analyses[place];
  return analysis ? analysis.sentences : paragraphRanges([], 0);
}
