import { feature } from "../learning/feature-hash.ts";
import { tagIndex, isVerbTag } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";

/** Features a token in the first chain. */
export const PARAGRAPH_STRIDE = 50;

/** Classes of edges that both chains' transitions see. */
export const EDGES = 16;

const CC = tagIndex("CC");
const MD = tagIndex("MD");
const STARTS_PHRASE = new Set(["DT", "PRP", "PRP$", "EX", "PDT"].map(tagIndex));
const LINKS = new Set(["IN", "TO", "WDT", "WRB", "WP"].map(tagIndex));

/** What kind of place a token is for one label to follow another: 0 to `EDGES` - 1. */
export function edgeAt(facts: Facts, token: number): number {
  const { mark, tag } = facts;
  switch (mark[token]) {
    case MARK.comma:
      return 1;
    case MARK.stop:
    case MARK.question:
      return 2;
    case MARK.open:
      return 3;
    case MARK.close:
      return 4;
    case MARK.colon:
    case MARK.dash:
    case MARK.semicolon:
      return 5;
    case MARK.none:
      break;
    default:
      return 6;
  }
  if (token === 0 || facts.sentence[token] !== facts.sentence[token - 1]) return 14;
  const before = mark[token - 1];
  const own = tag[token] as number;
  if (before === MARK.comma) return isVerbTag(own) ? 7 : 11;
  if (before === MARK.close) return 12;
  if (before === MARK.colon || before === MARK.dash || before === MARK.open) return 13;
  if (own === CC) return 8;
  if (own === MD || isVerbTag(own)) return 9;
  if (LINKS.has(own)) return 10;
  if (STARTS_PHRASE.has(own)) return 15;
  return 0;
}

/** Distance in steps that grow: 0 to 9. */
export function bucket(distance: number): number {
  return distance < 4
    ? distance
    : distance < 6
      ? 4
      : distance < 9
        ? 5
        : distance < 14
          ? 6
          : distance < 22
            ? 7
            : distance < 40
              ? 8
              : 9;
}

