import type { Ledger } from "../ledger/ledger.ts";
import type { Drafts } from "./drafts.ts";
import { BadValue } from "./question.ts";

/** What a form does. One Action a file, one list (`actions.ts`). It asks the ledger to do it and says which page shows the result. */
export interface Action {
  /** As Hono writes it: `/conditions/:id/met`. Forms are posted there. */
  readonly path: string;
  /** Bytes that may be posted; small unless somebody uploads. */
  readonly most?: number;
  /** How often a minute it may be done, where strangers could flood it; without, as often as somebody likes. */
  readonly perMinute?: number;
  perform(submission: Submission): Promise<Done>;
}

/** Where to go next; also sent as it stands to a script that asks for JSON. */
export interface Done {
  readonly to: string;
  readonly [detail: string]: unknown;
}

export interface Submission {
  readonly ledger: Ledger;
  readonly drafts: Drafts;
  readonly id: string;
  readonly form: FormData;
  /** Who does it, as every event names them. */
  readonly by: string;
}

/** A field's text, trimmed. Throws BadValue when it is longer than `longest`, or missing though `needed`. */
export function textOf(
  form: FormData,
  name: string,
  options: { readonly longest?: number; readonly needed?: boolean } = {},
): string {
  const { longest = 2_000, needed = false } = options;
  const value = form.get(name);
  const text = typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  if (text.length > longest || (needed && text === "")) throw new BadValue(name, text);
  return text;
}

/** A field that takes one of a few values. */
export function oneOf<Value extends string>(form: FormData, name: string, values: readonly Value[]): Value {
  const given = textOf(form, name, { longest: 100 });
  const found = values.find((value) => value === given);
  if (found === undefined) throw new BadValue(name, given);
  return found;
}

/** A local address to go back to, never one of another host. */
export function backTo(form: FormData, otherwise: string): string {
  const given = textOf(form, "back");
  return /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : otherwise;
}
