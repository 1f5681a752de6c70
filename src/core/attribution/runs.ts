import type { Range } from "../span.ts";

/** The runs in order; those that touch are one. */
export function joined(runs: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && last.end >= run.start)
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, run.end) };
    else whole.push(run);
  }
  return whole;
}

/** Tokens of the runs. */
export function lengthOf(runs: readonly Range[]): number {
  return runs.reduce((sum, { start, end }) => sum + end - start, 0);
}
