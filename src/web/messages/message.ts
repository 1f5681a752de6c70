import type { en } from "./en.ts";

/** The English file is the list of keys; a file that lacks one, or says a counted thing without its forms, does not compile. */
export type Messages = { readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Forms };
export type MessageKey = keyof typeof en;

/** The forms of a counted thing, by the names of Intl.PluralRules; `{count}` is the number. */
export interface Forms {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
