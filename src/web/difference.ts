/** A run of words that both texts have, or only this one. */
export interface Run {
  readonly text: string;
  readonly shared: boolean;
}

/**
 * What two sentences share and what only one of them says, word by word: a longest common subsequence, letters' case and
 * punctuation aside unless `exact`. Of texts longer than `MOST_WORDS` words the rest counts as not shared; the table would grow with its square.
 */
export function difference(
  earlier: string,
  later: string,
  { exact = false }: { readonly exact?: boolean } = {},
): { readonly earlier: readonly Run[]; readonly later: readonly Run[] } {
  const [left, right] = [wordsOf(earlier), wordsOf(later)];
  const [rows, columns] = [Math.min(left.length, MOST_WORDS), Math.min(right.length, MOST_WORDS)];
  const [leftKeys, rightKeys] = exact ? [left, right] : [left.map(keyOf), right.map(keyOf)];
  const width = columns + 1;
  // lengths[i * width + j]: longest subsequence of the words from i and from j on.
  const lengths = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        leftKeys[i] === rightKeys[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const inBoth = { left: new Set<number>(), right: new Set<number>() };
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (leftKeys[i] === rightKeys[j]) {
      inBoth.left.add(i++);
      inBoth.right.add(j++);
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return { earlier: runsOf(left, inBoth.left), later: runsOf(right, inBoth.right) };
}

const MOST_WORDS = 400;

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function keyOf(word: string): string {
  const bare = word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return bare === "" ? word : bare;
}

function runsOf(words: readonly string[], shared: ReadonlySet<number>): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, word] of words.entries()) {
    const last = runs.at(-1);
    if (last?.shared === shared.has(index))
      runs[runs.length - 1] = { text: `${last.text} ${word}`, shared: last.shared };
    else runs.push({ text: word, shared: shared.has(index) });
  }
  return runs;
}
