import type { PartedEntry } from "../doubtful.ts";

/** An entry on its way into the tables. */
export interface EntryDraft {
  /** Number of the event that first brought it. */
  readonly no: number;
  /** Number of the event that holds this reading of it. */
  readonly event: number;
  readonly entry: PartedEntry;
  readonly home: EntryHome;
  readonly date: string | null;
  /** It is in the tables already and is written anew. */
  readonly again: boolean;
}

/** What an entry takes from its article. */
export interface EntryHome {
  readonly no: number;
  readonly id: string;
  /** The engine that read it last; empty before the first reading is complete. */
  readonly engine: string;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly previous: number | null;
}
