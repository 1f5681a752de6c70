import type { Range } from "../span.ts";
import { tagIndex } from "../text/tags.ts";
import type { Facts } from "./facts.ts";

/** Words of saying, as `Facts.act` has it. */
export const SAYING = 5;

/** A verb that can make a clause with its subject: "said", "says", "will". */
export function isFinite({ tag }: Facts, token: number): boolean {
  return FINITE.has(tag[token] as number);
}

export function hasFinite(facts: Facts, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (isFinite(facts, i)) return true;
  return false;
}

/** A finite verb of saying. */
export function isSayingVerb(facts: Facts, token: number): boolean {
  return facts.act[token] === SAYING && LEXICAL.has(facts.tag[token] as number);
}

const LEXICAL: ReadonlySet<number> = new Set(["VBD", "VBZ", "VBP"].map(tagIndex));
const FINITE: ReadonlySet<number> = new Set([...LEXICAL, tagIndex("MD")]);
