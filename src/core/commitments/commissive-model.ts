import { asFloat32, asInt8, bytesOf, type ModelSection, readSections } from "../learning/model-file.ts";

/** Weighs candidates: one model for what articles report, one for documents that are one person's own words. */
export interface CommissiveModel {
  readonly reported: CommissiveWeights;
  readonly own: CommissiveWeights;
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
    if (weights === undefined || numbers === undefined)
      throw new RangeError(
        `The commitment model has no section ${name}: it was made by another version; run \`npm run train\``,
      );
    const [scale = 1, threshold = 0] = asFloat32(numbers);
    return { weights: asInt8(weights), scale, threshold };
  };
  return { reported: part("reported"), own: part("own") };
}

/** The sections of a model file, in a fixed order; weights must be eighth-bit. */
export function commissiveModelSections(model: CommissiveModel): ModelSection[] {
  return (["reported", "own"] as const).flatMap((name) => {
    const { weights, scale, threshold } = model[name];
    return [
      { name: `${name}.numbers`, bytes: bytesOf(Float32Array.of(scale, threshold)) },
      { name, bytes: bytesOf(weights) },
    ];
  });
}

/** Log odds for the first `count` features. */
export function logOddsOf({ weights, scale }: CommissiveWeights, features: Int32Array, count: number): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[(features[at] ?? 0) & mask] ?? 0;
  return sum * scale;
}
