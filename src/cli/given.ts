import { checkDate } from "../read/edtf.ts";
import type { Given } from "../read/reader.ts";
import { type Invocation, type Options, words } from "./command.ts";
import { UsageError } from "./failure.ts";

/** What the person knows about the inputs: kept as given, and never shown as if the text said it. */
export const GIVEN_OPTIONS: Options = {
  published: { type: "string", value: "DATE", help: "Publication date: 2025-08-25, 2025-08, 2025, XXXX-08-25." },
  publisher: { type: "string", value: "NAME", help: "Publisher." },
  url: { type: "string", value: "URL", help: "Address of the article." },
  title: { type: "string", value: "TEXT", help: "Title." },
  byline: { type: "string", value: "NAME", help: "Author." },
  speaker: {
    type: "string",
    value: "NAME",
    help: "The one person whose own words the text is: a speech, an address, a post.",
  },
  language: { type: "string", value: "CODE", help: "Language of the text, as en or uk." },
};

/** The given fields of an invocation. Throws a UsageError on a date or address that is none. */
export function givenOf(invocation: Invocation): Given {
  const given: { -readonly [Field in keyof Given]: Given[Field] } = {};
  for (const field of ["publisher", "title", "byline", "speaker"] as const) {
    const value = words(invocation, field);
    if (value !== undefined) given[field] = value.trim();
  }
  const published = words(invocation, "published");
  if (published !== undefined) {
    const checked = checkDate(published);
    if ("problem" in checked) throw new UsageError(`--published: ${checked.problem.message}`);
    given.published = checked.date;
  }
  const url = words(invocation, "url");
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
      throw new UsageError(`--url takes an address that begins with https:// or http://, not ${JSON.stringify(url)}.`);
    given.url = url;
  }
  const language = words(invocation, "language");
  if (language !== undefined) {
    if (!/^[a-z]{2,3}(?:[-_][\w-]+)?$/iu.test(language))
      throw new UsageError(`--language takes a code such as en or uk, not ${JSON.stringify(language)}.`);
    given.language = language.toLowerCase().split(/[-_]/u)[0] ?? language;
  }
  return given;
}
