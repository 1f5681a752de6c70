import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Page, PageElement, PageText } from "./tree.ts";
import { isHidden } from "./visible-text.ts";

/** Larger pages are left to our own rules: Readability's time grows faster than the page. The largest of 191 news pages has 6,200 nodes. */
const MOST_NODES = 30_000;
const MOST_CHARACTERS = 3_000_000;

/**
 * The texts of a page that Mozilla's Readability takes for the article, by their index; null where it finds none. The page
 * goes to it as a copy in which every text carries its index, because Readability moves and rebuilds what it keeps.
 */
export function readableTexts(page: Page): ReadonlySet<number> | null {
  const html = page.size > MOST_NODES ? null : markedHtml(page);
  if (html === null || html.length > MOST_CHARACTERS) return null;
  try {
    const { document } = parseHTML(html);
    // Readability wants a DOM's Document; linkedom's is one in all that it uses.
    const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: 250,
      keepClasses: false,
    }).parse();
    if (article?.content === undefined || article.content === null) return null;
    const kept = new Set<number>();
    for (const match of article.content.matchAll(/ data-t="(\d{1,9})"/g)) kept.add(Number(match[1]));
    return kept.size > 0 ? kept : null;
  } catch {
    // Readability throws on pages without a body and on some broken ones; our own rules go on.
    return null;
  }
}

const KEPT_ATTRIBUTES = [
  "class",
  "id",
  "role",
  "itemprop",
  "itemtype",
  "rel",
  "href",
  "src",
  "alt",
  "aria-hidden",
  "aria-modal",
  "colspan",
];
const LEFT_OUT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "embed",
  "link",
  "meta",
  "textarea",
  "select",
]);
const VOID = new Set(["br", "hr", "img", "input", "source", "wbr", "area", "base", "col", "track", "param"]);

function markedHtml(page: Page): string {
  const parts: string[] = ["<!doctype html>"];
  const write = (node: PageElement | PageText): void => {
    if (node.kind === "text") {
      const text = escape(node.text);
      parts.push(
        node.text.trim() === "" || node.parent.tag === "title" ? text : `<span data-t="${node.index}">${text}</span>`,
      );
      return;
    }
    if (LEFT_OUT.has(node.tag) || isHidden(node) || !/^[a-z][a-z0-9-]{0,40}$|^#page$/.test(node.tag)) return;
    const isRoot = node.tag === "#page";
    if (!isRoot) {
      parts.push(`<${node.tag}`);
      for (const name of KEPT_ATTRIBUTES) {
        const value = node.attributes[name];
        if (value !== undefined) parts.push(` ${name}="${escape(value.slice(0, 500))}"`);
      }
      parts.push(">");
    }
    if (VOID.has(node.tag)) return;
    for (const child of node.children) write(child);
    if (!isRoot) parts.push(`</${node.tag}>`);
  };
  write(page.root);
  return parts.join("");
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
