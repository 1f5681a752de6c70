const ROUNDS = 5;

/** Runs it five times and gives the shortest, in milliseconds. */
export function fastest(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Prints a step's rate over so many tokens. */
export function report(name: string, tokens: number, run: () => void): void {
  console.log(`${name.padEnd(26)}${thousands(tokens / fastest(run)).padStart(10)} tokens/s`);
}

/** Tokens a millisecond as thousands a second. */
export function thousands(rate: number): string {
  return `${Math.round(rate)}k`;
}
