import { en } from "./en.ts";
import type { Forms, MessageKey, Messages } from "./message.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

export type InterfaceLanguage = "en" | "uk" | "ru";

export const INTERFACE_LANGUAGES: readonly { readonly code: InterfaceLanguage; readonly name: string }[] = [
  { code: "en", name: "English" },
  { code: "uk", name: "Українська" },
  { code: "ru", name: "Русский" },
];

export const messages: Readonly<Record<InterfaceLanguage, Messages>> = { en, uk, ru };

export type Values = Readonly<Record<string, string | number>>;

/** Fills a message: `{name}` by a value, numbers as the language writes them, forms chosen by `count`. */
export function fill(language: InterfaceLanguage, key: MessageKey, values: Values = {}): string {
  const message: string | Forms = messages[language][key];
  const text = typeof message === "string" ? message : formFor(language, message, Number(values["count"] ?? 0));
  return text.replace(/\{([a-z]+)\}/gi, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numberIn(language, value) : value;
  });
}

/** A number as the language writes it. */
export function numberIn(language: InterfaceLanguage, value: number): string {
  let format = numberFormats.get(language);
  if (!format) numberFormats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}

/**
 * The interface's language: what the address asks for, else what was chosen before, else the first of the browser's
 * languages that there is, else English.
 */
export function chooseLanguage(
  asked: string | null,
  chosen: string | null,
  accepted: string | null,
): InterfaceLanguage {
  for (const wish of [asked, chosen, ...acceptedLanguages(accepted ?? "")]) {
    const found = INTERFACE_LANGUAGES.find((language) => language.code === wish);
    if (found) return found.code;
  }
  return "en";
}

function acceptedLanguages(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const quality = rest.map((each) => each.trim()).find((each) => each.startsWith("q="));
      return { language: tag.toLowerCase().split("-")[0] ?? "", weight: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

function formFor(language: InterfaceLanguage, forms: Forms, count: number): string {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules(language)));
  const form = rules.select(count);
  return (form === "one" || form === "few" || form === "many" ? forms[form] : undefined) ?? forms.other;
}

const pluralRules = new Map<InterfaceLanguage, Intl.PluralRules>();
const numberFormats = new Map<InterfaceLanguage, Intl.NumberFormat>();
