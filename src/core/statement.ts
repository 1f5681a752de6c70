import type { Act, AttributionKind } from "./attribution/attribution.ts";
import type { Span } from "./span.ts";

/**
 * An attribution with its speaker in the world, and when, where and to whom it was said. What the text does not show is null.
 * The names here are the names in JSON, database and API.
 */
export interface Statement {
  /** Hash over the article's text hash and the offsets of source, cue and content. */
  readonly id: string;
  /** `own`: the whole document is one person's words, and the author's voice is the speaker's. */
  readonly kind: AttributionKind | "own";
  readonly act: Act;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly free: boolean;
  /** Id of the statement in whose quotation this one is nested. */
  readonly within: string | null;
  /** Id of the statement in the body of which a headline or standfirst is the repetition. */
  readonly repeats: string | null;
  readonly speaker: SpeakerMention | null;
  readonly said: SaidTime | null;
  readonly occasion: TextAndSpan | null;
  readonly addressee: TextAndSpan | null;
  readonly confidence: number;
}

export interface SpeakerMention {
  /** The fullest name the article gives. */
  readonly name: string | null;
  /** Head description of a source that the article never names: "a senior official". */
  readonly description: string | null;
  /** Where the article gives the name. */
  readonly span: Span | null;
  readonly kind: SpeakerKind;
  readonly named: boolean;
  /** Office or title as the article words it. */
  readonly role: { readonly title: string; readonly span: Span } | null;
}

export type SpeakerKind = "person" | "organisation" | "group" | "document" | "unknown";

export interface SaidTime {
  /** EDTF; `XXXX-08-25` where the text gives no year. */
  readonly date: string;
  readonly precision: "day" | "month" | "season" | "year" | "part";
  readonly span: Span;
}

export interface TextAndSpan {
  readonly text: string;
  readonly span: Span;
}
