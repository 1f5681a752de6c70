/** What the normalising of conditions must know of a language. */
export interface ConditionWords {
  /** Words that open a condition: "if", "once", "after". */
  readonly markers: ReadonlySet<string>;
  /** Words that name no event: articles, auxiliaries, "only", "place". */
  readonly empty: ReadonlySet<string>;
  /** The word in "end of the war". */
  readonly of: string;
  /** Endings that are cut, longest first, each with what takes its place. */
  readonly suffixes: readonly (readonly [ending: string, instead: string])[];
  readonly irregular: ReadonlyMap<string, string>;
  /** Families of events that are close but not the same, as stemmed words ("war end"). */
  readonly families: readonly (readonly string[])[];
}
