import { bestClass, type LinearModel, scoreClasses } from "../src/core/learning/linear.ts";
import { ALWAYS, type Lexicon, lexiconOf } from "../src/core/text/lexicon.ts";
import { isShouted, sureTag, tag, TAG_FEATURES, tagFeatures, type TagView, tagView } from "../src/core/text/tag.ts";
import { TAGS } from "../src/core/text/tags.ts";
import { shapesOf } from "../src/core/text/word-shapes.ts";
import type { AlignedArticle } from "./aligned.ts";
import { Perceptron } from "./perceptron.ts";
import type { Random } from "./random.ts";

/** The words that occur at least `often` times, with their usual tag. */
export function trainLexicon(articles: readonly AlignedArticle[], often: number = 3): Lexicon {
  const counts = new Map<number, Map<number, number>>();
  for (const { analysis, tag } of articles)
    for (let token = 0; token < analysis.tokens.count; token += 1) {
      const label = tag[token] as number;
      if (label < 0) continue;
      const word = analysis.tokens.lower[token] as number;
      let tags = counts.get(word);
      if (!tags) counts.set(word, (tags = new Map()));
      tags.set(label, (tags.get(label) ?? 0) + 1);
    }
  const entries = new Map<number, number>();
  for (const [word, tags] of counts) {
    let total = 0;
    let best = 0;
    let bestCount = 0;
    for (const [label, count] of tags) {
      total += count;
      if (count > bestCount) [best, bestCount] = [label, count];
    }
    if (total >= often) entries.set(word, best | (total >= 100 && bestCount >= total * 0.998 ? ALWAYS : 0));
  }
  return lexiconOf(entries);
}

export function viewOf(article: AlignedArticle, lexicon: Lexicon): TagView {
  const { analysis } = article;
  return tagView(analysis.tokens, shapesOf(analysis.text, analysis.tokens), lexicon);
}

/** Trains the tagger, each token after the tags it gave to those before: mistakes are part of what it sees. */
export function trainTagger(
  articles: readonly AlignedArticle[],
  lexicon: Lexicon,
  bits: number,
  epochs: number,
  random: Random,
): LinearModel {
  const perceptron = new Perceptron(TAGS.length, bits);
  const views = articles.map((article) => viewOf(article, lexicon));
  const sentences = articles.flatMap(({ analysis }, place) =>
    Array.from({ length: analysis.sentences.count }, (_, sentence) => ({ place, sentence })),
  );
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(TAGS.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(sentences);
    for (const { place, sentence } of sentences) {
      const view = views[place] as TagView;
      const { analysis, tag: gold } = articles[place] as AlignedArticle;
      const from = analysis.sentences.start[sentence] as number;
      const to = analysis.sentences.end[sentence] as number;
      const shouted = isShouted(view, from, to);
      for (let token = from; token < to; token += 1) {
        const sure = sureTag(view, token);
        if (sure >= 0) {
          view.tokens.tag[token] = sure;
          continue;
        }
        const count = tagFeatures(view, from, to, token, shouted, features);
        scoreClasses(perceptron.model, features, count, scores);
        const guess = bestClass(scores, TAGS.length);
        view.tokens.tag[token] = guess;
        const right = gold[token] as number;
        perceptron.step();
        if (right < 0 || right === guess) continue;
        perceptron.move(features, count, right, 1);
        perceptron.move(features, count, guess, -1);
      }
    }
  }
  return perceptron.averaged();
}

/** Tags the articles in place, each by a tagger that did not see it: what later stages learn from must not be too good. */
export function tagByOthers(
  articles: readonly AlignedArticle[],
  lexicon: Lexicon,
  folds: number,
  bits: number,
  epochs: number,
  random: Random,
): number {
  let agreement = 0;
  for (let held = 0; held < folds; held += 1) {
    const model = trainTagger(
      articles.filter((_, place) => place % folds !== held),
      lexicon,
      bits,
      epochs,
      random,
    );
    const unseen = articles.filter((_, place) => place % folds === held);
    agreement += tagArticles(unseen, lexicon, model) / folds;
  }
  return agreement;
}

/** Tags the articles in place and returns the share of labelled tokens that agree with the corpus. */
export function tagArticles(articles: readonly AlignedArticle[], lexicon: Lexicon, model: LinearModel): number {
  let right = 0;
  let total = 0;
  for (const article of articles) {
    tag(viewOf(article, lexicon), article.analysis.sentences, model);
    for (const [token, label] of article.tag.entries()) {
      if (label < 0) continue;
      total += 1;
      if (article.analysis.tokens.tag[token] === label) right += 1;
    }
  }
  return right / total;
}
