/** One thing that can be measured: a file under `eval/`, a line in the list in `main.ts`. */
export interface Suite {
  readonly name: string;
  /** Measures for the table and the floor; null where what it measures on is absent. */
  readonly measure?: () => Promise<readonly Measure[] | null>;
  /** Prints what a table cannot show. */
  readonly report: () => void | Promise<void>;
}

export interface Measure {
  readonly name: string;
  readonly value: number;
  /** What people reach against each other. */
  readonly human?: number;
  /** 95 % interval. */
  readonly spread?: readonly [low: number, high: number];
  /** True where less is better. */
  readonly lower?: boolean;
}
