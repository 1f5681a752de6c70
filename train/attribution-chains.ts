import { stretch } from "../src/core/attribution/cue-candidates.ts";
import { CUE_STRIDE, cueFeatures } from "../src/core/attribution/cue-features.ts";
import { CUE, LABELS, roleProbability } from "../src/core/attribution/labels.ts";
import type { DecodedChain } from "../src/core/attribution/model.ts";
import { EDGES, edgeAt, PARAGRAPH_STRIDE, paragraphFeatures } from "../src/core/attribution/paragraph-features.ts";
import { probabilitiesOf, Workspace } from "../src/core/attribution/readings.ts";
import { type Chain, exponentialsOf } from "../src/core/learning/chain.ts";
import { type Example, type Gold, labelsOf } from "./attribution-gold.ts";
import { ATTRIBUTION_TRAINING } from "./attribution-settings.ts";
import { quantise, type Sequence, trainChain } from "./chain.ts";
import { seeded } from "./random.ts";

/** A chain trained on all articles, and for each fold one that did not see it. */
export interface Chains {
  readonly whole: Chain;
  readonly without: readonly DecodedChain[];
}

/** Stage 1: the chain that reads a paragraph at once. */
export function trainParagraphChains(examples: readonly Example[]): Chains {
  return chainsFrom(
    examples,
    examples.map(paragraphSequences),
    "paragraph",
    PARAGRAPH_STRIDE,
    ATTRIBUTION_TRAINING.seed,
  );
}

/** Stage 2: the chain that reads around a cue, on true attributions only: rejecting is left to the ranker. */
export function trainCueChains(examples: readonly Example[], probabilities: readonly Float32Array[]): Chains {
  const sequences = examples.map((example, i) => cueSequences(example, at(probabilities, i)));
  return chainsFrom(examples, sequences, "cue", CUE_STRIDE, ATTRIBUTION_TRAINING.seed + 100);
}

/** Each article's probabilities, from the chain that did not see it. */
export function jackknifedProbabilities(examples: readonly Example[], { without }: Chains): Float32Array[] {
  const workspace = new Workspace();
  return examples.map(({ facts, analysis, place }) =>
    probabilitiesOf(facts, analysis.paragraphs, at(without, foldOf(place)), workspace),
  );
}

export function foldOf(article: number): number {
  return article % ATTRIBUTION_TRAINING.folds;
}

/** The item at a place that is known to be there. */
export function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`Nothing at ${place} of ${list.length}`);
  return item;
}

/** The token of a cue that the first chain holds most likely: the one that will be the candidate's centre in use. */
export function centreOf(gold: Gold, probabilities: Float32Array): number {
  const [cue] = gold.cue;
  if (!cue) return 0;
  let centre = cue.start;
  for (let i = cue.start; i < cue.end; i++)
    if (roleProbability(probabilities, i, CUE) > roleProbability(probabilities, centre, CUE)) centre = i;
  return centre;
}

function chainsFrom(
  examples: readonly Example[],
  sequences: readonly (readonly Sequence[])[],
  which: "paragraph" | "cue",
  stride: number,
  seed: number,
): Chains {
  const { folds } = ATTRIBUTION_TRAINING;
  const without = Array.from({ length: folds }, (_, fold) => {
    const others = sequences.flatMap((list, i) => (foldOf(at(examples, i).place) === fold ? [] : list));
    return decodedChain(chainFrom(others, which, stride, seed + fold));
  });
  return { whole: chainFrom(sequences.flat(), which, stride, seed + folds), without };
}

function chainFrom(sequences: readonly Sequence[], which: "paragraph" | "cue", stride: number, seed: number): Chain {
  const { range, ...training } = ATTRIBUTION_TRAINING[which];
  return quantise(trainChain(sequences, { ...training, labels: LABELS, edges: EDGES, stride }, seeded(seed)), range);
}

export function decodedChain(chain: Chain): DecodedChain {
  return { ...chain, exponentials: exponentialsOf(chain.transitions) };
}

function paragraphSequences(example: Example): Sequence[] {
  const { paragraphs } = example.analysis;
  const labels = labelsOf(example.facts.count, example.gold);
  return Array.from({ length: paragraphs.count }, (_, paragraph) => {
    const start = paragraphs.start[paragraph] as number;
    const end = paragraphs.end[paragraph] as number;
    const features = new Int32Array((end - start) * PARAGRAPH_STRIDE);
    paragraphFeatures(example.facts, start, end, features);
    return { features, edges: edgesOf(example, start, end), labels: labels.slice(start, end) };
  });
}

function cueSequences(example: Example, probabilities: Float32Array): Sequence[] {
  const { analysis, facts } = example;
  return example.gold.map((gold) => {
    const centre = centreOf(gold, probabilities);
    const paragraph = analysis.tokens.paragraph[centre] as number;
    const { start, end } = stretch(
      facts,
      probabilities,
      analysis.sentences,
      centre,
      analysis.paragraphs.start[paragraph] as number,
      analysis.paragraphs.end[paragraph] as number,
    );
    const features = new Int32Array((end - start) * CUE_STRIDE);
    cueFeatures(facts, probabilities, { centre, start, end }, features);
    return { features, edges: edgesOf(example, start, end), labels: labelsOf(facts.count, [gold]).slice(start, end) };
  });
}

function edgesOf({ facts }: Example, start: number, end: number): Uint8Array {
  return Uint8Array.from({ length: end - start }, (_, i) => edgeAt(facts, start + i));
}
