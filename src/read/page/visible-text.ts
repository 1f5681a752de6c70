import type { Range } from "../../core/span.ts";
import type { Page, PageElement, PageText } from "./tree.ts";

/** A stretch of visible text between two breaks: a paragraph, a headline, a list item, a menu entry. */
export interface Block extends Range {
  /** The innermost element that sets the block apart. */
  readonly element: PageElement;
  readonly runs: readonly Run[];
  /** Characters inside links. */
  readonly linked: number;
}

/** Where one text of the page stands in the visible text. */
export interface Run extends Range {
  readonly node: PageText;
}

export interface VisibleText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The text that a reader of the page sees, paragraphs parted by an empty line, list items and table cells by a new line. */
export function visibleText(page: Page): VisibleText {
  const writer = new Writer();
  writer.walk(page.root, false, false);
  return writer.finish();
}

/** Elements whose content nobody sees. */
export const UNSEEN: ReadonlySet<string> = new Set(
  "script style noscript template head title meta link base svg math canvas iframe frame frameset object embed applet audio video map area datalist select textarea input noembed noframes #comment".split(
    " ",
  ),
);

/** True when the page hides the element from its readers. */
export function isHidden({ attributes }: PageElement): boolean {
  if (attributes["hidden"] !== undefined && attributes["hidden"] !== "until-found") return true;
  const style = attributes["style"];
  return (
    style !== undefined && /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(style.slice(0, 2000))
  );
}

const PARAGRAPHS = new Set(
  "address article aside blockquote body center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul".split(
    " ",
  ),
);
const LINES = new Set("li tr td th dt dd option legend caption tbody thead tfoot".split(" "));

class Writer {
  readonly #parts: string[] = [];
  #length = 0;
  #breaks = 0;
  #space = false;
  readonly #blocks: Block[] = [];
  #runs: Run[] = [];
  #linked = 0;
  #element: PageElement | null = null;

  walk(element: PageElement, inLink: boolean, isPre: boolean): void {
    const breaks = PARAGRAPHS.has(element.tag) ? 2 : LINES.has(element.tag) ? 1 : 0;
    if (breaks > 0) this.#break(breaks);
    const link = inLink || (element.tag === "a" && element.attributes["href"] !== undefined);
    for (const child of element.children) {
      if (child.kind === "text") this.#write(child, link, isPre);
      else if (child.tag === "br") this.#break(Math.min(2, this.#breaks + 1));
      else if (!UNSEEN.has(child.tag) && !isHidden(child)) this.walk(child, link, isPre || child.tag === "pre");
    }
    if (breaks > 0) this.#break(breaks);
  }

  finish(): VisibleText {
    this.#closeBlock();
    return { text: this.#parts.join(""), blocks: this.#blocks };
  }

  #break(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, breaks);
  }

  #write(node: PageText, inLink: boolean, isPre: boolean): void {
    // A page's own line breaks are space, but for preformatted text.
    const words = isPre ? node.text.replace(/\r\n?/g, "\n") : node.text.replace(/[ \t\r\n\f\u200b]+/g, " ");
    if (words.trim() === "") {
      if (words !== "") this.#space = true;
      return;
    }
    if (this.#breaks > 0 || this.#length === 0) {
      this.#closeBlock();
      if (this.#length > 0) this.#append("\n".repeat(this.#breaks));
      this.#breaks = 0;
      this.#space = false;
    }
    const body = words.trim();
    if ((this.#space || /^\s/.test(words)) && this.#runs.length > 0) this.#append(" ");
    this.#space = /\s$/.test(words);
    const start = this.#length;
    this.#append(body);
    this.#element ??= blockElement(node.parent);
    this.#runs.push({ node, start, end: this.#length });
    if (inLink) this.#linked += body.length;
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #closeBlock(): void {
    const first = this.#runs[0];
    const last = this.#runs.at(-1);
    if (first !== undefined && last !== undefined && this.#element !== null)
      this.#blocks.push({
        start: first.start,
        end: last.end,
        element: this.#element,
        runs: this.#runs,
        linked: this.#linked,
      });
    this.#runs = [];
    this.#linked = 0;
    this.#element = null;
  }
}

function blockElement(from: PageElement): PageElement {
  let element = from;
  while (element.parent !== null && !PARAGRAPHS.has(element.tag) && !LINES.has(element.tag)) element = element.parent;
  return element;
}
