import { type Chain, exponentialsOf } from "../learning/chain.ts";
import { wordsOf } from "../learning/column-sums.ts";
import { asFloat32, asInt32, asInt8, bytesOf, type ModelSection, readSections } from "../learning/model-file.ts";
import { sortedQuestions, type Trees } from "../learning/trees.ts";
import { LABELS } from "./labels.ts";
import { EDGES } from "./paragraph-features.ts";
import type { CuePriors } from "./proposal.ts";
import { PROPOSAL_WIDTH } from "./proposal-features.ts";
import { SECOND_WIDTH } from "./second-look.ts";

/** What `models/<language>/attribution.bin` holds. */
export interface AttributionModel {
  /** Reads a paragraph at once. */
  readonly paragraph: DecodedChain;
  /** Reads the surroundings of one cue candidate. */
  readonly cue: DecodedChain;
  /** How likely a proposal is right, on its own: content nearly, source at least in part. */
  readonly ranker: Trees;
  /** How likely it is right to the word, in all its parts. */
  readonly exact: Trees;
  /** How likely it is right, seen beside the paragraph's other proposals. */
  readonly second: Trees;
  readonly priors: CuePriors;
  /**
   * Pairs of the second look's log odds and the confidence they are worth, rising; in between, a straight line. One for
   * proposals that no likelier one contradicts, one for those that were beaten.
   */
  readonly standing: Float32Array;
  readonly beaten: Float32Array;
}

export interface DecodedChain extends Chain {
  readonly exponentials: Float64Array;
}

/** A model as training leaves it. */
export interface TrainedAttribution {
  readonly paragraph: Chain;
  readonly cue: Chain;
  readonly ranker: Trees;
  readonly exact: Trees;
  readonly second: Trees;
  /** Triples of a lemma's hash, times seen, times seen as a cue. */
  readonly priors: Int32Array;
  readonly standing: Float32Array;
  readonly beaten: Float32Array;
}

/** Lays the model over the bytes of its file. Throws a RangeError when they are no such file, or another version's. */
export function readAttributionModel(file: Uint8Array): AttributionModel {
  const sections = readSections(file);
  const section = (name: string): Uint8Array => {
    const bytes = sections.get(name);
    if (!bytes) throw otherVersion(`has no section ${name}`);
    return bytes;
  };
  const [width = 0, labels = 0, edges = 0, second = 0] = asInt32(section("shape"));
  if (width !== PROPOSAL_WIDTH || labels !== LABELS || edges !== EDGES || second !== SECOND_WIDTH)
    throw otherVersion(`has the shape ${width}/${labels}/${edges}/${second}`);
  return decoded({
    paragraph: chainIn("paragraph"),
    cue: chainIn("cue"),
    ranker: treesIn("ranker"),
    exact: treesIn("exact"),
    second: treesIn("second"),
    priors: asInt32(section("priors")),
    standing: asFloat32(section("standing")),
    beaten: asFloat32(section("beaten")),
  });

  function treesIn(name: string): Trees {
    return {
      roots: asInt32(section(`${name}.roots`)),
      feature: asInt32(section(`${name}.feature`)),
      value: asFloat32(section(`${name}.value`)),
      child: asInt32(section(`${name}.child`)),
      bias: asFloat32(section(`${name}.bias`))[0] ?? 0,
    };
  }

  function chainIn(name: string): Chain {
    return {
      labels,
      edges,
      weights: asInt8(section(`${name}.weights`)),
      scale: asFloat32(section(`${name}.scale`))[0] ?? 0,
      transitions: asFloat32(section(`${name}.transitions`)),
    };
  }
}

/** Makes ready for use what training left. */
export function decoded(trained: TrainedAttribution): AttributionModel {
  return {
    paragraph: decodedChain(trained.paragraph),
    cue: decodedChain(trained.cue),
    ranker: { ...trained.ranker, sorted: sortedQuestions(trained.ranker) },
    exact: { ...trained.exact, sorted: sortedQuestions(trained.exact) },
    second: { ...trained.second, sorted: sortedQuestions(trained.second) },
    priors: priorsOf(trained.priors),
    standing: trained.standing,
    beaten: trained.beaten,
  };
}

function decodedChain(chain: Chain): DecodedChain {
  return {
    ...chain,
    words: wordsOf(chain.weights, chain.labels),
    exponentials: exponentialsOf(chain.transitions),
  };
}

/** The sections of a model file, in a fixed order; the chains' weights must be quantised. */
export function attributionModelSections(model: TrainedAttribution): ModelSection[] {
  const chain = (name: string, { weights, scale, transitions }: Chain): ModelSection[] => {
    if (!(weights instanceof Int8Array)) throw new TypeError(`The weights of ${name} are not quantised`);
    return [
      { name: `${name}.scale`, bytes: bytesOf(Float32Array.of(scale)) },
      { name: `${name}.transitions`, bytes: bytesOf(transitions) },
      { name: `${name}.weights`, bytes: bytesOf(weights) },
    ];
  };
  const trees = (name: string, { roots, feature, value, child, bias }: Trees): ModelSection[] => [
    { name: `${name}.roots`, bytes: bytesOf(roots) },
    { name: `${name}.feature`, bytes: bytesOf(feature) },
    { name: `${name}.value`, bytes: bytesOf(value) },
    { name: `${name}.child`, bytes: bytesOf(child) },
    { name: `${name}.bias`, bytes: bytesOf(Float32Array.of(bias)) },
  ];
  return [
    { name: "shape", bytes: bytesOf(Int32Array.of(PROPOSAL_WIDTH, LABELS, EDGES, SECOND_WIDTH)) },
    ...chain("paragraph", model.paragraph),
    ...chain("cue", model.cue),
    ...trees("ranker", model.ranker),
    ...trees("exact", model.exact),
    ...trees("second", model.second),
    { name: "priors", bytes: bytesOf(model.priors) },
    { name: "standing", bytes: bytesOf(model.standing) },
    { name: "beaten", bytes: bytesOf(model.beaten) },
  ];
}

/** Confidence of a proposal, from the second look's log odds. */
export function confidenceOf(calibration: Float32Array, logOdds: number): number {
  const last = calibration.length - 2;
  if (last < 0) return 1 / (1 + Math.exp(-logOdds));
  if (logOdds <= (calibration[0] as number)) return calibration[1] as number;
  for (let at = 2; at <= last; at += 2) {
    const right = calibration[at] as number;
    if (logOdds > right) continue;
    const left = calibration[at - 2] as number;
    const share = (logOdds - left) / (right - left);
    return (calibration[at - 1] as number) * (1 - share) + (calibration[at + 1] as number) * share;
  }
  return calibration[last + 1] as number;
}

/** What the ranker knows of words, from triples of a lemma's hash, times seen, times seen as a cue. */
export function priorsOf(triples: Int32Array): CuePriors {
  const places = new Map<number, number>();
  for (let at = 0; at < triples.length; at += 3) places.set(triples[at] as number, at);
  return {
    shareOf: (lemma) => {
      const at = places.get(lemma);
      return at === undefined ? undefined : ((triples[at + 2] as number) + 0.5) / ((triples[at + 1] as number) + 2);
    },
    countOf: (lemma) => {
      const at = places.get(lemma);
      return at === undefined ? 0 : (triples[at + 1] as number);
    },
  };
}

function otherVersion(what: string): RangeError {
  return new RangeError(`The attribution model ${what}: it was made by another version; run \`npm run train\``);
}
