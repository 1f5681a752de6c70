import { asFloat32, asInt8, bytesOf, type ModelSection, readSections } from "../learning/model-file.ts";

/** Weighs candidates: one model for what articles report, one for documents that are one person's own words. */
export interface CommissiveModel {
  readonly reported: CommissiveWeights;
  readonly own: CommissiveWeights;
  readonly calibration: Calibration;
}

/** Log odds to confidence by a straight line (Platt 1999), one for both voices: the own voice has too few labels for a line of its own. */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * The share of candidates with these log odds that labels call a commitment; in hundredths, finer than the labels can tell. Never quite
 * certain, either way: that is for people.
 */
export function calibrated({ slope, intercept }: Calibration, logOdds: number): number {
  const chance = 1 / (1 + Math.exp(-(slope * logOdds + intercept)));
  return Math.min(99, Math.max(1, Math.round(100 * chance))) / 100;
}

/** Logistic regression over hashed features. The score is the log odds that somebody commits themselves. */
export interface CommissiveWeights {
  /** As many as a power of two. */
  readonly weights: Int8Array | Float32Array;
  /** What one unit in `weights` is worth. */
  readonly scale: number;
  /** Log odds from which a candidate counts. */
  readonly threshold: number;
}

/** Lays the model over the bytes of its file. Throws a RangeError when they are no such file. */
export function readCommissiveModel(file: Uint8Array): CommissiveModel {
  const sections = readSections(file);
  const part = (name: string): CommissiveWeights => {
    const weights = sections.get(name);
    const numbers = sections.get(`${name}.numbers`);
    if (weights === undefined || numbers === undefined) throw missing(name);
    const [scale = 1, threshold = 0] = asFloat32(numbers);
    return { weights: asInt8(weights), scale, threshold };
  };
  const calibration = sections.get("calibration");
  if (calibration === undefined) throw missing("calibration");
  const [slope = 1, intercept = 0] = asFloat32(calibration);
  return { reported: part("reported"), own: part("own"), calibration: { slope, intercept } };
}

function missing(section: string): RangeError {
  return new RangeError(
    `The commitment model has no section ${section}: it was made by another version; run \`npm run train\``,
  );
}

/** The sections of a model file, in a fixed order; weights must be eighth-bit. */
export function commissiveModelSections(model: CommissiveModel): ModelSection[] {
  const { slope, intercept } = model.calibration;
  const parts = (["reported", "own"] as const).flatMap((name) => {
    const { weights, scale, threshold } = model[name];
    return [
      { name: `${name}.numbers`, bytes: bytesOf(Float32Array.of(scale, threshold)) },
      { name, bytes: bytesOf(weights) },
    ];
  });
  return [{ name: "calibration", bytes: bytesOf(Float32Array.of(slope, intercept)) }, ...parts];
}

/** Log odds for the first `count` features. */
export function logOddsOf({ weights, scale }: CommissiveWeights, features: Int32Array, count: number): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[(features[at] ?? 0) & mask] ?? 0;
  return sum * scale;
}
