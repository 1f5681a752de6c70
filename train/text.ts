import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { englishText } from "../src/core/languages/en/text.ts";
import { writeSections } from "../src/core/learning/model-file.ts";
import { analyse } from "../src/core/text/analyse.ts";
import type { Analysis } from "../src/core/text/analysis.ts";
import { type TextModel, textModelSections } from "../src/core/text/text-model.ts";
import { align, type AlignedArticle } from "./aligned.ts";
import { type CorpusArticle, readArticles, readLabels } from "./corpus.ts";
import { quantised } from "./perceptron.ts";
import { seeded } from "./random.ts";
import { trainNames } from "./names.ts";
import { tagByOthers, trainLexicon, trainTagger } from "./tagger.ts";

/** Raise it when features or training change, so that folds trained before are not taken for current. */
const EDITION = 2;

// Chosen on dev; more epochs bring less than a tenth of a point.
const TAGGER = { bits: 16, epochs: 5 };
const NAMES = { bits: 17, epochs: 8, hidden: 0.15, flattened: 0.04 };

/** Trains the English text model on all of train but the articles that test unanimity, and returns the file's bytes. */
export function trainText(corpus: string, say: (line: string) => void = console.log): Uint8Array {
  return trainOn(alignedTrain(corpus), say);
}

/**
 * Analyses of corpus articles by models that did not see them, in the articles' order: what feeds a next stage in training
 * must be no better than what it will get in use. Train articles are dealt into `k` folds by their place in the corpus
 * file; the others (dev, the unanimity test) are analysed by the model that ships.
 *
 * The models of the folds are kept in `.cache/text`; the first call takes as long as `k` trainings.
 */
export function jackknifedAnalyses(articles: readonly CorpusArticle[], k: number, corpus: string): Analysis[] {
  let train: AlignedArticle[] | undefined;
  const fold = new Map(trainIds(corpus).map((id, place) => [id, place % k]));
  const models = Array.from({ length: k }, (_, held) =>
    cached(`fold-${held}-of-${k}`, () => {
      train ??= alignedTrain(corpus);
      return trainOn(
        train.filter(({ id }) => fold.get(id) !== held),
        (line) => console.log(`text model without fold ${held}: ${line}`),
      );
    }),
  );
  const shipped = fileURLToPath(new URL("../models/en/text.bin", import.meta.url));
  let all: Uint8Array | undefined;
  const data = models.map((model) => englishText(model));
  let allData: ReturnType<typeof englishText> | undefined;
  return articles.map(({ id, text }) => {
    const held = fold.get(id);
    const known = held === undefined ? (allData ??= englishText((all ??= readFileSync(shipped)))) : data[held];
    return analyse(text, [], known ?? englishText(undefined));
  });
}

function trainOn(articles: readonly AlignedArticle[], say: (line: string) => void): Uint8Array {
  const lexicon = trainLexicon(articles);
  const tagger = quantised(trainTagger(articles, lexicon, TAGGER.bits, TAGGER.epochs, seeded(1)));
  say(`tagger trained on ${articles.length} articles`);
  tagByOthers(articles, lexicon, 3, TAGGER.bits, TAGGER.epochs, seeded(2));
  const { first, second } = trainNames(articles, lexicon, NAMES, seeded(3));
  say("names trained");
  const model: TextModel = { lexicon, tagger, names: { first: quantised(first), second: quantised(second) } };
  return writeSections(textModelSections(model));
}

/** The articles the text model learns from: those that have labels and are not the unanimity test. */
function alignedTrain(corpus: string): AlignedArticle[] {
  const labels = readLabels(corpus, "train");
  const data = englishText(undefined);
  return readArticles(corpus, "train").flatMap((article) => {
    const sentences = labels.get(article.id);
    return sentences && !article.unanimityTest ? [align(article, sentences, data)] : [];
  });
}

function trainIds(corpus: string): string[] {
  return readArticles(corpus, "train")
    .filter(({ unanimityTest }) => !unanimityTest)
    .map(({ id }) => id);
}

function cached(name: string, make: () => Uint8Array): Uint8Array {
  const folder = fileURLToPath(new URL("../.cache/text/", import.meta.url));
  const file = join(folder, `edition-${EDITION}-${name}.bin`);
  try {
    return readFileSync(file);
  } catch {
    const bytes = make();
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes);
    return bytes;
  }
}
