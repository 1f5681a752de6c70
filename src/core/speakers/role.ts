import type { Member } from "./cast.ts";
import type { Mention, TokenSpan } from "./mentions.ts";
import type { WordView } from "./word-view.ts";

/**
 * The office to show: what stands beside the name in the source itself, unless the article words the same office more fully
 * elsewhere; else its fullest wording. An office once held ("former") gives way to one that is.
 */
export function bestRole(view: WordView, member: Member, mention: Mention | null): TokenSpan | null {
  const own = mention?.role ?? null;
  let best = own;
  let bestScore = own === null ? 0 : scoreOf(view, own) + 2;
  for (const role of member.roles) {
    const score = scoreOf(view, role);
    if (score > bestScore) {
      best = role;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(view: WordView, role: TokenSpan): number {
  const length = role.end - role.start;
  const first = view.lower[role.start] ?? "";
  const past = first === "former" || first === "then" || first.startsWith("ex-") ? 1.5 : 0;
  return Math.min(length, 8) - past + 0.5;
}
