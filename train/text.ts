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
import { trainParser } from "./parser.ts";
import { quantised } from "./perceptron.ts";
import { seeded } from "./random.ts";
import { trainNames } from "./names.ts";
import { tagByOthers, trainLexicon, trainTagger } from "./tagger.ts";

/** Raise it when features or training change, so that folds trained before are not taken for current. */
const EDITION = 3;

// Chosen on dev; more epochs bring less than a tenth of a point.
const TAGGER = { bits: 15, epochs: 5 };
const NAMES = { bits: 17, epochs: 8, hidden: 0.15, flattened: 0.04 };
const PARSER = { transitionBits: 19, relationBits: 15, epochs: 4, exploring: 0.9, rate: 0.1, dropout: 0.3 };

/** Trains the English text model on all of train but the articles that test unanimity, and returns the file's bytes. */
export function trainText(corpus: string, say: (line: string) => void = console.log): Uint8Array {
  return trainOn(trainingSet(corpus), () => false, say);
}

/**
 * Analyses of corpus articles by models that did not see them, in the articles' order: what feeds a next stage in training
 * must be no better than what it will get in use. Train articles are dealt into `k` folds by their place in the corpus
 * file; the others (dev, the unanimity test) are analysed by the model that ships.
 *
 * The models of the folds are kept in `.cache/text`; the first call takes as long as `k` trainings.
 */
export function jackknifedAnalyses(articles: readonly CorpusArticle[], k: number, corpus: string): Analysis[] {
  let set: TrainingSet | undefined;
  const fold = new Map(trainIds(corpus).map((id, place) => [id, place % k]));
  const models = Array.from({ length: k }, (_, held) =>
    cached(`fold-${held}-of-${k}`, () => {
      set ??= trainingSet(corpus);
      return trainOn(
        set,
        ({ id }) => fold.get(id) === held,
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

interface TrainingSet {
  readonly articles: readonly AlignedArticle[];
  /** Tags by taggers that did not see the article, one array an article. */
  readonly tags: readonly Uint8Array[];
}

/**
 * Reads the training articles and tags each by a tagger that did not see it. The folds share these tags: that a tagger saw
 * the article held out tells the parser of a fold nothing about it.
 */
function trainingSet(corpus: string): TrainingSet {
  const articles = alignedTrain(corpus);
  tagByOthers(articles, trainLexicon(articles), 3, TAGGER.bits, TAGGER.epochs, seeded(2));
  return { articles, tags: articles.map(({ analysis }) => analysis.tokens.tag.slice()) };
}

function trainOn(
  set: TrainingSet,
  isLeftOut: (article: AlignedArticle) => boolean,
  say: (line: string) => void,
): Uint8Array {
  const articles = set.articles.filter((article) => !isLeftOut(article));
  const lexicon = trainLexicon(articles);
  const tagger = quantised(trainTagger(articles, lexicon, TAGGER.bits, TAGGER.epochs, seeded(1)));
  say(`tagger trained on ${articles.length} articles`);
  // training the tagger wrote its own tags, which are too good to learn from
  for (const [place, { analysis }] of set.articles.entries()) analysis.tokens.tag.set(set.tags[place] as Uint8Array);
  const { first, second } = trainNames(articles, lexicon, englishText(undefined).gazetteer, NAMES, seeded(3));
  say("names trained");
  const { transitions, relations } = trainParser(articles, lexicon, PARSER, seeded(4));
  say("parser trained");
  const model: TextModel = {
    lexicon,
    tagger,
    names: { first: quantised(first), second: quantised(second) },
    parser: { transitions: quantised(transitions), relations: quantised(relations) },
  };
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
