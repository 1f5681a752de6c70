/** Marks words for a terminal, or leaves them as they are. */
export interface Ink {
  strong(words: string): string;
  quiet(words: string): string;
  /** A speaker. */
  name(words: string): string;
  /** A condition: what a commitment waits for. */
  waiting(words: string): string;
}

export function inkOf(colour: boolean): Ink {
  const between =
    (on: string, off: string) =>
    (words: string): string =>
      colour && words !== "" ? `\u001b[${on}m${words}\u001b[${off}m` : words;
  return {
    strong: between("1", "22"),
    quiet: between("2", "22"),
    name: between("1;36", "22;39"),
    waiting: between("33", "39"),
  };
}

/**
 * Words of an article, made fit for a line on a terminal: white space in one, and no control characters, with which a
 * text could otherwise drive the terminal of whoever reads it (ESC, CSI, bidirectional overrides).
 */
export function onOneLine(words: string): string {
  return withoutBreaks(words).trim();
}

/** The same, with the space at both ends left: for pieces that are put together again. */
export function withoutBreaks(words: string): string {
  return words.replace(/\s+/gu, " ").replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "");
}

/** Breaks words into lines of at most `width` columns, each after the first `indent` deeper; a long word keeps its line. */
export function wrap(words: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > Math.max(20, width - indent.length)) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}
