/** What a column can hold. Booleans are 0 and 1 in both engines. */
export type Value = string | number | null;

/** A piece of SQL with a value for each `?` in it. */
export interface SqlPart {
  readonly sql: string;
  readonly params: readonly Value[];
}
