import type { LinearModel } from "../src/core/learning/linear.ts";
import { NAME_LABELS } from "../src/core/text/analysis.ts";
import type { Gazetteer } from "../src/core/text/gazetteer.ts";
import type { Lexicon } from "../src/core/text/lexicon.ts";
import { vote } from "../src/core/text/name-agreement.ts";
import {
  AFFIXES,
  generalCount,
  NAME_FEATURES,
  nameFeatures,
  transitionFeature,
} from "../src/core/text/name-features.ts";
import { best, decode, NameRoom, scoreFive } from "../src/core/text/name-labels.ts";
import { markCandidates, type NameView, nameView } from "../src/core/text/name-view.ts";
import type { NameModel } from "../src/core/text/names.ts";
import type { AlignedArticle } from "./aligned.ts";
import { Perceptron } from "./perceptron.ts";
import type { Random } from "./random.ts";
import { viewOf } from "./tagger.ts";

export interface NameTraining {
  readonly bits: number;
  readonly epochs: number;
  /** Share of tokens whose own word is hidden, so that context and shape carry names never seen. */
  readonly hidden: number;
  /** Share of sentences read as if capitals told nothing. */
  readonly flattened: number;
}

/**
 * Trains both readings. The second learns from what first readings that did not see the article made of it, as it will
 * have it in use. The articles must be tagged.
 */
export function trainNames(
  articles: readonly AlignedArticle[],
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  training: NameTraining,
  random: Random,
): NameModel {
  const views = articles.map((article) => nameView(viewOf(article, lexicon), article.analysis.sentences, gazetteer));
  const golds = articles.map(({ name }) => kindsOf(name));
  const folds = 4;
  for (let held = 0; held < folds; held += 1) {
    const others = views.map((_, place) => place).filter((place) => place % folds !== held);
    const model = trainReading(pick(views, others), pick(golds, others), training, false, random);
    for (const [place, view] of views.entries()) if (place % folds === held) decode(view, model, false);
  }
  for (const view of views) vote(view);
  const second = trainReading(views, golds, training, true, random);
  return { first: trainReading(views, golds, training, false, random), second };
}

function pick<T>(list: readonly T[], places: readonly number[]): T[] {
  return places.map((place) => list[place] as T);
}

function trainReading(
  views: readonly NameView[],
  golds: readonly Int8Array[],
  { bits, epochs, hidden, flattened }: NameTraining,
  second: boolean,
  random: Random,
): LinearModel {
  const perceptron = new Perceptron(5, bits);
  const { model } = perceptron;
  const sentences = views.flatMap((view, place) =>
    Array.from({ length: view.sentences.count }, (_, sentence) => ({ place, sentence })),
  );
  const room = new NameRoom();
  const labels = new Uint8Array(Math.max(...views.map(({ tokens }) => tokens.count)));
  let features = new Int32Array(0);
  const counts = new Int32Array(labels.length);
  const transition = new Int32Array(1);
  const flattenedCandidates = new Uint8Array(labels.length);
  const chance = (share: number): boolean => random.next() < share * 0x100000000;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(sentences);
    for (const { place, sentence } of sentences) {
      const view = views[place] as NameView;
      const gold = golds[place] as Int8Array;
      const from = view.sentences.start[sentence] as number;
      const to = view.sentences.end[sentence] as number;
      const flat = view.flat[sentence] === 1 || chance(flattened);
      let candidate = view.candidate;
      if (flat && view.flat[sentence] !== 1) {
        markCandidates(view, from, to, true, flattenedCandidates);
        candidate = flattenedCandidates;
      }
      for (let token = from; token < to;) {
        if (candidate[token] === 0) {
          token += 1;
          continue;
        }
        let end = token;
        let known = true;
        while (end < to && candidate[end] === 1) {
          if ((gold[end] as number) < 0) known = false;
          end += 1;
        }
        const start = token;
        token = end;
        if (!known) continue;
        room.fit(end - start);
        if (features.length < (end - start) * NAME_FEATURES)
          features = new Int32Array((end - start) * 2 * NAME_FEATURES);
        for (let at = start; at < end; at += 1) {
          const rows = features.subarray((at - start) * NAME_FEATURES, (at - start + 1) * NAME_FEATURES);
          let count = nameFeatures(view, from, to, at, flat, second, rows);
          if (chance(hidden)) count = generalCount(count) + (chance(0.7) ? AFFIXES : 0);
          counts[at - start] = count;
          scoreFive(model, rows, count, room.scores, (at - start) * 5);
        }
        best(model, room, start, end, flat, labels);
        perceptron.step();
        let goldBefore = 0;
        let guessBefore = 0;
        for (let at = start; at < end; at += 1) {
          const right = gold[at] as number;
          const guess = labels[at] as number;
          const rows = features.subarray((at - start) * NAME_FEATURES, (at - start + 1) * NAME_FEATURES);
          const count = counts[at - start] as number;
          if (right !== guess) {
            perceptron.move(rows, count, right, 1);
            perceptron.move(rows, count, guess, -1);
          }
          if (right !== guess || goldBefore !== guessBefore) {
            transition[0] = transitionFeature(goldBefore, flat);
            perceptron.move(transition, 1, right, 1);
            transition[0] = transitionFeature(guessBefore, flat);
            perceptron.move(transition, 1, guess, -1);
          }
          goldBefore = right;
          guessBefore = guess;
        }
      }
    }
  }
  return perceptron.averaged();
}

/** NAME_LABELS indices as places in NAME_KINDS. */
function kindsOf(name: Int8Array): Int8Array {
  return name.map((label) => (label < 0 ? -1 : Math.ceil(label / 2)));
}

export interface NameScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Exact match of names with their kind, by kind and over all. `names` are the analyses' own. */
export function scoreNames(articles: readonly AlignedArticle[]): Map<string, NameScore> {
  const counts = new Map<string, { right: number; gold: number; found: number }>();
  const add = (kind: string, key: "right" | "gold" | "found"): void => {
    for (const name of [kind, "all"]) {
      const count = counts.get(name) ?? { right: 0, gold: 0, found: 0 };
      count[key] += 1;
      counts.set(name, count);
    }
  };
  for (const { analysis, name } of articles) {
    const gold = namesIn(name);
    const found = namesIn(analysis.tokens.name);
    for (const key of gold) add(key.split(" ")[0] as string, "gold");
    for (const key of found) {
      add(key.split(" ")[0] as string, "found");
      if (gold.has(key)) add(key.split(" ")[0] as string, "right");
    }
  }
  return new Map(
    [...counts].map(([kind, { right, gold, found }]) => [
      kind,
      { precision: right / found, recall: right / gold, f1: (2 * right) / (gold + found) },
    ]),
  );
}

function namesIn(labels: Int8Array | Uint8Array): Set<string> {
  const names = new Set<string>();
  for (let token = 0; token < labels.length; token += 1) {
    const kind = Math.ceil((labels[token] as number) / 2);
    if (kind <= 0) continue;
    const start = token;
    while (token + 1 < labels.length && (labels[token + 1] as number) > 0 && labels[token + 1] === kind * 2) token += 1;
    names.add(`${NAME_LABELS[kind * 2]?.slice(2)} ${start} ${token + 1}`);
  }
  return names;
}
