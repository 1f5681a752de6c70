/** Random numbers from a seed, the same on every machine (xorshift32). */
export interface Random {
  /** An unsigned 32-bit integer. */
  next(): number;
  /** Shuffles in place (Fisher and Yates). */
  shuffle<T>(list: T[]): void;
}

export function seeded(seed: number): Random {
  let state = (seed | 0) ^ 0x9e3779b9 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return {
    next,
    shuffle<T>(list: T[]): void {
      for (let i = list.length - 1; i > 0; i--) {
        const j = next() % (i + 1);
        const swapped = list[i] as T;
        list[i] = list[j] as T;
        list[j] = swapped;
      }
    },
  };
}
