import { firstOdds, likeliest, type Ranked, settle } from "../src/core/attribution/conflicts.ts";
import { type DecodedChain, priorsOf } from "../src/core/attribution/model.ts";
import { afterKey, beginKey, edgeKeys, firstKey, mayEnd } from "../src/core/attribution/endings.ts";
import {
  frameOf,
  headOf,
  PROPOSAL_WIDTH,
  proposalFeatures,
  sourceKey,
} from "../src/core/attribution/proposal-features.ts";
import type { CuePriors, Reading } from "../src/core/attribution/proposal.ts";
import { readingsOf, Workspace } from "../src/core/attribution/readings.ts";
import { lookAgain, SECOND_WIDTH, type SecondLook } from "../src/core/attribution/second-look.ts";
import { voicesOf } from "../src/core/attribution/voices.ts";
import { sortedQuestions, type Trees } from "../src/core/learning/trees.ts";
import { at, centreOf, foldOf } from "./attribution-chains.ts";
import { type Example, type Gold, isExact, isRight } from "./attribution-gold.ts";
import { ATTRIBUTION_TRAINING } from "./attribution-settings.ts";
import { isotonic } from "./calibration.ts";
import { seeded } from "./random.ts";
import { trainTrees } from "./trees.ts";

/** An article's proposals, paragraph by paragraph, with their features and whether each is right. */
export interface ProposalTable {
  readonly readings: readonly (readonly Reading[])[];
  readonly rows: Float32Array;
  readonly answers: Uint8Array;
  /** Whether each is right to the word. */
  readonly exact: Uint8Array;
}

/** The proposals of every article, from a chain and counts that did not see it. */
export function proposalTables(
  examples: readonly Example[],
  probabilities: readonly Float32Array[],
  without: readonly DecodedChain[],
): ProposalTable[] {
  const workspace = new Workspace();
  const priors = without.map((_, fold) =>
    priorsOf(priorTriples(examples, probabilities, ({ place }) => foldOf(place) !== fold)),
  );
  return examples.map((example, i) =>
    proposalTable(
      example,
      at(probabilities, i),
      at(without, foldOf(example.place)),
      at(priors, foldOf(example.place)),
      workspace,
    ),
  );
}

export function trainRanker(tables: readonly ProposalTable[]): Trees {
  return treesFrom(tables, "ranker", ATTRIBUTION_TRAINING.seed + 200);
}

export function trainExact(tables: readonly ProposalTable[]): Trees {
  return treesFrom(tables, "exact", ATTRIBUTION_TRAINING.seed + 210);
}

/** An article's proposals as a first look saw them whose trees did not see the article, paragraph by paragraph. */
export interface SecondTable {
  readonly looks: readonly { readonly odds: Float64Array; readonly look: SecondLook }[];
  /** Whether each proposal looked at again is right. */
  readonly answers: Uint8Array;
}

/** What the second look sees of each article. */
export function secondTables(examples: readonly Example[], tables: readonly ProposalTable[]): SecondTable[] {
  const { folds, seed } = ATTRIBUTION_TRAINING;
  const trees = Array.from({ length: folds }, (_, fold) => {
    const others = tables.filter((_, i) => foldOf(at(examples, i).place) !== fold);
    return {
      ranker: quick(treesFrom(others, "ranker", seed + 220 + fold)),
      exact: quick(treesFrom(others, "exact", seed + 230 + fold)),
    };
  });
  return tables.map((table, i) => secondTable(table, at(trees, foldOf(at(examples, i).place))));
}

export function trainSecond(tables: readonly SecondTable[], seed: number = ATTRIBUTION_TRAINING.seed + 240): Trees {
  const rows = joined(tables.flatMap(({ looks }) => looks.map(({ look }) => look.rows)));
  const answers = Uint8Array.from(tables.flatMap((table) => [...table.answers]));
  return trainTrees(rows, SECOND_WIDTH, answers, ATTRIBUTION_TRAINING.second, seeded(seed));
}

/** What the second look's odds are worth: on each half of the articles, by trees that saw only the other half. */
export function calibrate(
  examples: readonly Example[],
  tables: readonly ProposalTable[],
  seconds: readonly SecondTable[],
): { readonly standing: Float32Array; readonly beaten: Float32Array } {
  const standing: Judged[] = [];
  const beaten: Judged[] = [];
  for (const half of [0, 1]) {
    const others = seconds.filter((_, i) => at(examples, i).place % 2 !== half);
    const trees = quick(trainSecond(others, ATTRIBUTION_TRAINING.seed + 201 + half));
    for (const [i, second] of seconds.entries())
      if (at(examples, i).place % 2 === half && !at(examples, i).isFlattened)
        judge(at(examples, i), at(tables, i), second, trees, standing, beaten);
  }
  return { standing: isotonic(standing), beaten: isotonic(beaten) };
}

