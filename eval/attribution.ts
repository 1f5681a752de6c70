/**
 * Source, cue and content, from the program's own output on PolNeAR dev, scored by `../shared/tools/score-attribution.mjs`.
 *
 *     npm run eval -- attribution
 *
 * Free indirect speech and what is nested in a quotation are left out, as `to-attributions.mjs` leaves them out.
 */
import type { Attribution } from "../src/core/attribution/attribution.ts";
import { attribute } from "../src/core/attribution/attribute.ts";
import { DEFAULT_CONFIDENCE } from "../src/core/confidence.ts";
import { cueActs, sayingVerbs } from "../src/core/languages/en/cues.ts";
import { lemmatizer } from "../src/core/languages/en/lemma.ts";
import { analyse } from "../src/core/text/analyse.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { seeded } from "../train/random.ts";
import {
  loadScorer,
  type MarkedArticle,
  markedArticles,
  matches,
  overlapF1,
  type Pair,
  type Scored,
  type Scorer,
  type Scores,
} from "./scorer.ts";
import type { Measure, Suite } from "./suite.ts";

export const attributionSuite: Suite = { name: "attribution", measure, report };

interface Predicted extends Scored {
  readonly confidence: number;
}

/** Agreement of one annotator with another, over the articles that several marked; `ceiling` below works it out again. */
interface Run {
  readonly scorer: Scorer;
  readonly articles: readonly MarkedArticle[];
  readonly predictions: ReadonlyMap<string, readonly Predicted[]>;
  /** The confidence at which F1 end to end is best. */
  readonly best: number;
}

let kept: Promise<Run | null> | undefined;

async function run(): Promise<Run | null> {
  const scorer = await loadScorer();
  if (!scorer) return null;
  const articles = markedArticles("dev");
  const predictions = new Map(articles.map((article) => [article.id, predict(article)]));
  let best = 0;
  let highest = 0;
  for (let floor = 0.1; floor < 0.7; floor += 0.01) {
    const { f1 } = endToEnd(scorer, articles, predictions, floor);
    if (f1 > highest) {
      highest = f1;
      best = floor;
    }
  }
  return { scorer, articles, predictions, best: Math.round(best * 100) / 100 };
}

/** The measures that `scores.json` holds: percent, but for the calibration error. */
async function measure(): Promise<readonly Measure[] | null> {
  kept ??= run();
  const found = await kept;
  if (!found) return null;
  const { scorer, articles, predictions, best } = found;
  const at = score(scorer, articles, predictions, best);
  const shown = score(scorer, articles, predictions, DEFAULT_CONFIDENCE);
  const without = withoutMostDirect(scorer, articles);
  const fewer = score(scorer, without, predictions, best);
  const human = ceiling(scorer);
  const spread = interval(scorer, articles, predictions, best);
  const unanimous = unanimity();
  return [
    { name: "end to end F1", value: percent(at.all.attribution.f1), human: percent(human.all.attribution.f1), spread },
    { name: "end to end precision", value: percent(at.all.attribution.p), human: percent(human.all.attribution.p) },
    { name: "end to end recall", value: percent(at.all.attribution.r), human: percent(human.all.attribution.r) },
    ...(["direct", "mixed", "indirect"] as const).map((kind) => ({
      name: `${kind} F1`,
      value: percent(at.byType[kind].attribution.f1),
      human: percent(human.byType[kind].attribution.f1),
    })),
    { name: "direct F1 without the article with most direct", value: percent(fewer.byType.direct.attribution.f1) },
    { name: "cue exact F1", value: percent(at.all.citron.cue.exact.f1), human: percent(human.all.citron.cue.exact.f1) },
    {
      name: "source exact F1",
      value: percent(at.all.citron.source.exact.f1),
      human: percent(human.all.citron.source.exact.f1),
    },
    {
      name: "content exact F1, trimmed",
      value: percent(at.all.citron.content.exactTrimmed.f1),
      human: percent(human.all.citron.content.exactTrimmed.f1),
    },
    { name: `precision at the default (${DEFAULT_CONFIDENCE})`, value: percent(shown.all.attribution.p) },
    { name: `recall at the default (${DEFAULT_CONFIDENCE})`, value: percent(shown.all.attribution.r) },
    { name: "calibration error", value: reliability(scorer, articles, predictions).error, lower: true },
    { name: "unanimous recall", value: percent(unanimous.recall) },
    { name: "marked by nobody", value: percent(unanimous.nobody), lower: true },
  ];
}

