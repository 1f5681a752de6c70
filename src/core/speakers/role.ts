import type { Member } from "./cast.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import type { WordView } from "./word-view.ts";

/**
 * The office to show: what stands beside the name in the source itself, unless the article words the same office more fully
 * elsewhere; else its fullest wording. An office once held ("former") gives way to one that is.
 */
export function bestRole(view: WordView, member: Member, mention: Mention | null): TokenSpan | null {
  let best: TokenSpan | null = null;
  let bestScore = 0;
  for (const role of mention?.roles ?? []) {
    const score = scoreOf(view, role) + 1;
    if (score > bestScore) {
      best = role;
      bestScore = score;
    }
  }
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
  // what somebody is called in a quotation is the speaker's wording, not the article's
  const quoted = (view.analysis.tokens.quotation[role.start] ?? -1) >= 0 ? 4 : 0;
  return Math.max(0.1, Math.min(length, 8) - past - quoted + 0.5);
}
