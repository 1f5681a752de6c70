import { dateInWords } from "./date-words.ts";
import type { Format } from "./format.ts";
import { onOneLine } from "./ink.ts";
import { spokenWords } from "./spoken.ts";
import { linkOf } from "./reuse.ts";

/**
 * A line ready to be pasted into a draft:
 *
 *     Ana Ruiz (Housing Minister), 2 March 2026: “We will build 40,000 homes by 2028.” — The Harbour Post, https://...
 */
export const citation: Format = {
  name: "citation",
  mediaType: "text/plain; charset=utf-8",
  ending: "txt",
  head: "",
  write(story, { entry, words }) {
    const name = entry.speaker?.name ?? entry.speaker?.description ?? "Nobody named";
    const role = entry.speaker?.role ? ` (${entry.speaker.role.title})` : "";
    const date = entry.said && story.date ? `, ${dateInWords(story.date)}` : "";
    const said = onOneLine(spokenWords(entry.content));
    const quoted = words === "none" ? "[words withheld by the reuse rule]" : `${said}${words === "some" ? " […]" : ""}`;
    const where = [
      story.publisher,
      story.articleTitle && `“${story.articleTitle}”`,
      story.published && dateInWords(story.published),
      linkOf(story.url),
    ];
    return `${onOneLine(`${name}${role}${date}`)}: ${quoted} — ${onOneLine(where.filter(Boolean).join(", ") || "source unknown")}\n`;
  },
};
