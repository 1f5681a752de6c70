/** A paragraph of a text, by its place. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where two versions of a text differ: paragraphs of the earlier and what stands there in the later; either may be empty. */
export interface TextChange {
  readonly before: readonly Paragraph[];
  readonly now: readonly Paragraph[];
  /** How many paragraphs that are the same stand before it. */
  readonly sameBefore: number;
}

/**
 * The places where two versions of a text differ, paragraph by paragraph and to the letter: a longest common subsequence, after what
 * both begin and end with. Of more than `MOST_PARAGRAPHS` between the two ends, the rest counts as changed.
 */
export function textChanges(
  before: string,
  now: string,
): { readonly changes: readonly TextChange[]; readonly sameAfter: number } {
  const [left, right] = [paragraphsOf(before), paragraphsOf(now)];
  let head = 0;
  while (head < left.length && head < right.length && left[head]?.text === right[head]?.text) head++;
  let tail = 0;
  while (
    tail < Math.min(left.length, right.length) - head &&
    left[left.length - 1 - tail]?.text === right[right.length - 1 - tail]?.text
  )
    tail++;
  const [rows, columns] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const changes: TextChange[] = [];
  let same = head;
  let change = { before: [] as Paragraph[], now: [] as Paragraph[] };
  const close = (): void => {
    if (change.before.length + change.now.length === 0) return;
    changes.push({ ...change, sameBefore: same });
    same = 0;
    change = { before: [], now: [] };
  };
  let [i, j] = [0, 0];
  for (const [row, column] of pairsOf(rows, columns)) {
    while (i < row) change.before.push(...rows.slice(i, ++i));
    while (j < column) change.now.push(...columns.slice(j, ++j));
    close();
    same++;
    [i, j] = [row + 1, column + 1];
  }
  change.before.push(...rows.slice(i));
  change.now.push(...columns.slice(j));
  close();
  return { changes, sameAfter: same + tail };
}

const MOST_PARAGRAPHS = 1_000;

/** The places of the paragraphs that both have, in order. */
function pairsOf(left: readonly Paragraph[], right: readonly Paragraph[]): readonly (readonly [number, number])[] {
  const [rows, columns] = [Math.min(left.length, MOST_PARAGRAPHS), Math.min(right.length, MOST_PARAGRAPHS)];
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        left[i]?.text === right[j]?.text
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (left[i]?.text === right[j]?.text) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") paragraphs.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return paragraphs;
}
