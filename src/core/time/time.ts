import type { Range } from "../span.ts";

/**
 * A time expression, as TIMEX3 (TimeML 1.2.1) marks it, without its preposition:
 *
 *     The bridge will open by the end of 2027, Ruiz said on Tuesday.
 *                          ^  ^                             ^ "Tuesday", relation on
 *                          |  "the end of 2027", part end, relation by
 *                          phraseStart
 */
export interface TimeExpression extends Range {
  /** Half-open token range. */
  readonly firstToken: number;
  readonly endToken: number;
  readonly type: TimeType;
  /** TIMEX3 value: `1989-10-27`, `1989-W43`, `P3M`, `PRESENT_REF`, `XXXX-08-25`; `X` stands where the text gives no anchor. */
  readonly value: string;
  /** EDTF of the point or stretch of calendar that is named; null for durations, sets, and what has no anchor. */
  readonly edtf: string | null;
  /** How exactly the calendar is named; null where `edtf` is. */
  readonly precision: TimePrecision | null;
  /** "early March", "late in 2027", "the end of the year" */
  readonly part: "early" | "mid" | "late" | "end" | "start" | null;
  /** How the preposition before it relates it to what happens. */
  readonly relation: TimeRelation | null;
  /** Where the phrase begins with that preposition; `start` when there is none. */
  readonly phraseStart: number;
}

export type TimeType = "date" | "time" | "duration" | "set";

export type TimePrecision = "day" | "week" | "month" | "quarter" | "season" | "year" | "decade" | "century" | "part";

export type TimeRelation =
  "on" | "in" | "by" | "before" | "after" | "since" | "until" | "from" | "within" | "for" | "during" | "ago" | "about";

/** What the time stage must know of a language: each lower-case word's part in time expressions. */
export interface TimeData {
  readonly months: ReadonlyMap<string, number>;
  /** Months written short, which need a day or a year beside them: "Aug. 25". */
  readonly shortMonths: ReadonlySet<string>;
  /** Months that are common words too: "may", "march". */
  readonly ambiguousMonths: ReadonlySet<string>;
  /** Words beside a month's name that show it is one: "since May", "March through June". */
  readonly monthLinks: ReadonlySet<string>;
  /** 1 is Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Words before a weekday that make it one day's own name: "Good Friday", "Cyber Monday". */
  readonly namedDays: ReadonlySet<string>;
  /** Two words that begin the name of a paper where another capital follows: "the Sunday Lantern". */
  readonly weekdayTitles: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, TimeUnit>;
  readonly plurals: ReadonlySet<string>;
  /** Words between a number and its unit that leave the length as it is: "three straight days", "two trading weeks". */
  readonly amountAdjectives: ReadonlySet<string>;
  /** Words between "last", "this" or "next" and a unit: "last fiscal year". */
  readonly unitAdjectives: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Words before a number that make it no year: "$", "number". */
  readonly numberMarks: ReadonlySet<string>;
  /** Words after a number that make it an amount, neither day nor year: "percent", "million". */
  readonly scales: ReadonlySet<string>;
  /** Words after a number that it counts or measures, so that it is no year: "1900 people", "1600 feet". */
  readonly measures: ReadonlySet<string>;
  /** "nineties" 9 */
  readonly decades: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, "SP" | "SU" | "FA" | "WI">;
  /** Words before a season without an article that show it is one: "in spring". */
  readonly seasonLinks: ReadonlySet<string>;
  /** Words after "fall" or "spring" that show it is the verb: "fall apart". */
  readonly seasonParticles: ReadonlySet<string>;
  readonly dayParts: ReadonlyMap<string, DayPart>;
  readonly days: ReadonlyMap<string, RelativeDay>;
  /** Words that point at a time without naming one. */
  readonly references: ReadonlyMap<string, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF">;
  readonly sets: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, "early" | "mid" | "late" | "end" | "start">;
  /** "last" -1, "this" 0, "next" 1 */
  readonly directions: ReadonlyMap<string, -1 | 0 | 1>;
  readonly relations: ReadonlyMap<string, TimeRelation>;
  readonly vagueAmounts: ReadonlySet<string>;
  readonly approximations: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly holidays: ReadonlyMap<string, string>;
  /** Words after a holiday that make it another thing: "Christmas tree". */
  readonly holidayCompounds: ReadonlySet<string>;
  /** Words after a day's or month's name that make it part of another name: "Sunday Times", "March Madness". */
  readonly nameEndings: ReadonlySet<string>;
  /** Words that say that what follows lies ahead. */
  readonly futureVerbs: ReadonlySet<string>;
  /** Words that say that what follows is past: nothing before them makes it future. */
  readonly pastVerbs: ReadonlySet<string>;
  /** Every word that an expression may begin with, digits aside: all others are passed over at once. */
  readonly starts: ReadonlySet<string>;
}

export type TimeUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "weekend"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century";

export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI";

export interface RelativeDay {
  readonly offset: number;
  readonly dayPart: DayPart | null;
}
