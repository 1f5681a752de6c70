import { engineVersion } from "../../ingest/engine.ts";
import { entriesFrom, extract, isFailure } from "../../ingest/extraction.ts";
import { loadEnglish } from "../../ingest/languages.ts";
import { LOWEST_KEPT_CONFIDENCE } from "../../core/confidence.ts";
import type { Reading } from "../../read/reader.ts";
import { read } from "../../read/readers.ts";
import type { Action, Submission } from "../action.ts";
import { textOf } from "../action.ts";
import { givenIn } from "../given.ts";
import { BadValue } from "../question.ts";
import { address } from "../view.ts";

/** 16 MiB: a hundred pages as browsers save them. More belongs to `onrecord add`, which reads in threads. */
export const MOST_BYTES: number = 16 * 1024 * 1024;
const MOST_ARTICLES = 100;

/** Reads pasted text or files into drafts. Nothing is kept yet. */
export const add: Action = {
  path: "/add",
  most: MOST_BYTES,
  async perform(submission) {
    const given = givenIn(submission.form);
    const language = loadEnglish();
    const made: { id: string; title: string | null; statements: number }[] = [];
    const failed: { name: string; message: string }[] = [];
    for (const reading of await readings(submission, given)) {
      const extraction = extract(reading, language);
      if (extraction.article === null || isFailure(extraction)) {
        failed.push({ name: reading.id, message: extraction.problems[0]?.message ?? "" });
        continue;
      }
      const draft = submission.drafts.put({
        name: reading.id,
        article: extraction.article,
        entries: entriesFrom(extraction.entries, LOWEST_KEPT_CONFIDENCE),
        problems: extraction.problems,
        engine: engineVersion(),
      });
      made.push({ id: draft.id, title: draft.article.title, statements: draft.entries.length });
    }
    const [first] = made;
    const to =
      made.length === 1 && first !== undefined && failed.length === 0
        ? `/drafts/${first.id}`
        : address("/add", {
            failed:
              failed.length === 0
                ? null
                : failed
                    .map(({ name }) => name)
                    .join(", ")
                    .slice(0, 200),
          });
    return { to, drafts: made, failed };
  },
};

async function readings(submission: Submission, given: ReturnType<typeof givenIn>): Promise<readonly Reading[]> {
  const found: Reading[] = [];
  const pasted = textOf(submission.form, "text", { longest: MOST_BYTES });
  if (pasted !== "") {
    const looksLikePage = /^\s*<(?:!doctype|html|head|body|article|div|p)\b/i.test(pasted.slice(0, 500));
    const bytes = new TextEncoder().encode(pasted);
    found.push(...read("pasted text", bytes, given, { from: looksLikePage ? "html" : "text" }));
  }
  for (const file of submission.form.getAll("files")) {
    if (typeof file === "string" || file.size === 0) continue;
    for (const reading of read(file.name, new Uint8Array(await file.arrayBuffer()), given)) {
      found.push(reading);
      if (found.length > MOST_ARTICLES) throw new BadValue("files", file.name);
    }
  }
  if (found.length === 0) throw new BadValue("text", "");
  return found;
}
