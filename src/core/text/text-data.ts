import type { Gazetteer } from "./gazetteer.ts";
import type { TextModel } from "./text-model.ts";

/** What the text stage must know of a language. Sets of numbers hold `lowerHash` of words. */
export interface TextData {
  /** Words with a full stop that end no sentence, lower case, without it: "mr", "aug". Only when written with a capital. */
  readonly abbreviations: ReadonlySet<string>;
  /** The same for words that are abbreviations in lower case too: "etc", "vs". */
  readonly lowerAbbreviations: ReadonlySet<string>;
  /** Abbreviations only before a number: "No. 5". */
  readonly numberAbbreviations: ReadonlySet<string>;
  /** Abbreviations, with their full stop, that go with the name after them and so never end a sentence: "mr.". */
  readonly titles: ReadonlySet<number>;
  /** Words that, with a capital after an abbreviation, show that a sentence began: "The", "He". */
  readonly sentenceStarters: ReadonlySet<number>;
  /** Verbs whose subject may stand between a quoted question and them: “Why?” Ana Ruiz asked. */
  readonly speechVerbs: ReadonlySet<number>;
  /** Words written as one and cut in two, and where: "cannot" at 3. */
  readonly contractions: ReadonlyMap<number, number>;
  /** Words that lost their beginning to an apostrophe: "em", "til". */
  readonly clippedWords: ReadonlySet<number>;
  /** Places and peoples, for the name recogniser. */
  readonly gazetteer: Gazetteer;
  /** Dictionary form of a word with a tag (index into TAGS). */
  readonly lemma: (word: string, tag: number) => string;
  /** What training learned; without it there are tokens, sentences and quotations, but no tags, names or trees. */
  readonly model: TextModel | undefined;
}
