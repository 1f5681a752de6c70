const ROUNDS = 5;

/**
 * Runs it five times and gives the shortest, in milliseconds of this thread's processor time: what other work on the machine
 * takes of the wall clock does not count, nor what the compiler and the garbage collector do in threads of their own.
 */
export function fastest(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
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
