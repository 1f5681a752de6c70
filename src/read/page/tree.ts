import { Parser } from "htmlparser2";

/** An element of a page. Only what reading needs: no namespaces, no events, no scripts. */
export interface PageElement {
  readonly kind: "element";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | PageText)[];
  readonly depth: number;
}

/** Characters between tags, entities decoded. */
export interface PageText {
  readonly kind: "text";
  readonly text: string;
  readonly parent: PageElement;
  /** Position among all texts of the page, from 0. */
  readonly index: number;
}

/** A page as parsed: the tree, and every text in the order of the page. */
export interface Page {
  readonly root: PageElement;
  readonly texts: readonly PageText[];
  /** Elements and texts together. */
  readonly size: number;
}

/**
 * Deeper elements are taken as part of their parent. No page that people read nests so deep; the cap keeps every walk
 * over the tree safe from pages made to exhaust the stack.
 */
const DEEPEST = 200;

/**
 * The parser's time for a tag grows with the number of open ones, so a page that opens this many is closed there and begun
 * anew. Old pages with tags nobody closes reach some thousands.
 */
const MOST_OPEN = 10_000;
/** Characters given to the parser between two looks at that number. */
const CHUNK = 1 << 15;

/** Parses HTML of any kind, broken as it may be. Runs nothing. */
export function parsePage(html: string): Page {
  const root: PageElement = { kind: "element", tag: "#page", attributes: {}, parent: null, children: [], depth: 0 };
  const texts: PageText[] = [];
  const open: PageElement[] = [root];
  let pending = "";
  let elements = 0;

  const flush = (): void => {
    if (pending === "") return;
    const parent = open.at(-1) ?? root;
    const text: PageText = { kind: "text", text: pending, parent, index: texts.length };
    parent.children.push(text);
    texts.push(text);
    pending = "";
  };

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        flush();
        const parent = open.at(-1) ?? root;
        if (parent.depth >= DEEPEST) {
          open.push(parent);
          return;
        }
        const element: PageElement = {
          kind: "element",
          tag,
          attributes,
          parent,
          children: [],
          depth: parent.depth + 1,
        };
        parent.children.push(element);
        elements++;
        open.push(element);
      },
      ontext(text) {
        pending += text;
      },
      onclosetag() {
        flush();
        if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < html.length;) {
    // Cut before a tag, so that a page begun anew begins with a whole one.
    const slice = html.slice(at, at + CHUNK);
    const cut = at + CHUNK < html.length ? slice.lastIndexOf("<") : -1;
    const part = cut > 0 ? slice.slice(0, cut) : slice;
    parser.write(part);
    at += part.length;
    if (open.length > MOST_OPEN) {
      parser.end();
      parser.reset();
    }
  }
  parser.end();
  flush();
  return { root, texts, size: elements + texts.length };
}

/** All elements below `from`, in the order of the page. */
export function* elementsIn(from: PageElement): Iterable<PageElement> {
  const stack: PageElement[] = [from];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (element !== from) yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.kind === "element") stack.push(child);
    }
  }
}

/** The characters in an element, scripts and all. */
export function textOf(element: PageElement): string {
  let text = "";
  const stack: (PageElement | PageText)[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === "text") text += node.text;
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as PageElement | PageText); // within bounds
  }
  return text;
}

/** The element and those around it, innermost first. */
export function* ancestorsOf(node: PageElement | PageText): Iterable<PageElement> {
  for (let element = node.kind === "element" ? node : node.parent; element !== null; element = element.parent) {
    yield element;
    if (element.parent === null) return;
  }
}
