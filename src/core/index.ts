/** The public API: every export named by hand. Pure; the same in Node, worker threads and a browser. */
export type { Article, Furniture, FurnitureKind, GivenField, Problem, ReuseRule } from "./article.ts";
export type { Act, Attribution, AttributionKind } from "./attribution/attribution.ts";
export type { Commitment } from "./commitment.ts";
export { DEFAULT_CONFIDENCE, LOWEST_KEPT_CONFIDENCE } from "./confidence.ts";
export type { Entry } from "./entry.ts";
export { hashOf } from "./hash.ts";
export type { EnglishModels } from "./languages/en/english.ts";
export { english } from "./languages/en/english.ts";
export type { Language } from "./languages/language.ts";
export { record } from "./record.ts";
export type { Shift } from "./shifts/shift.ts";
export { shifts } from "./shifts/shifts.ts";
export type { Range, Span } from "./span.ts";
export { spanOf } from "./span.ts";
export { sameSpeaker, speakerKey } from "./speakers/identity.ts";
export type { SaidTime, SpeakerKind, SpeakerMention, Statement, TextAndSpan } from "./statement.ts";
export type { Analysis } from "./text/analysis.ts";
export { analyse } from "./text/analyse.ts";
