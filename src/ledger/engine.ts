/**
 * True when an article read by engine version `there` need not be read again by `other`: they are the same, or `there` is the newer.
 * Versions are compared by their numbers ("0.10.1" is newer than "0.9"); what follows "+" or "-" names a build and has no order.
 */
export function isSameOrNewerEngine(there: string, other: string): boolean {
  if (there === other) return true;
  const a = numbersOf(there);
  const b = numbersOf(other);
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function numbersOf(version: string): readonly number[] {
  const numbers = /\d+(?:\.\d+)*/.exec(version.split(/[+-]/, 1)[0] ?? "");
  return numbers === null ? [] : numbers[0].split(".").map(Number);
}
