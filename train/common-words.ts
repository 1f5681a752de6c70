/**
 * Counts how common words are in sentences of news, for `src/core/shifts/common-words.ts`:
 *
 *     node train/common-words.ts        prints the table
 *
 * Counted over PolNeAR's train part, Wikinews and the releases, the mean of the three shares, so that no corpus decides alone. Words mostly written
 * with a capital are names and left out, as are those that only one corpus has.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { themeOf } from "../src/core/shifts/alike-words.ts";

const corpora = fileURLToPath(new URL("../../shared/corpora/", import.meta.url));
const FILES = ["polnear/train.jsonl", "news/wikinews-en.jsonl", "news/press-releases-ua-ru.jsonl"];
/** Words in fewer than one sentence of 2^9 are not listed: they are rare enough to tell a subject. */
const BANDS = 9;

interface Counted {
  share: number;
  corpora: number;
  seen: number;
  capital: number;
}

const counted = new Map<string, Counted>();
for (const file of FILES) {
  const inSentences = new Map<string, number>();
  let sentences = 0;
  for (const line of readFileSync(corpora + file, "utf8")
    .split("\n")
    .filter(Boolean)) {
    const { text } = JSON.parse(line) as { readonly text: string }; // the corpora's own form
    for (const sentence of text.split(/[.!?\n]+/)) {
      const themes = new Set<string>();
      for (const { 0: word, index } of sentence.trim().matchAll(/\p{L}{2,}/gu)) {
        const theme = themeOf(word.toLowerCase());
        themes.add(theme);
        const count = counted.get(theme) ?? { share: 0, corpora: 0, seen: 0, capital: 0 };
        counted.set(theme, count);
        if (index === 0) continue;
        count.seen++;
        if (/^\p{Lu}/u.test(word)) count.capital++;
      }
      if (themes.size < 4) continue;
      sentences++;
      for (const theme of themes) inSentences.set(theme, (inSentences.get(theme) ?? 0) + 1);
    }
  }
  for (const [theme, count] of inSentences) {
    const all = counted.get(theme);
    if (all === undefined) continue;
    all.share += count / sentences / FILES.length;
    all.corpora++;
  }
}
const bands: string[][] = Array.from({ length: BANDS }, () => []);
for (const [theme, { share, corpora: some, seen, capital }] of [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  if (some > 1 && capital <= seen / 2) bands[Math.floor(-Math.log2(share))]?.push(theme);
for (const [band, themes] of bands.entries()) if (band > 0) console.log(themes.length === 0 ? "-" : themes.join(" "));
