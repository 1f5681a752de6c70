import type { LinearModel } from "../learning/linear.ts";
import { type Name, NAME_LABELS, type NameKind, type TokenRanges, type Tokens } from "./analysis.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { forEachRun, settle, vote } from "./name-agreement.ts";
import { decode } from "./name-labels.ts";
import { NAME_KINDS, nameView, NONE } from "./name-view.ts";
import type { TagView } from "./tag.ts";

/**
 * The name recogniser's two readings. The first sees each sentence alone; the second also sees what the first made of the
 * same words elsewhere in the text, so that "Prime Minister Lena Ostrik" in one place helps "Ostrik" in another.
 */
export interface NameModel {
  readonly first: LinearModel;
  readonly second: LinearModel;
}

/** Finds names: fills `tokens.name` and returns them in order. */
export function recognise(view: TagView, sentences: TokenRanges, model: NameModel, gazetteer: Gazetteer): Name[] {
  const name = nameView(view, sentences, gazetteer);
  decode(name, model.first, false);
  vote(name);
  decode(name, model.second, true);
  settle(name);
  return gather(view.tokens, name.kind, sentences);
}

/** Turns labels into names; a name ends where the kind changes or the sentence does. */
function gather(tokens: Tokens, kind: Uint8Array, sentences: TokenRanges): Name[] {
  const names: Name[] = [];
  forEachRun(kind, sentences, (start, end, label) => {
    if (label === NONE) return;
    names.push({ start, end, kind: NAME_KINDS[label] as NameKind });
    tokens.name.fill(label * 2, start, end);
    tokens.name[start] = label * 2 - 1;
  });
  return names;
}

// NAME_LABELS lists B and I of each kind in the order of NAME_KINDS; `gather` counts on it
if (NAME_LABELS.length !== NAME_KINDS.length * 2 - 1) throw new RangeError("NAME_LABELS and NAME_KINDS differ");