/** What the table cannot show: thresholds, reliability, kinds of cue. */
async function report(): Promise<void> {
  kept ??= run();
  const found = await kept;
  if (!found) return;
  const { scorer, articles, predictions, best } = found;
  console.log(`\nF1 is best at confidence ${best}. End to end by confidence (P / R / F1):`);
  for (const floor of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const { p, r, f1 } = endToEnd(scorer, articles, predictions, floor);
    console.log(`  ${floor.toFixed(1)}   ${percent(p)} / ${percent(r)} / ${percent(f1)}`);
  }
  const { bins, error } = reliability(scorer, articles, predictions);
  console.log(`\nReliability, candidates of 0.1 and more in ten equal bins (expected calibration error ${error}):`);
  for (const bin of bins)
    console.log(`  said ${bin.said.toFixed(3)}   right ${bin.right.toFixed(3)}   (${bin.count} candidates)`);
  console.log(`\nBy kind of cue, at confidence ${best} (precision over predictions, recall over gold):`);
  for (const [name, { predicted, hits, gold, found: recalled }] of byCue(scorer, articles, predictions, best))
    console.log(
      `  ${name.padEnd(28)} P ${percent(hits / (predicted || 1))}   R ${percent(recalled / (gold || 1))}   (${gold} gold)`,
    );
  const { recall, nobody, at } = unanimity();
  console.log(
    `\nWhat every annotator marked: recall ${percent(recall)} at confidence ${at}, where ${percent(nobody)} % are marked by nobody.`,
  );
}

/** The attributions the program finds in an article, in the scorers' form. */
export function predict(article: MarkedArticle): Predicted[] {
  const english = loadEnglish();
  return attribute(analyse(article.text, [], english.text), english.attribution)
    .filter((one) => !one.free && one.within === null)
    .map((one) => ({ ...scoredOf(one), confidence: one.confidence }));
}

function scoredOf({ source, cue, content }: Attribution): Scored {
  const pairs = (ranges: Attribution["source"]): Pair[] => ranges.map(({ start, end }) => [start, end]);
  return { sources: pairs(source), cues: pairs(cue), contents: pairs(content) };
}

function shownIn(
  predictions: ReadonlyMap<string, readonly Predicted[]>,
  article: MarkedArticle,
  floor: number,
): readonly Predicted[] {
  return (predictions.get(article.id) ?? []).filter(({ confidence }) => confidence >= floor);
}

function score(
  scorer: Scorer,
  articles: readonly MarkedArticle[],
  predictions: ReadonlyMap<string, readonly Predicted[]>,
  floor: number,
): Scores {
  const counts = scorer.blank();
  for (const article of articles)
    scorer.scoreArticle(counts, article, article.attributions, shownIn(predictions, article, floor));
  return scorer.finish(counts);
}

function endToEnd(
  scorer: Scorer,
  articles: readonly MarkedArticle[],
  predictions: ReadonlyMap<string, readonly Predicted[]>,
  floor: number,
): { p: number; r: number; f1: number } {
  let hits = 0;
  let predicted = 0;
  let gold = 0;
  for (const article of articles) {
    const shown = shownIn(predictions, article, floor);
    hits += matches(scorer, article, article.attributions, shown).size;
    predicted += shown.length;
    gold += article.attributions.filter(({ contents }) => contents.length).length;
  }
  return { p: hits / (predicted || 1), r: hits / (gold || 1), f1: (2 * hits) / (predicted + gold || 1) };
}

