import { datelineLength } from "../dateline.ts";
import { kindOfLine } from "../furniture.ts";
import { keyOf, type Line, linesOf } from "../lines.ts";
import { readableTexts } from "./readable.ts";
import { ancestorsOf, type Page, type PageElement } from "./tree.ts";
import type { Block, VisibleText } from "./visible-text.ts";

export interface BodyHints {
  /** The headline, which is no part of the body. */
  readonly title: string | null;
  /** The body as the page gives it to machines. */
  readonly articleBody: string | null;
}

/**
 * The blocks of a page that are its story: what Readability takes for it, less what stands in it without belonging to it
 * (menus, captions, boxes, links to other stories), plus what it lost (embedded posts, first paragraphs).
 */
export function findBody(page: Page, { text, blocks }: VisibleText, hints: BodyHints): ReadonlySet<Block> {
  const weighed = blocks.map((block) => weigh(text, block));
  const readable = readableTexts(page);
  let body = weighed.filter(
    (block) => readable !== null && sharedLength(block.block, readable) * 2 > block.block.end - block.block.start,
  );
  if (charactersOf(body) < FEWEST_CHARACTERS) body = densest(weighed, body);
  body = inStep(weighed, body, hints.articleBody);
  body = withGaps(weighed, body);
  body = withoutParts(body);
  body = withoutLinks(body);
  body = withoutHead(body, hints.title);
  return new Set(body.map(({ block }) => block));
}

/** A body with fewer characters than this was hardly found; then the densest part of the page is looked for. */
const FEWEST_CHARACTERS = 250;

/** A block with what decides over it. */
interface Weighed {
  readonly block: Block;
  readonly line: Line;
  readonly length: number;
  readonly linkShare: number;
  /** Running text that is not a link. */
  readonly isProse: boolean;
}

function weigh(text: string, block: Block): Weighed {
  const [line] = linesOf(text.slice(block.start, block.end).replace(/\s+/gu, " "));
  if (line === undefined) throw new RangeError(`Empty block at ${block.start}–${block.end}`);
  const length = block.end - block.start;
  const linkShare = block.linked / length;
  return { block, line, length, linkShare, isProse: line.isProse && linkShare < (line.words >= 25 ? 0.85 : 0.6) };
}

function sharedLength(block: Block, texts: ReadonlySet<number>): number {
  let length = 0;
  for (const run of block.runs) if (texts.has(run.node.index)) length += run.end - run.start;
  return length;
}

