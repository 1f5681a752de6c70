import type { Given } from "../read/reader.ts";
import { edtfOf } from "../read/edtf.ts";
import { linkOf } from "../publish/reuse.ts";
import { textOf } from "./action.ts";
import { BadValue } from "./question.ts";

export const GIVEN_FIELDS = ["title", "byline", "publisher", "url", "published", "speaker"] as const;

/** What whoever adds a text knows about it; stored as given, never shown as if the text said it. */
export function givenIn(form: FormData): Given {
  const given: { -readonly [Field in keyof Given]: Given[Field] } = {};
  for (const field of GIVEN_FIELDS) {
    const value = textOf(form, field, { longest: 1_000 });
    if (value !== "") given[field] = value;
  }
  if (given.published !== undefined) {
    const date = edtfOf(given.published);
    if (date === null) throw new BadValue("published", given.published);
    given.published = date;
  }
  if (given.url !== undefined && linkOf(given.url) === null) throw new BadValue("url", given.url);
  return given;
}
