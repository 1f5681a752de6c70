import type { Furniture } from "../article.ts";
import type { Analysis, Name, TokenRanges, Tokens } from "./analysis.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { recognise } from "./names.ts";
import { parse, parseView } from "./parse.ts";
import { layQuotations, pairMarks } from "./quotations.ts";
import { evenMarks } from "./speech-marks.ts";
import { splitSentences } from "./sentences.ts";
import type { TextData } from "./text-data.ts";
import type { TextModel } from "./text-model.ts";
import { tag, tagView } from "./tag.ts";
import { tokenise, type TokenOffsets } from "./tokenise.ts";
import { shapesOf } from "./word-shapes.ts";
import { hashWords } from "./words.ts";

export type { TextData } from "./text-data.ts";

/** Finds tokens, sentences, paragraphs, quotations, tags and names in `text`, leaving `furniture` out. */
export function analyse(text: string, furniture: readonly Furniture[], data: TextData): Analysis {
  const offsets = tokenise(text, furniture, data);
  const paragraphs = paragraphRanges(offsets.paragraphStarts, offsets.count);
  const { roles, drafts } = pairMarks(text, offsets.start, offsets.end, paragraphs);
  const tokens = emptyTokens(offsets, roles);
  hashWords(text, tokens);
  numberRanges(paragraphs, tokens.paragraph);
  const sentences = splitSentences(text, tokens.start, tokens.end, tokens.lower, roles, paragraphs, data);
  numberRanges(sentences, tokens.sentence);
  const quotations = layQuotations(drafts, paragraphs, sentences, tokens.paragraph, tokens.sentence, tokens.quotation);
  evenMarks(quotations, tokens);
  const names = data.model ? label(text, tokens, sentences, data.model, data.gazetteer) : [];
  return { text, tokens, sentences, paragraphs, quotations, names };
}

/** Fills tags, trees and names in the new tokens, and returns the names. */
function label(text: string, tokens: Tokens, sentences: TokenRanges, model: TextModel, gazetteer: Gazetteer): Name[] {
  const view = tagView(tokens, shapesOf(text, tokens), model.lexicon);
  tag(view, sentences, model.tagger);
  parse(parseView(view), sentences, model.parser);
  return recognise(view, sentences, model.names, gazetteer);
}

function emptyTokens({ count, start, end }: TokenOffsets, mark: Int8Array): Tokens {
  return {
    count,
    start,
    end,
    form: new Int32Array(count),
    lower: new Int32Array(count),
    tag: new Uint8Array(count),
    head: new Int32Array(count).fill(-1),
    relation: new Uint8Array(count),
    name: new Uint8Array(count),
    sentence: new Int32Array(count),
    paragraph: new Int32Array(count),
    quotation: new Int32Array(count),
    mark,
  };
}

export function paragraphRanges(starts: readonly number[], count: number): TokenRanges {
  const end = Int32Array.from(starts, (_, paragraph) => starts[paragraph + 1] ?? count);
  return { count: starts.length, start: Int32Array.from(starts), end };
}

function numberRanges(ranges: TokenRanges, numbers: Int32Array): void {
  for (let range = 0; range < ranges.count; range += 1)
    numbers.fill(range, ranges.start[range] as number, ranges.end[range] as number);
}
