import type { Quotation, Tokens } from "./analysis.ts";
import { formHash } from "./words.ts";

/**
 * The quotations of a text with `isSpeech` as the text's own custom has it: a house that gives what people say in ‘single marks’ keeps the “double” ones
 * for what is quoted within, and the other way about.
 */
export function asSpoken(quotations: readonly Quotation[]): Quotation[] {
  return speaksInSingle(quotations) ? quotations.map(inSingleMarks) : [...quotations];
}

/** Makes the marks of speech alike for what reads words: the single ones of a text that speaks in them become double ones. */
export function evenMarks(quotations: readonly Quotation[], { form, lower }: Tokens): void {
  for (const { start, end, style, isSpeech, unclosed } of quotations) {
    if (style !== "single" || !isSpeech) continue;
    form[start] = lower[start] = OPENING;
    if (!unclosed) form[end - 1] = lower[end - 1] = CLOSING;
  }
}

/** The mark that a token stands for, where `evenMarks` made it another than the one written. */
export function evenedMark(form: number): string | undefined {
  return form === OPENING ? "“" : form === CLOSING ? "”" : undefined;
}

/** True for a text that gives what people say in single marks: of its outer quotations, the few in other marks aside. */
function speaksInSingle(quotations: readonly Quotation[]): boolean {
  let singles = 0;
  let others = 0;
  for (const { start, end, depth, style, unclosed } of quotations) {
    if (depth > 0) continue;
    if (style !== "single") others += 1;
    else if (!unclosed && end - start >= LEAST_SPOKEN) singles += 1;
  }
  return singles > 0 && singles >= SINGLES_FOR_ONE * others;
}

/** Shortest words in single marks that tell how a text quotes, in tokens with the marks: shorter ones are often titles and terms. */
const LEAST_SPOKEN = 6;

/** So many times as many quotations in single marks as in others. */
const SINGLES_FOR_ONE = 3;

/** The same quotation in such a text: what double marks hold within it is quoted by the speaker. */
function inSingleMarks(quotation: Quotation): Quotation {
  return { ...quotation, isSpeech: quotation.depth === 0 };
}

/** `formHash` and `lowerHash` of the double marks. */
const OPENING = formHash("“");
const CLOSING = formHash("”");
