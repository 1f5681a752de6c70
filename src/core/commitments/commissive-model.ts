import { asFloat32, asInt8, bytesOf, type ModelSection, readSections } from "../learning/model-file.ts";

/** Weighs candidates: one weight a hashed feature. The score is the log odds that somebody commits themselves. */
export interface CommissiveModel {
  /** As many as a power of two. */
  readonly weights: Int8Array | Float32Array;
  /** What one unit in `weights` is worth. */
  readonly scale: number;
  readonly bias: number;
  /** Log odds from which a candidate counts, in reports and in documents that are one person's own words. */
  readonly threshold: number;
  readonly ownThreshold: number;
}

/** Lays the model over the bytes of its file. Throws a RangeError when they are no such file. */
export function readCommissiveModel(file: Uint8Array): CommissiveModel {
  const sections = readSections(file);
  const weights = sections.get("weights");
  const numbers = sections.get("numbers");
  if (weights === undefined || numbers === undefined)
    throw new RangeError(
      "The commitment model lacks its sections: it was made by another version; run `npm run train`",
    );
  const [scale = 1, bias = 0, threshold = 0, ownThreshold = 0] = asFloat32(numbers);
  return { weights: asInt8(weights), scale, bias, threshold, ownThreshold };
}

/** The sections of a model file, in a fixed order; weights must be eighth-bit. */
export function commissiveModelSections(model: CommissiveModel): ModelSection[] {
  return [
    { name: "numbers", bytes: bytesOf(Float32Array.of(model.scale, model.bias, model.threshold, model.ownThreshold)) },
    { name: "weights", bytes: bytesOf(model.weights) },
  ];
}

/** Log odds for the first `count` features. */
export function logOddsOf(model: CommissiveModel, features: Int32Array, count: number): number {
  const { weights, scale, bias } = model;
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[(features[at] ?? 0) & mask] ?? 0;
  return sum * scale + bias;
}
