// Selected words of a text, as offsets into it: each line carries the offset at which it begins, and only the article's own
// words count, not the small numbers between them.

/** The selection as `{ start, end, text }` in the article's text, or null when nothing of it is selected. */
export function selectedWords() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const text = textBetween(start, end);
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const from = start + text.indexOf(trimmed);
  return { start: from, end: from + trimmed.length, text: trimmed };
}

function lineOf(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-start]") ?? null;
}

function offsetAt(node, offset) {
  const line = lineOf(node);
  if (!line) return null;
  let at = Number(line.getAttribute("data-start"));
  for (const words of wordsOf(line)) {
    if (words === node) return at + offset;
    // A boundary in an element lies before its child number `offset`.
    const child = node instanceof Element ? node.childNodes[offset] : null;
    if (child && (child === words || child.contains(words))) return at;
    at += words.data.length;
  }
  return at;
}

function wordsOf(line) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".ref")) found.push(walker.currentNode);
  return found;
}

/** The words between two offsets of one line; a selection over several lines is cut at the end of the first. */
function textBetween(start, end) {
  for (const line of document.querySelectorAll("[data-start]")) {
    const from = Number(line.getAttribute("data-start"));
    const text = wordsOf(line)
      .map((words) => words.data)
      .join("");
    if (from <= start && start < from + text.length) return text.slice(start - from, end - from);
  }
  return "";
}
