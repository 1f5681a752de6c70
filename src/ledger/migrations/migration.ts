/** One step of the schema, as SQL for each engine. A step that was released is never edited: append another. */
export interface Migration {
  readonly name: string;
  readonly sqlite: string;
  readonly postgres: string;
  /** It changes projections in such a way that they must be built anew from the events: in both engines, or in one. */
  readonly rebuild?: true | "sqlite" | "postgres";
}
