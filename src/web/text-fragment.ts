import type { Span } from "../core/span.ts";
import { linkOf } from "../publish/reuse.ts";

/**
 * A source's address with a text fragment, so that a browser opens the page at the very words
 * (WICG Scroll to Text Fragment). Null for an address that is not a web page's.
 */
export function sourceAddress(url: string | null, content: readonly Span[]): string | null {
  const page = linkOf(url);
  if (page === null) return null;
  const first = content[0]?.text.split(/\s+/).filter((word) => word !== "") ?? [];
  if (first.length === 0) return page;
  const directive =
    first.length <= 8
      ? encoded(first.join(" "))
      : `${encoded(first.slice(0, 4).join(" "))},${encoded(first.slice(-4).join(" "))}`;
  return `${page}${page.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** `-`, `,` and `&` mean something in a text directive. Outer quotation marks differ between page and text, so they go. */
function encoded(words: string): string {
  return encodeURIComponent(words.replace(/^["“”„«»']+|["“”„«»',.]+$/g, "")).replace(/-/g, "%2D");
}