/** 95 % interval of F1 end to end, by drawing articles with replacement. */
function interval(
  scorer: Scorer,
  articles: readonly MarkedArticle[],
  predictions: ReadonlyMap<string, readonly Predicted[]>,
  floor: number,
): readonly [number, number] {
  const counts = articles.map((article) => {
    const shown = shownIn(predictions, article, floor);
    return [
      matches(scorer, article, article.attributions, shown).size,
      shown.length,
      article.attributions.length,
    ] as const;
  });
  const random = seeded(1);
  const drawn = Array.from({ length: 1000 }, () => {
    let hits = 0;
    let sizes = 0;
    for (let i = 0; i < counts.length; i++) {
      const [hit, predicted, gold] = counts[random.next() % counts.length] ?? [0, 0, 0];
      hits += hit;
      sizes += predicted + gold;
    }
    return (2 * hits) / (sizes || 1);
  }).sort((a, b) => a - b);
  return [percent(drawn[25] ?? 0), percent(drawn[974] ?? 0)];
}

/** Every ordered pair of annotators, on the articles that several marked. */
function ceiling(scorer: Scorer): Scores {
  const counts = scorer.blank();
  for (const article of markedArticles("train")) {
    if (!article.alternates?.length) continue;
    const people = [article.attributions, ...article.alternates.map(({ attributions }) => attributions)];
    for (const gold of people)
      for (const predicted of people) if (gold !== predicted) scorer.scoreArticle(counts, article, gold, predicted);
  }
  return scorer.finish(counts);
}

function withoutMostDirect(scorer: Scorer, articles: readonly MarkedArticle[]): readonly MarkedArticle[] {
  const direct = (article: MarkedArticle): number => {
    const mask = scorer.quoteMask(article.text);
    return article.attributions.filter(({ contents }) => scorer.typeOf(article.text, mask, contents) === "direct")
      .length;
  };
  const most = articles.toSorted((a, b) => direct(b) - direct(a))[0];
  return articles.filter((article) => article !== most);
}

interface Bin {
  readonly said: number;
  readonly right: number;
  readonly count: number;
}

/** Candidates of confidence 0.1 and more in ten equally filled bins: what was said, what was right. */
function reliability(
  scorer: Scorer,
  articles: readonly MarkedArticle[],
  predictions: ReadonlyMap<string, readonly Predicted[]>,
): { readonly bins: readonly Bin[]; readonly error: number } {
  const judged = articles.flatMap((article) => {
    const shown = shownIn(predictions, article, 0.1);
    const found = matches(scorer, article, article.attributions, shown);
    return shown.map((one) => ({ said: one.confidence, right: found.has(one) }));
  });
  judged.sort((a, b) => a.said - b.said);
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const part = judged.slice(Math.floor((bin * judged.length) / 10), Math.floor(((bin + 1) * judged.length) / 10));
    const count = part.length || 1;
    return {
      said: part.reduce((sum, { said }) => sum + said, 0) / count,
      right: part.filter(({ right }) => right).length / count,
      count: part.length,
    };
  });
  const error = bins.reduce((sum, { said, right, count }) => sum + (Math.abs(said - right) * count) / judged.length, 0);
  return { bins, error: Math.round(error * 1000) / 1000 };
}

const lemmaOf = lemmatizer(cueActs);

/** Class of a cue, by its words alone. */
function cueClass(text: string, cues: readonly Pair[]): string {
  const words = cues
    .map(([start, end]) => text.slice(start, end))
    .join(" ")
    .toLowerCase();
  if (words.includes("according")) return "according to";
  const known = words
    .split(/[^\p{L}]+/u)
    .map(lemmaOf)
    .find((word) => cueActs.has(word));
  if (known === undefined) return "no word of our lists";
  if (/^(?:a|an|the|his|her|their|its)\s/.test(words) || /(?:tion|ment|ism|ance|ence)s?$/.test(words)) return "noun";
  if (sayingVerbs.has(known)) return "saying verb";
  return `other, ${cueActs.get(known)}`;
}

interface ClassCounts {
  predicted: number;
  hits: number;
  gold: number;
  found: number;
}

