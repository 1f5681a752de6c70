import type { Tokens } from "./analysis.ts";
import { CLASSES, DIGIT, LOWER, LOWERED, UPPER } from "./characters.ts";

/** How words look: what the models see of a word that they never met. One element a token. */
export interface WordShapes {
  /** Hashes of the last one to four and first one to three letters, in lower case. */
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** The sequence of character classes, runs made one: `Xx`, `X.X.`, `d-x`. */
  readonly shape: Int32Array;
  /** LOWERCASE, CAPITAL, ALL_CAPITALS, MIXED, NUMBER or MARK. */
  readonly casing: Uint8Array;
}

export const LOWERCASE = 0;
export const CAPITAL = 1;
export const ALL_CAPITALS = 2;
export const MIXED = 3;
export const NUMBER = 4;
export const MARK = 5;

/** Looks at every token's letters once. */
export function shapesOf(text: string, tokens: Tokens): WordShapes {
  const { count, start, end } = tokens;
  const shapes: WordShapes = {
    suffix1: new Int32Array(count),
    suffix2: new Int32Array(count),
    suffix3: new Int32Array(count),
    suffix4: new Int32Array(count),
    prefix1: new Int32Array(count),
    prefix2: new Int32Array(count),
    prefix3: new Int32Array(count),
    shape: new Int32Array(count),
    casing: new Uint8Array(count),
  };
  for (let token = 0; token < count; token += 1) {
    const from = start[token] as number;
    const to = end[token] as number;
    let hash = 17;
    for (let length = 1; length <= 4; length += 1) {
      hash = fold(hash, from <= to - length ? (LOWERED[text.charCodeAt(to - length)] as number) : 1);
      if (length === 1) shapes.suffix1[token] = hash;
      else if (length === 2) shapes.suffix2[token] = hash;
      else if (length === 3) shapes.suffix3[token] = hash;
      else shapes.suffix4[token] = hash;
    }
    hash = 29;
    for (let length = 1; length <= 3; length += 1) {
      hash = fold(hash, from + length <= to ? (LOWERED[text.charCodeAt(from + length - 1)] as number) : 1);
      if (length === 1) shapes.prefix1[token] = hash;
      else if (length === 2) shapes.prefix2[token] = hash;
      else shapes.prefix3[token] = hash;
    }
    let shape = 41;
    let last = -1;
    let runs = 0;
    let uppers = 0;
    let lowers = 0;
    let digits = 0;
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = CLASSES[unit] as number;
      const seen = kind <= DIGIT ? kind : (LOWERED[unit] as number) + 16;
      if (kind === UPPER) uppers += 1;
      else if (kind === LOWER) lowers += 1;
      else if (kind === DIGIT) digits += 1;
      if (seen === last) continue;
      if (runs < 8) shape = fold(shape, seen);
      runs += 1;
      last = seen;
    }
    shapes.shape[token] = shape;
    const first = CLASSES[text.charCodeAt(from)] as number;
    shapes.casing[token] =
      digits > 0
        ? NUMBER
        : uppers + lowers === 0
          ? MARK
          : uppers === 0
            ? LOWERCASE
            : lowers === 0 && (uppers > 1 || to - from === 1)
              ? ALL_CAPITALS
              : first === UPPER && uppers === 1
                ? CAPITAL
                : MIXED;
  }
  return shapes;
}

/** One more unit into a hash (FNV-1a). */
function fold(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}
