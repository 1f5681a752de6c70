import { html } from "hono/html";
import { dateInWords, momentInWords } from "./dates.ts";
import type { MessageKey } from "./messages/message.ts";
import type { InterfaceLanguage, Values } from "./messages/messages.ts";
import { fill, numberIn } from "./messages/messages.ts";

/** What hono's `html` gives back: text in which every value was escaped. */
export type Html = ReturnType<typeof html>;

/** Where a page is seen from: the interface's language, the address, and where the assets of this version are. */
export interface View {
  readonly language: InterfaceLanguage;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly assets: string;
  /** Proof for forms that the page came from here; empty where nothing can be changed. */
  readonly token: string;
  say(key: MessageKey, values?: Values): string;
  date(date: string | null): string;
  moment(moment: string): string;
  number(value: number): string;
}

export function viewOf(about: {
  readonly language: InterfaceLanguage;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly assets: string;
  readonly token: string;
}): View {
  const { language } = about;
  return {
    ...about,
    say: (key, values) => fill(language, key, values),
    date: (date) => (date === null ? fill(language, "dateUnknown") : dateInWords(language, date)),
    moment: (moment) => momentInWords(language, moment),
    number: (value) => numberIn(language, value),
  };
}

/** The `lang` of words that an article brought, for an element that holds nothing else; none where it is not known. */
export function langOf(of: { readonly language: string | null }): Html {
  return of.language === null ? html`` : html` lang="${of.language}"`;
}

/** An address within the pages; `undefined`, empty and null parameters are left out. */
export function address(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** This page's own address with some parameters changed; a change starts the list again from its beginning. */
export function changed(view: View, changes: Readonly<Record<string, string | null>>): string {
  const query: Record<string, string | null> = Object.fromEntries(view.query);
  delete query["after"];
  delete query["lang"];
  return address(view.path, { ...query, ...changes });
}

export function articleAddress(id: string, statement?: string): string {
  const path = `/articles/${encodeURIComponent(id)}`;
  return statement === undefined ? path : `${address(path, { statement })}#s-${encodeURIComponent(statement)}`;
}

/** Where an article and a newer version of it stand side by side; the newest unless `to` names another. */
export function changesAddress(id: string, query: { readonly to?: string; readonly statement?: string } = {}): string {
  return address(`/articles/${encodeURIComponent(id)}/changes`, query);
}

export function speakerAddress(id: string): string {
  return `/speakers/${encodeURIComponent(id)}`;
}

export function statementAddress(id: string): string {
  return `/statements/${encodeURIComponent(id)}`;
}

export function conditionAddress(id: string): string {
  return `/conditions/${encodeURIComponent(id)}`;
}

/** A proposal in the list of those that are open, or that were answered so. */
export function proposalAddress(id: string, state?: "accepted" | "refused"): string {
  return `${address("/proposals", { state })}#p-${encodeURIComponent(id)}`;
}
