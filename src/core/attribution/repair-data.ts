import type { Range } from "../span.ts";
import type { SourceEndData } from "./source-ends.ts";

/** What repairs need of a language. Words in lower case. */
export interface RepairData {
  readonly repairs: {
    /** Base forms of verbs that take whom they address before what they say: "tell". */
    readonly addressing: ReadonlySet<string>;
    /** "citing": the reporter's word on where the source has it from. */
    readonly grounding: ReadonlySet<string>;
    readonly that: string;
    readonly as: string;
    readonly saying: ReadonlySet<string>;
    /** How a participle ends. */
    readonly participle: RegExp;
  };
  readonly sourceEnds: SourceEndData;
  readonly lemmaOf: (lower: string) => string;
}

/** An attribution in token ranges. */
export interface Parts {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
}