function byCue(
  scorer: Scorer,
  articles: readonly MarkedArticle[],
  predictions: ReadonlyMap<string, readonly Predicted[]>,
  floor: number,
): [string, ClassCounts][] {
  const classes = new Map<string, ClassCounts>();
  const classOf = (article: MarkedArticle, one: Scored): ClassCounts => {
    const name = cueClass(article.text, one.cues);
    const counts = classes.get(name) ?? { predicted: 0, hits: 0, gold: 0, found: 0 };
    classes.set(name, counts);
    return counts;
  };
  for (const article of articles) {
    const shown = shownIn(predictions, article, floor);
    const found = matches(scorer, article, article.attributions, shown);
    const recalled = new Set(found.values());
    for (const one of shown) {
      const counts = classOf(article, one);
      counts.predicted++;
      if (found.has(one)) counts.hits++;
    }
    for (const one of article.attributions) {
      const counts = classOf(article, one);
      counts.gold++;
      if (recalled.has(one)) counts.found++;
    }
  }
  return [...classes].sort((a, b) => b[1].gold - a[1].gold);
}

let unanimous: { recall: number; nobody: number; at: number } | undefined;

/**
 * As `score-unanimous.mjs`: of the clusters (overlapping cues) in which every annotator has an attribution, how many are found; and
 * how many predictions meet nobody's cue. At the lowest confidence where at most 6 % are marked by nobody.
 */
function unanimity(): { recall: number; nobody: number; at: number } {
  unanimous ??= findUnanimity();
  return unanimous;
}

function findUnanimity(): { recall: number; nobody: number; at: number } {
  const articles = markedArticles("train").filter(({ alternates }) => alternates?.length);
  const cases = articles.map((article) => ({
    article,
    predicted: predict(article),
    people: [article.attributions, ...(article.alternates ?? []).map(({ attributions }) => attributions)],
  }));
  let best = { recall: 0, nobody: 0, at: 1 };
  for (let at = 0.05; at < 0.8; at += 0.01) {
    let clusters = 0;
    let found = 0;
    let shown = 0;
    let nobody = 0;
    for (const { article, predicted, people } of cases) {
      const got = predicted.filter(({ confidence }) => confidence >= at);
      for (const cluster of clustersOf(people)) {
        if (new Set(cluster.map(({ who }) => who)).size < people.length) continue;
        clusters++;
        if (cluster.some(({ marked }) => got.some((one) => isFound(article.text, marked, one)))) found++;
      }
      shown += got.length;
      nobody += got.filter((one) => !people.some((list) => list.some(({ cues }) => meet(cues, one.cues)))).length;
    }
    const rates = { recall: found / (clusters || 1), nobody: nobody / (shown || 1), at: Math.round(at * 100) / 100 };
    if (rates.nobody <= 0.06 && rates.recall > best.recall) best = rates;
  }
  return best;
}

interface Vote {
  readonly who: number;
  readonly marked: Scored;
}

function clustersOf(people: readonly (readonly Scored[])[]): Vote[][] {
  const clusters: Vote[][] = [];
  for (const [who, list] of people.entries())
    for (const marked of list) {
      if (!marked.cues.length || !marked.contents.length) continue;
      const cluster = clusters.find((votes) => votes.some((vote) => meet(vote.marked.cues, marked.cues)));
      if (cluster) cluster.push({ who, marked });
      else clusters.push([{ who, marked }]);
    }
  return clusters;
}

function isFound(text: string, gold: Scored, predicted: Scored): boolean {
  if (overlapF1(wordsIn(text, gold.contents), wordsIn(text, predicted.contents)) < 0.8) return false;
  return meet(gold.sources, predicted.sources) || (!gold.sources.length && !predicted.sources.length);
}

function wordsIn(text: string, pairs: readonly Pair[]): Set<number> {
  const words = new Set<number>();
  for (const [start, end] of pairs)
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*/gu))
      words.add(start + match.index);
  return words;
}

function meet(a: readonly Pair[], b: readonly Pair[]): boolean {
  return a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
