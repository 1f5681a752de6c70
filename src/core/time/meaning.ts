import type { DayPart, TimeUnit } from "./time.ts";

/** What a time expression says before it is set against a publication date. */
export type Meaning =
  | {
      readonly kind: "calendar";
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
      /** "last Monday" -1, "this Monday" 0, "next Monday" 1 */
      readonly direction: -1 | 0 | 1 | null;
      readonly dayPart: DayPart | null;
      readonly clock: string | null;
    }
  | {
      readonly kind: "relative-day";
      readonly offset: number;
      readonly dayPart: DayPart | null;
      readonly clock: string | null;
    }
  /** "last week" -1, "this week" 0, "two weeks ago" -2; `count` null: "some years ago" */
  | {
      readonly kind: "relative-unit";
      readonly unit: TimeUnit;
      readonly count: number | null;
      readonly past: boolean;
      /** Counted from a time that the text spoke of, not from its publication: "a year earlier", "the following day". */
      readonly fromContext?: boolean;
    }
  | { readonly kind: "duration"; readonly unit: TimeUnit; readonly amount: number | null; readonly half: boolean }
  | { readonly kind: "reference"; readonly value: "PAST_REF" | "PRESENT_REF" | "FUTURE_REF" }
  | {
      readonly kind: "season";
      readonly season: "SP" | "SU" | "FA" | "WI";
      readonly year: number | null;
      readonly direction: -1 | 0 | 1 | null;
    }
  | {
      readonly kind: "quarter";
      /** `Q3`, `H1`, or `QX` for "the quarter". */
      readonly name: string;
      readonly year: number | null;
      readonly direction: -1 | 0 | 1 | null;
    }
  /** `199` is the 1990s, `19` the 20th century. */
  | { readonly kind: "years"; readonly digits: string }
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "clock"; readonly clock: string | null; readonly dayPart: DayPart | null };

/** What a rule made of the pieces from a place on; null where it does not apply. */
export type Reading = {
  /** The piece after the last one. */
  readonly end: number;
  readonly meaning: Meaning;
  /** "ago", "earlier" or "later" said which way to count. */
  readonly ago?: boolean;
} | null;

export type CalendarMeaning = Extract<Meaning, { kind: "calendar" }>;

/** A point of the calendar of which these fields are said. */
export function calendar(said: Partial<Omit<CalendarMeaning, "kind">>): CalendarMeaning {
  return { ...NOTHING_SAID, ...said };
}

const NOTHING_SAID: CalendarMeaning = {
  kind: "calendar",
  year: null,
  month: null,
  day: null,
  weekday: null,
  direction: null,
  dayPart: null,
  clock: null,
};