/** Triples of a lemma's (or frame's) hash, how often it was seen, how often it stood at the centre of a cue; sorted. */
export function priorTriples(
  examples: readonly Example[],
  probabilities: readonly Float32Array[],
  keep: (example: Example) => boolean,
): Int32Array {
  const counts = new Map<number, [seen: number, cue: number]>();
  const add = (lemma: number, which: 0 | 1): void => {
    const pair = counts.get(lemma) ?? [0, 0];
    pair[which]++;
    counts.set(lemma, pair);
  };
  for (const [i, example] of examples.entries()) {
    if (!keep(example)) continue;
    const { facts, gold } = example;
    for (let token = 0; token < facts.count; token++) {
      add(facts.lemma[token] as number, 0);
      add(frameOf(facts, token), 0);
    }
    for (const one of gold) {
      const centre = centreOf(one, at(probabilities, i));
      add(facts.lemma[centre] as number, 1);
      add(frameOf(facts, centre), 1);
      const last = one.content.at(-1);
      const [first] = one.content;
      if (!last || !first) continue;
      for (let i = last.start + 2; i <= last.end && i < facts.count; i++) {
        if (!mayEnd(facts, i)) continue;
        for (const key of edgeKeys(facts, centre, i)) {
          add(key, 0);
          if (i === last.end || (i === last.end - 1 && facts.mark[i])) add(key, 1);
        }
      }
      for (const source of one.source) add(sourceKey(facts, headOf(facts, source)), 1);
      // of the words that a content could begin with near its cue
      const low = Math.max(0, Math.min(first.start, centre) - 1);
      const high = Math.min(facts.count, Math.max(first.start, centre) + 4);
      for (let i = low; i < high; i++) {
        if (facts.sentence[i] !== facts.sentence[centre] || i === centre) continue;
        for (const key of [beginKey(facts, centre, i), afterKey(facts, centre, i), firstKey(facts, i)]) {
          add(key, 0);
          if (i === first.start) add(key, 1);
        }
      }
    }
    for (let token = 0; token < facts.count; token++) add(sourceKey(facts, token), 0);
  }
  const rows = [...counts].filter(([, [seen, cue]]) => cue > 0 || seen >= 30).sort(([a], [b]) => a - b);
  return Int32Array.from(rows.flatMap(([lemma, pair]) => [lemma, ...pair]));
}

/** A proposal's odds, and whether it was right. */
interface Judged {
  readonly score: number;
  readonly right: boolean;
}

export function proposalTable(
  example: Example,
  probabilities: Float32Array,
  chain: DecodedChain,
  priors: CuePriors,
  workspace: Workspace,
): ProposalTable {
  const { analysis, facts, gold } = example;
  const readings: Reading[][] = [];
  const parts: Float32Array[] = [];
  const voices = voicesOf(analysis, facts, probabilities);
  for (let paragraph = 0; paragraph < analysis.paragraphs.count; paragraph++) {
    const range = {
      start: analysis.paragraphs.start[paragraph] as number,
      end: analysis.paragraphs.end[paragraph] as number,
    };
    const here = readingsOf(analysis, facts, probabilities, range, chain, workspace);
    if (!here.length) continue;
    readings.push(here);
    parts.push(proposalFeatures(analysis, facts, probabilities, priors, here, voices));
  }
  const proposals = readings.flat().flatMap((reading) => reading.proposals);
  return {
    readings,
    rows: joined(parts),
    answers: Uint8Array.from(proposals, (proposal) => Number(gold.some((one) => isRight(facts, proposal, one)))),
    exact: Uint8Array.from(proposals, (proposal) => Number(gold.some((one) => isExact(facts, proposal, one)))),
  };
}

function treesFrom(tables: readonly ProposalTable[], which: "ranker" | "exact", seed: number): Trees {
  const rows = joined(tables.map((table) => table.rows));
  const answers = Uint8Array.from(tables.flatMap((table) => [...(which === "exact" ? table.exact : table.answers)]));
  return trainTrees(rows, PROPOSAL_WIDTH, answers, ATTRIBUTION_TRAINING[which], seeded(seed));
}

function secondTable(
  { readings, rows, answers }: ProposalTable,
  { ranker, exact }: { readonly ranker: Trees; readonly exact: Trees },
): SecondTable {
  let first = 0;
  const right: number[] = [];
  const looks = readings.map((here) => {
    const count = here.reduce((sum, { proposals }) => sum + proposals.length, 0);
    const own = rows.subarray(first * PROPOSAL_WIDTH, (first + count) * PROPOSAL_WIDTH);
    const odds = firstOdds(here, own, ranker);
    const look = lookAgain(here, own, odds, exact);
    for (const place of look.places) right.push(answers[first + place] as number);
    first += count;
    return { odds, look };
  });
  return { looks, answers: Uint8Array.from(right) };
}

/** Trees that many rows are put to. */
function quick(trees: Trees): Trees {
  return { ...trees, sorted: sortedQuestions(trees) };
}

/** Settles an article as `attribute` does, and notes the odds of what stands and of what is beaten. */
function judge(
  example: Example,
  { readings }: ProposalTable,
  { looks }: SecondTable,
  second: Trees,
  standing: Judged[],
  beaten: Judged[],
): void {
  const all: { ranked: Ranked; stands: boolean }[] = [];
  for (const [i, here] of readings.entries()) {
    const { odds, look } = at(looks, i);
    const settled = settle(likeliest(here, odds, look, second));
    for (const ranked of settled.standing) all.push({ ranked, stands: true });
    for (const ranked of settled.beaten) all.push({ ranked, stands: false });
  }
  // Each gold attribution is found once, by the likeliest: what repeats it is wrong.
  const taken = new Set<Gold>();
  for (const { ranked, stands } of all.sort((a, b) => b.ranked.logOdds - a.ranked.logOdds)) {
    const gold = example.gold.find((one) => !taken.has(one) && isRight(example.facts, ranked.proposal, one));
    if (gold) taken.add(gold);
    (stands ? standing : beaten).push({ score: ranked.logOdds, right: gold !== undefined });
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
