import type { Commitment } from "../core/commitment.ts";
import type { Entry } from "../core/entry.ts";
import type { Range, Span } from "../core/span.ts";
import type { SaidTime, SpeakerMention } from "../core/statement.ts";
import type { AmendedFields } from "../ledger/people/people.ts";
import { checkDate } from "../read/edtf.ts";
import { type Invocation, many, nearest, type Options, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { testabilityAfter } from "../core/commitments/testability.ts";

/** The options by which a person fills the fields of a statement, each with the words of the article that prove it. */
export const FIELD_OPTIONS: Options = {
  set: {
    type: "string",
    multiple: true,
    value: "FIELD=WORDS",
    help: "A field and the words of the article that prove it; may be given again. Empty words take the field away.",
  },
  commitment: {
    type: "string",
    value: "N",
    help: "The commitment whose fields are set, as show numbers them; needed where there are several. new adds one.",
  },
};

export const FIELD_NOTES = `
Fields of a statement: content, source, cue, speaker (the fullest name in the article), role, said, occasion,
addressee; kind (direct, mixed, indirect, own); said-date (a date, with the words in said). Fields of a commitment:
action, committer, condition, time, quantity, beneficiary; strength (will, plan, may), polarity (do, not) and form
(spoken, written, signed), with the words that show it in strength-words, polarity-words and form-words. condition,
time and quantity may be given more than once. Words must stand in the article as they are given; where they stand more
than once, those within or nearest to the content are taken, or those at an offset: "speaker=Ruiz@120". An empty action
takes the commitment away.`;

/** A field and what a person gives for it. */
export interface Setting {
  readonly field: Field;
  readonly value: string;
}

const STATEMENT_FIELDS = [
  "content",
  "source",
  "cue",
  "speaker",
  "role",
  "kind",
  "said",
  "said-date",
  "occasion",
  "addressee",
] as const;
const COMMITMENT_FIELDS = [
  "action",
  "committer",
  "strength",
  "strength-words",
  "polarity",
  "polarity-words",
  "condition",
  "time",
  "quantity",
  "beneficiary",
  "form",
  "form-words",
] as const;
const SEVERAL: ReadonlySet<Field> = new Set(["condition", "time", "quantity"]);

type Field = (typeof STATEMENT_FIELDS)[number] | (typeof COMMITMENT_FIELDS)[number];

/** What the person set. Throws a UsageError that says what a setting should be. */
export function settingsOf(invocation: Invocation): readonly Setting[] {
  const settings = many(invocation, "set").map((given): Setting => {
    const at = given.indexOf("=");
    const name = (at < 0 ? given : given.slice(0, at)).trim();
    const field = [...STATEMENT_FIELDS, ...COMMITMENT_FIELDS].find((one) => one === name);
    if (at < 0 || field === undefined)
      throw new UsageError(
        at < 0
          ? `--set takes FIELD=WORDS, as in --set "speaker=Ana Ruiz", not ${JSON.stringify(given)}.`
          : `There is no field ${JSON.stringify(name)}.${nearest(`'${name}'`, [...STATEMENT_FIELDS, ...COMMITMENT_FIELDS])}`,
      );
    return { field, value: given.slice(at + 1).trim() };
  });
  for (const { field } of settings)
    if (!SEVERAL.has(field) && settings.filter((setting) => setting.field === field).length > 1)
      throw new UsageError(`--set ${field} is given more than once.`);
  return settings;
}

/** The number of the commitment that is meant, from 0, or "new". */
export function commitmentOf(invocation: Invocation): number | "new" | undefined {
  const given = words(invocation, "commitment");
  if (given === undefined || given === "new") return given;
  if (!/^[1-9]\d{0,3}$/u.test(given))
    throw new UsageError(
      `--commitment takes a number from 1, as show numbers them, or new, not ${JSON.stringify(given)}.`,
    );
  return Number(given) - 1;
}

/** The fields of an entry as they are when the settings are made: only those that differ. */
export function amendedFields(
  entry: Entry,
  text: string,
  settings: readonly Setting[],
  commitment: number | "new" | undefined,
): AmendedFields {
  const given = givenIn(settings, text, reachOf(entry.content));
  const source = given.part("source", entry.source);
  const statement = {
    kind: given.choice("kind", ["direct", "mixed", "indirect", "own"]) ?? entry.kind,
    source,
    cue: given.part("cue", entry.cue),
    content: given.part("content", entry.content),
    speaker: speakerIn(given, source, entry.speaker),
    said: saidIn(given, entry.said),
    occasion: given.worded("occasion", entry.occasion, (span) => ({ text: span.text, span })),
    addressee: given.worded("addressee", entry.addressee, (span) => ({ text: span.text, span })),
  };
  if (statement.content.length === 0) throw new UsageError("A statement has content: it cannot be taken away.");
  const isOfCommitment = settings.some(({ field }) => COMMITMENT_FIELDS.some((one) => one === field));
  return {
    ...statement,
    commitments: isOfCommitment ? commitmentsIn(given, entry.commitments, commitment) : entry.commitments,
  };
}

/** The settings of one call, with their words found in the text. */
interface Given {
  /** Undefined where the field was not set, null where it is to be taken away. */
  span(field: Field): Span | null | undefined;
  /** The words of a field that may be given more than once. */
  spans(field: Field): readonly Span[] | undefined;
  part(field: "source" | "cue" | "content", before: readonly Span[]): readonly Span[];
  worded<T>(field: Field, before: T | null, make: (span: Span) => T): T | null;
  value(field: Field): string | undefined;
  choice<T extends string>(field: Field, choices: readonly T[]): T | undefined;
}

function givenIn(settings: readonly Setting[], text: string, before: Range | null): Given {
  const content = settings.find(({ field, value }) => field === "content" && value !== "");
  const near = content === undefined ? before : spanOf(text, content, null);
  const settingOf = (field: Field): Setting | undefined => settings.find((one) => one.field === field);
  const span = (field: Field): Span | null | undefined => {
    const setting = settingOf(field);
    if (setting === undefined) return undefined;
    return setting.value === "" ? null : spanOf(text, setting, field === "content" ? null : near);
  };
  return {
    span,
    spans(field) {
      const set = settings.filter((one) => one.field === field);
      if (set.length === 0) return undefined;
      return set.filter(({ value }) => value !== "").map((setting) => spanOf(text, setting, near));
    },
    part(field, before) {
      const found = span(field);
      return found === undefined ? before : found === null ? [] : [found];
    },
    worded(field, before, make) {
      const found = span(field);
      return found === undefined ? before : found === null ? null : make(found);
    },
    value: (field) => settingOf(field)?.value,
    choice(field, choices) {
      const value = settingOf(field)?.value;
      if (value === undefined) return undefined;
      const chosen = choices.find((one) => one === value);
      if (chosen !== undefined) return chosen;
      const hasWords = field === "strength" || field === "polarity" || field === "form";
      throw new UsageError(
        `${field} is ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}, not ${JSON.stringify(value)}.` +
          (hasWords ? ` The words that show it go to ${field}-words.` : ""),
      );
    },
  };
}

/** From the first to the last word of the content. */
function reachOf(content: readonly Span[]): Range | null {
  if (content.length === 0) return null;
  return { start: Math.min(...content.map(({ start }) => start)), end: Math.max(...content.map(({ end }) => end)) };
}

/** The span of words that somebody gave for something other than a field. */
export function wordsIn(
  text: string,
  given: string,
  { what, near }: { readonly what: string; readonly near: Range | null },
): Span {
  return spanOf(text, { field: what, value: given }, near);
}

/** The span of words in a text, within `near` or nearest to it. What the text does not show is refused. */
function spanOf(
  text: string,
  { field, value }: { readonly field: string; readonly value: string },
  near: Range | null,
): Span {
  const [, sought = "", offset] = /^(.*)@(\d+)$/su.exec(value) ?? [undefined, value];
  const at = placesOf(text, sought);
  if (offset !== undefined) {
    const there = at.find(({ start }) => start === Number(offset));
    if (there !== undefined) return there;
    if (at.length > 0)
      throw new Failure(
        `The words ${JSON.stringify(sought)} (${field}) do not stand at ${offset}, but at ${at.map(({ start }) => start).join(", ")}.`,
      );
  }
  const places = offset === undefined ? at : placesOf(text, value);
  const [first] = places;
  if (first === undefined)
    throw new Failure(
      `The article does not have the words ${JSON.stringify(offset === undefined ? value : sought)} (${field}). Give them exactly as they stand there: ` +
        "what the text does not show is not recorded.",
    );
  if (near === null) {
    if (places.length > 1)
      throw new Failure(
        `The words ${JSON.stringify(value)} (${field}) stand ${places.length} times in the article, at ${places
          .map(({ start }) => start)
          .slice(0, 20)
          .join(", ")}. Say which: "${field}=${value}@${first.start}"`,
      );
    return first;
  }
  // Within the content first, then nearest to it.
  const distance = ({ start, end }: Span): number => Math.max(0, near.start - start, end - near.end);
  return places.reduce((best, place) => (distance(place) < distance(best) ? place : best));
}

/** Where words stand in a text. A line break in the text is a space in the words: a terminal shows it so. */
function placesOf(text: string, sought: string): readonly Span[] {
  const pattern = sought
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"))
    .join("\\s+");
  if (pattern === "") return [];
  // "Ann" does not stand in "Annual".
  const from = /^[\p{L}\p{N}]/u.test(sought.trim()) ? "(?<![\\p{L}\\p{N}])" : "";
  const to = /[\p{L}\p{N}]$/u.test(sought.trim()) ? "(?![\\p{L}\\p{N}])" : "";
  return [...text.matchAll(new RegExp(from + pattern + to, "gu"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** Who says it: a name and an office by their words; without a name, the source as the article describes it. */
function speakerIn(given: Given, source: readonly Span[], before: SpeakerMention | null): SpeakerMention | null {
  const name = given.span("speaker");
  const role = given.span("role");
  if (name === undefined && role === undefined) return before;
  const title = role === undefined ? (before?.role ?? null) : role === null ? null : { title: role.text, span: role };
  if (name === undefined && before !== null) return { ...before, role: title };
  const isNamed = name !== undefined && name !== null;
  if (!isNamed && title === null && source.length === 0) return null;
  return {
    name: isNamed ? name.text : null,
    description: isNamed ? null : (source[0]?.text ?? null),
    span: isNamed ? name : null,
    kind: isNamed ? (before === null || before.kind === "unknown" ? "person" : before.kind) : "unknown",
    named: isNamed,
    role: title,
  };
}

/** When it was said, by the words that say so and the date that they mean. */
function saidIn(given: Given, before: SaidTime | null): SaidTime | null {
  const span = given.span("said");
  const date = given.value("said-date");
  if (span === undefined && date === undefined) return before;
  if (span === null) return null;
  const shown = span ?? before?.span;
  if (shown === undefined) throw new UsageError("A date takes the words that say it: --set said=WORDS");
  if (date === undefined || date === "") throw new UsageError("Say which date the words mean: --set said-date=DATE");
  const checked = checkDate(date);
  if ("problem" in checked) throw new UsageError(`said-date: ${checked.problem.message}`);
  return { date: checked.date, precision: precisionOf(checked.date), span: shown };
}

function precisionOf(date: string): SaidTime["precision"] {
  const [, month, day] = date.split("-");
  if (month === undefined || month === "XX") return "year";
  if (Number(month) > 12) return "season";
  return day === undefined || day === "XX" ? "month" : "day";
}

function commitmentsIn(
  given: Given,
  before: readonly Commitment[],
  which: number | "new" | undefined,
): readonly Commitment[] {
  const at = which ?? (before.length === 0 ? "new" : before.length === 1 ? 0 : undefined);
  if (at === undefined)
    throw new UsageError(`The statement has ${before.length} commitments. Say which: --commitment 1, or new`);
  if (at === "new") return [...before, commitmentIn(given, null)];
  const old = before[at];
  if (old === undefined)
    throw new UsageError(
      `The statement has ${before.length} commitments, and no number ${at + 1}. --commitment new adds one.`,
    );
  if (given.value("action") === "") return before.filter((_, index) => index !== at);
  return before.map((commitment, index) => (index === at ? commitmentIn(given, commitment) : commitment));
}

function commitmentIn(given: Given, before: Commitment | null): Commitment {
  const action = given.span("action") ?? before?.action;
  if (action === undefined) throw new UsageError("A commitment has an action: --set action=WORDS");
  const strength = given.choice("strength", ["will", "plan", "may"]);
  const polarity = given.choice("polarity", ["do", "not"]);
  const now: Omit<Commitment, "testability"> = {
    committer: given.worded("committer", before?.committer ?? null, (span) => ({ name: span.text, span })),
    action,
    polarity: polarity ?? before?.polarity ?? "do",
    polaritySpan: shownBy(given, "polarity", polarity === before?.polarity || polarity === "do", before?.polaritySpan),
    strength: strength ?? before?.strength ?? "will",
    strengthSpan: shownBy(given, "strength", strength === before?.strength, before?.strengthSpan),
    conditions: given.spans("condition") ?? before?.conditions ?? [],
    time: given.spans("time") ?? before?.time ?? [],
    quantity: given.spans("quantity") ?? before?.quantity ?? [],
    beneficiary: given.worded("beneficiary", before?.beneficiary ?? null, (span) => ({ text: span.text, span })),
    form: formIn(given, before),
    confidence: before?.confidence ?? 1,
  };
  return { ...now, testability: testabilityAfter(now, before) };
}

/** The words that show a chosen value. A value that a person changes takes words, or the word that there are none. */
function shownBy(
  given: Given,
  field: "strength" | "polarity",
  isSame: boolean,
  before: Span | null | undefined,
): Span | null {
  const span = given.span(`${field}-words`);
  if (span !== undefined) return span;
  if (given.value(field) !== undefined && !isSame)
    throw new UsageError(
      `Which words show it? --set ${field}-words=WORDS, or --set ${field}-words= where no word does.`,
    );
  return before ?? null;
}

function formIn(given: Given, before: Commitment | null): Commitment["form"] {
  if (given.value("form") === "") return null;
  const value = given.choice("form", ["spoken", "written", "signed"]) ?? before?.form?.value;
  const span = given.span("form-words") ?? before?.form?.span;
  if (value === undefined && span === undefined) return null;
  if (value === undefined || span === undefined)
    throw new UsageError(
      value === undefined
        ? "Say which form the words show: --set form=spoken, written or signed"
        : "Which words show the form? --set form-words=WORDS",
    );
  return { value, span };
}
