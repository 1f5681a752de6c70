import type { Furniture, FurnitureKind } from "../core/article.ts";
import { assemble } from "./assemble.ts";
import { decode, declaredCharset } from "./charset.ts";
import { findFurniture, kindOfLine } from "./furniture.ts";
import { linesOf } from "./lines.ts";
import { findBody } from "./page/body.ts";
import { findPageDetails } from "./page/details.ts";
import { publishedOn } from "./page/published.ts";
import { ancestorsOf, parsePage } from "./page/tree.ts";
import { type Block, visibleText } from "./page/visible-text.ts";
import type { Given, Reader, Reading } from "./reader.ts";
import { findReuse } from "./reuse.ts";
import { damageOf } from "./text.ts";

/** A web page: its visible text, of which everything that is not the story is furniture. No script is run. */
export const html: Reader = {
  name: "html",

  recognises(name: string, bytes: Uint8Array): boolean {
    if (/\.(?:x?html?|xht)$/i.test(name)) return true;
    if (/\.(?:jsonl|ndjson)$/i.test(name)) return false;
    const { text } = decode(bytes.subarray(0, 2048));
    return (
      /^\s*(?:<!--|<\?xml|<!doctype html|<html|<head|<body)/i.test(text) &&
      /<(?:!doctype html|html|head|body)/i.test(text)
    );
  },

  *read(name: string, bytes: Uint8Array, given: Given): Iterable<Reading> {
    const decoded = decode(bytes, declaredCharset(bytes));
    yield readPage(name, decoded.text, given, damageOf(decoded));
  },
};

function readPage(id: string, source: string, given: Given, earlier: Reading["problems"]): Reading {
  const page = parsePage(source);
  const visible = visibleText(page);
  const details = findPageDetails(page);
  const body = findBody(page, visible, details);
  const published = publishedOn({ page, details, visible, body });
  const { text } = visible;
  const { title, byline, publisher, url, language } = details;
  const furniture = furnitureOf(text, visible.blocks, body);
  const found = { text, furniture, title, byline, publisher, url, published, language, reuse: findReuse(text) };
  const { article, problems } = assemble(found, given);
  return { id, article, problems: [...earlier, ...problems] };
}

/** Everything outside the story's blocks, and what plain text's rules find within them. */
function furnitureOf(text: string, blocks: readonly Block[], body: ReadonlySet<Block>): readonly Furniture[] {
  const pieces: Furniture[] = [];
  const add = (kind: FurnitureKind, start: number, end: number): void => {
    const last = pieces.at(-1);
    if (last !== undefined && last.kind === kind && text.slice(last.end, start).trim() === "")
      pieces[pieces.length - 1] = { kind, start: last.start, end };
    else pieces.push({ kind, start, end });
  };
  let from = 0;
  while (from < blocks.length) {
    const first = blocks[from];
    if (first === undefined) break;
    if (!body.has(first)) {
      add(kindOfBlock(text, first), first.start, first.end);
      from++;
      continue;
    }
    // Blocks of the story that stand together are looked at together: what a line is depends on its neighbours.
    let last = first;
    for (let next = blocks[from]; next !== undefined && body.has(next); next = blocks[++from]) last = next;
    for (const piece of findFurniture(text.slice(first.start, last.end)))
      add(piece.kind, piece.start + first.start, piece.end + first.start);
  }
  return pieces;
}

/** What a block outside the story is: by its words, else by the element it stands in. */
function kindOfBlock(text: string, block: Block): FurnitureKind {
  const line = linesOf(text.slice(block.start, block.end))[0];
  const byWords = line === undefined ? null : kindOfLine(line);
  if (byWords !== null) return byWords;
  for (const { tag, attributes } of ancestorsOf(block.element)) {
    const names = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""} ${attributes["role"] ?? ""}`.slice(0, 400);
    if (tag === "figcaption") return "caption";
    for (const [kind, pattern] of NAMES) if (pattern.test(names)) return kind;
    if (tag === "nav" || tag === "header" || tag === "footer") return "navigation";
  }
  return block.linked * 2 > block.end - block.start ? "navigation" : "other";
}

/** Names of classes and ids that say what a part of a page is. */
const NAMES: readonly (readonly [FurnitureKind, RegExp])[] = [
  ["comments", /comment|disqus|respond\b/i],
  ["cookies", /cookie|consent|gdpr/i],
  ["newsletter", /newsletter|subscri|sign-?up/i],
  ["share", /share|social|sharing/i],
  ["caption", /caption|credit/i],
  ["byline", /byline|author/i],
  ["read-also", /related|recommend|read-?(?:more|also|next)|more-?(?:stories|from|news)|trending|popular/i],
  ["advertisement", /(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*)(?:$|[\s_-])/i],
  ["navigation", /(?:^|[\s_-])(?:nav|navigation|menu|breadcrumbs?|header|footer|sidebar)(?:$|[\s_-])/i],
];
