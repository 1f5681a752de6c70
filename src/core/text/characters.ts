/**
 * What each UTF-16 code unit is to the tokeniser, as a table: one look-up a unit, no regular expressions. Letters with
 * case are known for the Latin, Greek, Cyrillic and Armenian blocks; every other letter counts as lower case.
 * Halves of surrogate pairs are symbols: what news text has beyond the basic plane is emoji.
 */
export const SPACE = 0;
export const NEWLINE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
export const SYMBOL = 5;
export const PUNCTUATION = 6;

/** Class of each code unit: SPACE, NEWLINE, LOWER, UPPER, DIGIT, SYMBOL or PUNCTUATION. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000).fill(LOWER);

/** Lower-case form of each code unit, with typographic apostrophes made straight. */
export const LOWERED: Uint16Array = new Uint16Array(0x10000);

/** The code unit with typographic apostrophes made straight: `don’t` and `don't` are one word. */
export const PLAIN: Uint16Array = new Uint16Array(0x10000);

fillTables();

/** True for letters and digits. */
export function isWordClass(kind: number): boolean {
  return kind >= LOWER && kind <= DIGIT;
}

function fillTables(): void {
  for (let unit = 0; unit < 0x10000; unit += 1) PLAIN[unit] = unit;
  for (const apostrophe of "’ʼ＇") PLAIN[apostrophe.charCodeAt(0)] = 0x27;
  LOWERED.set(PLAIN);

  const ranges: readonly (readonly [first: number, last: number, kind: number])[] = [
    [0x00, 0x20, SPACE],
    [0x21, 0x2f, PUNCTUATION],
    [0x30, 0x39, DIGIT],
    [0x3a, 0x40, PUNCTUATION],
    [0x5b, 0x60, PUNCTUATION],
    [0x7b, 0x7e, PUNCTUATION],
    [0x7f, 0xa0, SPACE],
    [0xa1, 0xbf, PUNCTUATION],
    [0xd7, 0xd7, SYMBOL],
    [0xf7, 0xf7, SYMBOL],
    [0x660, 0x669, DIGIT],
    [0x2000, 0x200b, SPACE],
    [0x200c, 0x200d, LOWER],
    [0x200e, 0x200f, SPACE],
    [0x2010, 0x2027, PUNCTUATION],
    [0x2028, 0x2029, NEWLINE],
    [0x202a, 0x202f, SPACE],
    [0x2030, 0x205e, PUNCTUATION],
    [0x205f, 0x206f, SPACE],
    [0x2070, 0x209f, DIGIT],
    [0x20a0, 0x20cf, PUNCTUATION],
    [0x2100, 0x2bff, SYMBOL],
    [0x2e00, 0x2e7f, PUNCTUATION],
    [0x3000, 0x3000, SPACE],
    [0x3001, 0x303f, PUNCTUATION],
    [0xd800, 0xdfff, SYMBOL],
    [0xe000, 0xf8ff, SYMBOL],
    [0xfe00, 0xfe0f, SYMBOL],
    [0xfeff, 0xfeff, SPACE],
    [0xff01, 0xff0f, PUNCTUATION],
    [0xff10, 0xff19, DIGIT],
    [0xff1a, 0xff20, PUNCTUATION],
    [0xfff0, 0xffff, SYMBOL],
  ];
  for (const [first, last, kind] of ranges) CLASSES.fill(kind, first, last + 1);
  for (const unit of [0x0a, 0x0b, 0x0c, 0x0d, 0x85]) CLASSES[unit] = NEWLINE;
  // Ordinal marks and the soft hyphen stay in their word; so does the superscript minus family above by accident of rarity.
  for (const unit of [0xaa, 0xad, 0xba, 0x2bc]) CLASSES[unit] = LOWER;
  const cased: readonly (readonly [number, number])[] = [
    [0x41, 0x5a],
    [0xc0, 0x24f],
    [0x370, 0x587],
    [0x1e00, 0x1fff],
  ];
  for (const [first, last] of cased)
    for (let unit = first; unit <= last; unit += 1) {
      if (CLASSES[unit] !== LOWER) continue;
      const lowered = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
      if (lowered === unit) continue;
      CLASSES[unit] = UPPER;
      LOWERED[unit] = lowered;
    }
}
