import type { ReadArticle } from "../ledger/ledger.ts";
import type { ExtractionFormat, Look } from "../publish/extraction.ts";
import type { Given } from "../read/reader.ts";
import type { From } from "./unit.ts";

/** What to do with every unit of a run. Plain data: a thread is started with it. */
export interface Task {
  readonly from: From;
  readonly given: Given;
  readonly minConfidence: number;
  readonly output: PrintOutput | KeepOutput;
}

/** Print in a format. */
export interface PrintOutput {
  readonly kind: "print";
  readonly format: ExtractionFormat["name"];
  readonly look: Look;
}

/** Hand over what a ledger keeps; articles it has from this engine are left alone. */
export interface KeepOutput {
  readonly kind: "keep";
  readonly engine: string;
}

/** What became of a unit. Text travels between threads, not objects: it is copied faster and held in less memory. */
export interface Done {
  /** print: the formatted extractions, in UTF-8; keep: `ReadArticle[]` as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly seen: readonly Seen[];
}

/** One input in a word, for progress and notices. */
export interface Seen {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly entries: number;
  /** The ledger had it already. */
  readonly known: boolean;
  readonly failed: boolean;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** Asks whether articles with these text hashes are kept already, in the same order. */
export type AreKnown = (hashes: readonly string[]) => Promise<readonly boolean[]>;

/** The records that a `keep` task handed over. */
export function recordsOf(done: Done): readonly ReadArticle[] {
  // `work` wrote these bytes from a ReadArticle[] in this same process.
  return JSON.parse(new TextDecoder().decode(done.bytes)) as readonly ReadArticle[];
}