/** Writes the features of tokens `start` to `end` (a paragraph) into `out`, `PARAGRAPH_STRIDE` a token. */
export function paragraphFeatures(facts: Facts, start: number, end: number, out: Int32Array): void {
  const { word, lemma, act, mark, quoted, quotePlace, nameKind, shape, tag, relation, head } = facts;
  const { clause, governor, children, subject, low, high, cueBefore, cueAfter, commas, sentence, sentenceBits } = facts;
  const firstSentence = sentence[start] as number;
  let at = 0;
  for (let i = start; i < end; i++) {
    const p1 = i - 1 >= start;
    const p2 = i - 2 >= start;
    const n1 = i + 1 < end;
    const n2 = i + 2 < end;
    const w = word[i] as number;
    const wp = p1 ? (word[i - 1] as number) : 1;
    const wpp = p2 ? (word[i - 2] as number) : 1;
    const wn = n1 ? (word[i + 1] as number) : 2;
    const wnn = n2 ? (word[i + 2] as number) : 2;
    const m = lemma[i] as number;
    const t = tag[i] as number;
    const tp = p1 ? (tag[i - 1] as number) : 60;
    const tpp = p2 ? (tag[i - 2] as number) : 60;
    const tn = n1 ? (tag[i + 1] as number) : 61;
    const tnn = n2 ? (tag[i + 2] as number) : 61;
    const q = quoted[i] as number;
    const qp = p1 ? (quoted[i - 1] as number) : 3;
    const qn = n1 ? (quoted[i + 1] as number) : 3;
    const a = act[i] as number;
    const r = relation[i] as number;
    const h = head[i] as number;
    const hm = h >= 0 ? (lemma[h] as number) : 3;
    const ha = h >= 0 ? (act[h] as number) : 7;
    const ht = h >= 0 ? (tag[h] as number) : 62;
    const hr = h >= 0 ? (relation[h] as number) : 62;
    const side = h < 0 ? 2 : h < i ? 1 : 0;
    const hh = h >= 0 ? (head[h] as number) : -1;
    const c = clause[i] as number;
    const g = governor[i] as number;
    const cr = c >= 0 ? (relation[c] as number) : 63;
    const gm = g >= 0 ? (lemma[g] as number) : 3;
    const ga = g >= 0 ? (act[g] as number) : 7;
    const gside = g < 0 ? 2 : g < i ? 1 : 0;
    const c2 = g >= 0 ? (clause[g] as number) : -1;
    const g2 = c2 >= 0 ? (governor[c2] as number) : -1;
    const g2m = g2 >= 0 ? (lemma[g2] as number) : 3;
    const c2r = c2 >= 0 ? (relation[c2] as number) : 63;
    const sameClause = p1 && clause[i - 1] === c ? 1 : 0;
    const kids = children[i] as number;
    const sub = subject[i] as number;
    const subKind = sub < 0 ? 90 : nameKind[sub] ? (nameKind[sub] as number) : 10 + (tag[sub] as number);
    const before = cueBefore[i] as number;
    const after = cueAfter[i] as number;
    const bm = before >= 0 ? (lemma[before] as number) : 4;
    const am = after >= 0 ? (lemma[after] as number) : 5;
    const ba = before >= 0 ? (act[before] as number) : 7;
    const aa = after >= 0 ? (act[after] as number) : 7;
    const bd = before >= 0 ? bucket(i - before - 1) : 10;
    const ad = after >= 0 ? bucket(after - i - 1) : 10;
    const bcomma = before >= 0 ? Math.min(2, (commas[i] as number) - (commas[before] as number)) : 3;
    const acomma = after >= 0 ? Math.min(2, (commas[after] as number) - (commas[i] as number)) : 3;
    const s = sentence[i] as number;
    const bits = sentenceBits[s] as number;
    const previousBits = s > firstSentence ? (sentenceBits[s - 1] as number) : 64;
    const k = mark[i] as number;
    const kp = p1 ? (mark[i - 1] as number) : 13;
    const kn = n1 ? (mark[i + 1] as number) : 14;
    const wordAfterCue = before >= 0 && before + 1 < end ? (word[before + 1] as number) : 6;

    out[at++] = feature(0, w);
    out[at++] = feature(1, m, t);
    out[at++] = feature(2, wp);
    out[at++] = feature(3, wn);
    out[at++] = feature(4, wpp, t);
    out[at++] = feature(5, wnn, t);
    out[at++] = feature(6, wp, w);
    out[at++] = feature(7, w, wn);
    out[at++] = feature(8, wp, wn, t);
    out[at++] = feature(9, t, q);
    out[at++] = feature(10, tp, t);
    out[at++] = feature(11, t, tn);
    out[at++] = feature(12, tpp * 64 + tp, t);
    out[at++] = feature(13, t * 64 + tn, tnn);
    out[at++] = feature(14, tp * 64 + t, tn);
    out[at++] = feature(15, a, tp, tn);
    out[at++] = feature(
      16,
      nameKind[i] as number,
      p1 ? (nameKind[i - 1] as number) : 9,
      n1 ? (nameKind[i + 1] as number) : 9,
    );
    out[at++] = feature(17, shape[i] as number, t, tp);
    out[at++] = feature(18, qp * 16 + q * 4 + qn, k * 16 + kp, kn);
    out[at++] = feature(19, quotePlace[i] as number, t);
    out[at++] = feature(20, quotePlace[i] as number, bits, s - firstSentence > 1 ? 2 : s - firstSentence);
    out[at++] = feature(21, q, bits * 128 + previousBits, k);
    out[at++] = feature(22, r, hm, side);
    out[at++] = feature(23, r * 64 + ht, side, t);
    out[at++] = feature(24, r, hr, t);
    out[at++] = feature(25, r, ha * 4 + side, q);
    out[at++] = feature(26, r * 64 + hr, hh >= 0 ? (lemma[hh] as number) : 3);
    out[at++] = feature(27, cr, gm, gside);
    out[at++] = feature(28, cr * 8 + ga, gside * 4 + q, t);
    out[at++] = feature(29, cr * 64 + c2r, g2m);
    out[at++] = feature(30, m, kids & 0x3fff);
    out[at++] = feature(31, kids, t, a);
    out[at++] = feature(32, m, subKind);
    out[at++] = feature(33, m, r);
    out[at++] = feature(34, m, kids & 14, subKind);
    out[at++] = feature(35, bm, bd, q);
    out[at++] = feature(36, am, ad, q);
    out[at++] = feature(37, ba * 8 + aa, bcomma * 4 + acomma, q * 64 + t);
    out[at++] = feature(38, bm, bcomma, sameClause);
    out[at++] = feature(39, am, acomma, sameClause);
    out[at++] = feature(40, bm, wordAfterCue, g === before ? 1 : c === before ? 2 : 0);
    out[at++] = feature(41, ba, bd * 16 + ad, aa);
    out[at++] = feature(42, i === start ? 1 : kp, t, s === firstSentence ? 1 : 0);
    out[at++] = feature(43, sameClause, cr * 64 + r, ga);
    out[at++] = feature(44, sameClause, cr, gm);
    out[at++] = feature(45, high[i] === i ? 1 : 0, low[i] === i ? 1 : 0, r * 16 + k);
    out[at++] = feature(46, a ? m : 0, wp, wn);
    out[at++] = feature(47, a ? m : 0, subKind, hr * 64 + r);
    out[at++] = feature(48, h >= 0 && head[h] === before ? 1 : h === before ? 2 : 0, r, bm);
    out[at++] = feature(49, bits, previousBits, n1 ? (quoted[i + 1] as number) * 16 + ad : 0);
  }
}