function charactersOf(blocks: readonly Weighed[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/**
 * The part of the page with the most running text: the element whose own paragraphs weigh most, each paragraph counting for
 * its parent in full and for its grandparent in half, as in Readability; without a paragraph, every block that is no link.
 */
function densest(all: readonly Weighed[], found: readonly Weighed[]): Weighed[] {
  const scores = new Map<PageElement, number>();
  for (const { block, isProse, length } of all) {
    if (!isProse) continue;
    let share = 1;
    for (const element of ancestorsOf(block.element)) {
      scores.set(element, (scores.get(element) ?? 0) + length * share);
      share /= 2;
      if (share < 0.2) break;
    }
  }
  let best: PageElement | null = null;
  for (const [element, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = element;
  if (best === null) return found.length > 0 ? [...found] : all.filter(({ linkShare }) => linkShare < 0.5);
  const inside = all.filter(({ block }) => isWithin(block.element, best));
  return charactersOf(inside) > charactersOf(found) ? inside : [...found];
}

function isWithin(element: PageElement, outer: PageElement | null): boolean {
  for (const ancestor of ancestorsOf(element)) if (ancestor === outer) return true;
  return false;
}

/**
 * Sets the body against the one that the page gives to machines, where the two are the same story: blocks that are not in
 * the latter go, blocks that are come.
 */
function inStep(all: readonly Weighed[], body: readonly Weighed[], articleBody: string | null): Weighed[] {
  if (articleBody === null || articleBody.length < 400) return [...body];
  const shingles = shinglesOf(articleBody.slice(0, 400_000));
  const shares = new Map(all.map((block) => [block, shareOf(block.line.folded, shingles)]));
  const share = (block: Weighed): number => shares.get(block) ?? 0;
  const same = body.reduce((sum, block) => sum + block.length * share(block), 0);
  if (same < charactersOf(body) * 0.6) return [...body];
  const kept = new Set(body);
  return all.filter((block) =>
    kept.has(block) ? share(block) > 0.3 || block.line.words < 6 : share(block) > 0.9 && block.line.words >= 8,
  );
}

/** All runs of four words. */
function shinglesOf(text: string): ReadonlySet<string> {
  const words = keyOf(text).split(" ");
  const shingles = new Set<string>();
  for (let i = 0; i + 4 <= words.length; i++) shingles.add(words.slice(i, i + 4).join(" "));
  return shingles;
}

function shareOf(text: string, shingles: ReadonlySet<string>): number {
  const own = [...shinglesOf(text)];
  return own.length === 0 ? 0 : own.filter((shingle) => shingles.has(shingle)).length / own.length;
}

/** Blocks between the body's own that stand in the same element as its paragraphs do, and are no links. */
function withGaps(all: readonly Weighed[], body: readonly Weighed[]): Weighed[] {
  const kept = new Set(body);
  const first = all.findIndex((block) => kept.has(block));
  const last = all.findLastIndex((block) => kept.has(block));
  const homes = new Map<PageElement | null, number>();
  for (const { block, isProse } of body)
    if (isProse) homes.set(block.element.parent, (homes.get(block.element.parent) ?? 0) + 1);
  return all.filter((weighed, index) => {
    if (kept.has(weighed)) return true;
    if (index < first || index > last || weighed.linkShare > 0.4) return false;
    const { element } = weighed.block;
    const quotation = [...ancestorsOf(element)].find(({ tag }) => tag === "blockquote");
    const home = quotation === undefined ? element.parent : quotation.parent;
    return (homes.get(home) ?? 0) >= 2 && (weighed.isProse || quotation !== undefined);
  });
}

/** Names of parts that stand inside stories without belonging to them. */
const PARTS =
  /(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|share\w*|sharing|social\w*|author-?(?:bio|box|info|card|desc\w*)|about-?author|bio|byline\w*|comments?|disqus\w*|promo\w*|advert\w*|sponsor\w*|captions?|credits?|gallery|slideshow|carousel|toolbar|tags?|breadcrumbs?|disclaimer|copyright|sign-?up|subscri\w*|read-?(?:more|also|next)|more-?(?:stories|from|news|on)|trending|most-?(?:read|popular)|popular|inline-?links?|post-?meta|entry-?meta|article-?meta|timestamps?|print-?only|sr-only|visually-?hidden|screen-?reader\w*|cookie\w*|paywall|donat\w*|pagination|nav\w*|menu\w*)(?:$|[\s_-])/i;
/** The same in one word, as in `RelatedStories`. */
const PARTS_JOINED =
  /Related|Newsletter|ShareBar|SocialShare|AuthorBio|Recommended|Caption|InlineLink|Promo(?![a-z]*te)/;

/** Leaves out captions and boxes: small parts of the body with a name that says what they are. */
function withoutParts(body: readonly Weighed[]): Weighed[] {
  const total = charactersOf(body);
  const inside = new Map<PageElement, { length: number; prose: number }>();
  for (const { block, length, isProse } of body)
    for (const element of ancestorsOf(block.element)) {
      const sum = inside.get(element) ?? { length: 0, prose: 0 };
      sum.length += length;
      if (isProse) sum.prose++;
      inside.set(element, sum);
    }
  const isPart = (element: PageElement): boolean => {
    const sum = inside.get(element);
    if (sum === undefined || sum.length > total * 0.3) return false;
    const names = `${element.attributes["class"] ?? ""} ${element.attributes["id"] ?? ""}`.slice(0, 400);
    if (element.tag === "figure" || element.tag === "figcaption") return sum.length < 800;
    if (element.tag === "aside" || element.tag === "nav" || element.tag === "footer") return sum.prose <= 4;
    return sum.prose <= 4 && (PARTS.test(names) || PARTS_JOINED.test(names));
  };
  const rest = body.filter(({ block }) => {
    for (const element of ancestorsOf(block.element)) {
      if (element.tag === "blockquote") return true;
      if (isPart(element)) return false;
    }
    return true;
  });
  // When most would go, the names mean something else here.
  return charactersOf(rest) >= total * 0.5 ? rest : [...body];
}

/** Leaves out blocks that are a link and nothing else: they lead to other stories. */
function withoutLinks(body: readonly Weighed[]): Weighed[] {
  const rest = body.filter(({ linkShare, line }) => !(linkShare > 0.85 && line.words <= 40));
  return charactersOf(rest) >= charactersOf(body) * 0.4 ? rest : [...body];
}

/**
 * Leaves out what stands before the first paragraph: headline, menu, byline, date, pictures' captions. Short lines right
 * before it, set as paragraphs in the same element, stay.
 */
function withoutHead(body: readonly Weighed[], title: string | null): Weighed[] {
  const key = title === null ? "" : keyOf(title);
  const counts = new Map<string, number>();
  for (const { line } of body) counts.set(line.folded, (counts.get(line.folded) ?? 0) + 1);
  const isHeadline = ({ line }: Weighed): boolean => key !== "" && keyOf(line.folded) === key;
  // A gallery gives the same caption again and again; a summary gives the first paragraph once more.
  const isRepeated = ({ line }: Weighed): boolean => (counts.get(line.folded) ?? 0) > 2;
  const isFirst = (block: Weighed): boolean =>
    (block.isProse || datelineLength(block.line, { bare: true }) > 0) && !isHeadline(block) && !isRepeated(block);
  let first = body.findIndex(isFirst);
  if (first === -1) return body.filter((block) => !isHeadline(block));
  const opening = body[first]?.block.element;
  for (let before = body[first - 1]; before !== undefined; before = body[first - 1]) {
    const isOpening =
      before.block.element.tag === "p" &&
      before.block.element.parent === opening?.parent &&
      before.linkShare < 0.3 &&
      /[.!?:]["')]?$/u.test(before.line.folded) &&
      !isRepeated(before) &&
      kindOfLine(before.line) === null;
    if (!isOpening) break;
    first--;
  }
  return body.slice(first).filter((block) => !isHeadline(block));
}
