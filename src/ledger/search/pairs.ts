/**
 * Stems that stand side by side, as small numbers. Both indexes hold them beside the stems: of two words that very many statements have, few have them
 * next to each other, and an index that knows words alone must read every statement with both to find these few. A number stands for many
 * pairs, so that there are few lists and each is written to often; who asks for a pair asks for the phrase too.
 */
export function pairsOf(stems: readonly string[], kinds: number): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < stems.length; at++) pairs.add(numberOf(`${stems[at - 1]} ${stems[at]}`) % kinds);
  return pairs;
}

/** A number of 32 bits for a text, the same everywhere (FNV-1a over its UTF-16 units). */
export function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  // the low bits of FNV are the worse ones
  return (number ^ (number >>> 15)) >>> 0;
}
