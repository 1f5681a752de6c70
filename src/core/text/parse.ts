import { LANES, RAISE } from "../learning/column-sums.ts";
import { feature } from "../learning/feature-hash.ts";
import { bestClass, type LinearModel, scoreClasses } from "../learning/linear.ts";
import type { TokenRanges, Tokens } from "./analysis.ts";
import { RELATIONS } from "./relations.ts";
import type { TagView } from "./tag.ts";
import { tagIndex } from "./tags.ts";

/**
 * The parser's two classifiers: one finds heads by arc-hybrid transitions (Kuhlmann and others 2011), the other names the
 * relation of each arc once the tree stands and can be seen whole.
 */
export interface ParseModel {
  /** Three classes: SHIFT, LEFT and RIGHT. */
  readonly transitions: LinearModel;
  readonly relations: LinearModel;
}

export const SHIFT = 0;
/** The next word becomes the head of the top of the stack. */
export const LEFT = 1;
/** The word below becomes the head of the top of the stack. */
export const RIGHT = 2;

/** Fills `tokens.head` and `tokens.relation`, one tree a sentence. */
export function parse(view: ParseView, sentences: TokenRanges, model: ParseModel): void {
  const { tokens } = view;
  const state = new ParseState(view);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Float64Array(RELATIONS.length);
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const from = sentences.start[sentence] as number;
    const to = sentences.end[sentence] as number;
    state.begin(from, to);
    while (!state.done()) {
      let transition = state.onlyTransition();
      if (transition < 0) {
        const count = parseFeatures(state, features);
        scoreThree(model.transitions, features, count, scores);
        transition = state.best(scores[SHIFT] as number, scores[LEFT] as number, scores[RIGHT] as number);
      }
      state.take(transition);
    }
    state.copyHeads(tokens.head);
    for (let token = from; token < to; token += 1) {
      if ((tokens.head[token] as number) < 0) {
        tokens.relation[token] = 0;
        continue;
      }
      const count = relationFeatures(state, token, features);
      scoreClasses(model.relations, features, count, scores);
      scores[0] = -Infinity; // root
      tokens.relation[token] = bestClass(scores, RELATIONS.length);
    }
  }
}

/** Writes the sums of the features' rows for the three transitions; quantised ones all raised alike, which changes no order. */
function scoreThree(
  { weights, words, mask, stride }: LinearModel,
  features: Int32Array,
  count: number,
  scores: Float64Array,
): void {
  let shift = 0;
  let left = 0;
  let right = 0;
  if (words) {
    for (let place = 0; place < count; place += 1) {
      const word = words.getInt32(Math.imul((features[place] as number) & mask, stride), true) ^ RAISE;
      left += (word >>> 8) & 0xff;
      shift = (shift + (word & LANES)) | 0;
    }
    right = shift >>> 16;
    shift &= 0xffff;
  } else
    for (let place = 0; place < count; place += 1) {
      const row = ((features[place] as number) & mask) * stride;
      shift += weights[row] as number;
      left += weights[row + 1] as number;
      right += weights[row + 2] as number;
    }
  scores[SHIFT] = shift;
  scores[LEFT] = left;
  scores[RIGHT] = right;
}

/** What the parser sees of a text: its tagged tokens, and for each the word as a number, rare words by their ending. */
export interface ParseView {
  readonly tokens: Tokens;
  readonly word: Int32Array;
}

export function parseView({ tokens, shapes, entries }: TagView): ParseView {
  const word = new Int32Array(tokens.count);
  for (let token = 0; token < tokens.count; token += 1) {
    word[token] =
      (entries[token] as number) >= 0
        ? (tokens.lower[token] as number)
        : feature(1, shapes.suffix3[token] as number, shapes.casing[token] as number);
  }
  return { tokens, word };
}

// tags as a ParseState holds them, one up
const COMMA = tagIndex(",") + 1;
const CONJUNCTION = tagIndex("CC") + 1;
const IS_FINITE = new Uint8Array(64);
for (const name of ["VBD", "VBZ", "VBP", "MD"]) IS_FINITE[tagIndex(name) + 1] = 1;

/** At most so many features. */
export const PARSE_FEATURES = 96;

/**
 * A sentence half read: a stack of words whose heads are not known, the words to come, and the children found so far.
 * The root stands behind the last word (Ballesteros and Nivre 2013). Places are 0-based in the sentence, plus one, so that
 * 0 can stand for "nothing": arrays have tag 0 and word 0 there.
 */
export class ParseState {
  readonly view: ParseView;
  from = 0;
  length = 0;
  /** Next word: 1 to length; length + 1 is the root. */
  next = 1;
  height = 0;
  stack: Int32Array = new Int32Array(0);
  head: Int32Array = new Int32Array(0);
  word: Int32Array = new Int32Array(0);
  tag: Int32Array = new Int32Array(0);
  left1: Int32Array = new Int32Array(0);
  left2: Int32Array = new Int32Array(0);
  right1: Int32Array = new Int32Array(0);
  right2: Int32Array = new Int32Array(0);
  leftCount: Int32Array = new Int32Array(0);
  rightCount: Int32Array = new Int32Array(0);
  /** How many commas, finite verbs and conjunctions stand up to each place, it included. */
  commas: Int32Array = new Int32Array(0);
  verbs: Int32Array = new Int32Array(0);
  conjunctions: Int32Array = new Int32Array(0);

  constructor(view: ParseView) {
    this.view = view;
  }

  /** Begins the sentence of tokens `from` to `to`. */
  begin(from: number, to: number): void {
    this.from = from;
    this.length = to - from;
    this.next = 1;
    this.height = 0;
    const room = this.length + 8;
    if (this.stack.length < room) {
      const size = room * 2;
      this.stack = new Int32Array(size);
      this.head = new Int32Array(size);
      this.word = new Int32Array(size);
      this.tag = new Int32Array(size);
      this.left1 = new Int32Array(size);
      this.left2 = new Int32Array(size);
      this.right1 = new Int32Array(size);
      this.right2 = new Int32Array(size);
      this.leftCount = new Int32Array(size);
      this.rightCount = new Int32Array(size);
      this.commas = new Int32Array(size);
      this.verbs = new Int32Array(size);
      this.conjunctions = new Int32Array(size);
    }
    const { tokens, word } = this.view;
    for (let place = 0; place <= this.length + 4; place += 1) {
      this.head[place] = 0;
      this.left1[place] = 0;
      this.left2[place] = 0;
      this.right1[place] = 0;
      this.right2[place] = 0;
      this.leftCount[place] = 0;
      this.rightCount[place] = 0;
      const within = place > 0 && place <= this.length;
      this.word[place] = within ? (word[from + place - 1] as number) : 0;
      const tag = within ? (tokens.tag[from + place - 1] as number) + 1 : 0;
      this.tag[place] = tag;
      if (place === 0) continue;
      this.commas[place] = (this.commas[place - 1] as number) + (tag === COMMA ? 1 : 0);
      this.verbs[place] = (this.verbs[place - 1] as number) + (IS_FINITE[tag] as number);
      this.conjunctions[place] = (this.conjunctions[place - 1] as number) + (tag === CONJUNCTION ? 1 : 0);
    }
    this.tag[this.length + 1] = 62;
  }

  done(): boolean {
    return this.height === 0 && this.next > this.length;
  }

  /** The transition that the rules force, or -1 where there is a choice. */
  onlyTransition(): number {
    if (this.next <= this.length) return this.height === 0 ? SHIFT : -1;
    // only the root is left to come: one word may hang on it, the lowest
    return this.height > 1 ? RIGHT : LEFT;
  }

  /** The best transition that is possible here; call it only where there is a choice. */
  best(shift: number, left: number, right: number): number {
    if (this.height > 1 && right > left && right > shift) return RIGHT;
    return left > shift ? LEFT : SHIFT;
  }

  take(transition: number): void {
    if (transition === SHIFT) {
      this.stack[this.height] = this.next;
      this.height += 1;
      this.next += 1;
      return;
    }
    this.height -= 1;
    const top = this.stack[this.height] as number;
    if (transition === LEFT) {
      const head = this.next;
      this.head[top] = head;
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = top;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
    } else {
      const head = this.stack[this.height - 1] as number;
      this.head[top] = head;
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = top;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
    }
  }

  /** What stands between two places: commas (0 to 3), finite verbs (0 to 2), conjunctions (0 or 1), in one number. */
  between(left: number, right: number): number {
    const last = right - 1;
    if (last <= left) return 0;
    const commas = Math.min((this.commas[last] as number) - (this.commas[left] as number), 3);
    const verbs = Math.min((this.verbs[last] as number) - (this.verbs[left] as number), 2);
    const conjunctions = Math.min((this.conjunctions[last] as number) - (this.conjunctions[left] as number), 1);
    return commas + verbs * 4 + conjunctions * 12;
  }

  /** Whether the two places lie in the same quotation (0), the left one deeper (1), the right one deeper (2), or apart (3). */
  quotedBetween(left: number, right: number): number {
    const quotationOf = this.view.tokens.quotation;
    if (right > this.length) return 4;
    const a = quotationOf[this.from + left - 1] as number;
    const b = quotationOf[this.from + right - 1] as number;
    return a === b ? 0 : b < 0 ? 1 : a < 0 ? 2 : 3;
  }

  /** The nearest finite verb in the stack from `level` down, at most four steps, or 0. */
  verbBelow(level: number): number {
    for (let steps = 0; steps < 4 && level - steps >= 0; steps += 1) {
      const place = this.stack[level - steps] as number;
      if (IS_FINITE[this.tag[place] as number] === 1) return place;
    }
    return 0;
  }

  copyHeads(head: Int32Array): void {
    for (let place = 1; place <= this.length; place += 1) {
      const above = this.head[place] as number;
      head[this.from + place - 1] = above > this.length || above === 0 ? -1 : this.from + above - 1;
    }
  }
}

/** Writes the features of a state, after Zhang and Nivre (2011), and returns how many. */
export function parseFeatures(state: ParseState, out: Int32Array): number {
  const { stack, height, next, word, tag, left1, left2, right1, right2, leftCount, rightCount } = state;
  const s0 = height > 0 ? (stack[height - 1] as number) : 0;
  const s1 = height > 1 ? (stack[height - 2] as number) : 0;
  const s2 = height > 2 ? (stack[height - 3] as number) : 0;
  const n0 = next;
  const n1 = next < state.length ? next + 1 : 0;
  const n2 = next + 1 < state.length ? next + 2 : 0;
  const s0w = word[s0] as number;
  const s0t = tag[s0] as number;
  const s1w = word[s1] as number;
  const s1t = tag[s1] as number;
  const s2t = tag[s2] as number;
  const n0w = word[n0] as number;
  const n0t = tag[n0] as number;
  const n1w = word[n1] as number;
  const n1t = tag[n1] as number;
  const n2t = tag[n2] as number;
  const n2w = word[n2] as number;
  const s0l = left1[s0] as number;
  const s0r = right1[s0] as number;
  const s0r2 = right2[s0] as number;
  const s0l2 = left2[s0] as number;
  const s1r = right1[s1] as number;
  const s1l = left1[s1] as number;
  const n0l = left1[n0] as number;
  const n0l2 = left2[n0] as number;
  const gap = n0 - s0;
  const distance = gap < 5 ? gap : gap < 8 ? 5 : gap < 12 ? 6 : 7;
  const gap1 = s0 - s1;
  const distance1 = s1 === 0 ? 0 : gap1 < 5 ? gap1 : gap1 < 10 ? 5 : 6;
  const s0v = Math.min(leftCount[s0] as number, 3) * 4 + Math.min(rightCount[s0] as number, 3);
  const s1v = Math.min(leftCount[s1] as number, 3) * 4 + Math.min(rightCount[s1] as number, 3);
  const n0v = Math.min(leftCount[n0] as number, 3);
  const s2w = word[s2] as number;
  const between = state.between(s0, n0);
  const between1 = s1 === 0 ? 0 : state.between(s1, s0);
  const quoted = state.quotedBetween(s0, n0);
  const quoted1 = s1 === 0 ? 0 : state.quotedBetween(s1, s0);
  const verb = state.verbBelow(height - 2);
  const s0n0 = s0t * 64 + n0t;
  const s1s0 = s1t * 64 + s0t;

  out[0] = feature(1, s0w, s0t);
  out[1] = feature(2, s0w);
  out[2] = feature(3, s1s0, n0t);
  out[3] = feature(4, n0w, n0t);
  out[4] = feature(5, n0w);
  out[5] = feature(6, s0n0, n1t);
  out[6] = feature(7, n1w, n1t);
  out[7] = feature(8, n1w, s0t);
  out[8] = feature(9, s0n0, n1t * 64 + n2t);
  out[9] = feature(10, n2w, n2t);
  out[10] = feature(11, s1w, s1t);
  out[11] = feature(12, s1w, s0w);
  out[12] = feature(15, s0w, s0n0);
  out[13] = feature(16, n0w, s0n0);
  out[14] = feature(17, s0n0, distance);
  out[15] = feature(18, s1w, s1s0);
  out[16] = feature(19, s0w, s1s0);
  out[17] = feature(20, s1s0, distance1);
  out[18] = feature(21, s2t, s1s0, n0t);
  out[19] = feature(22, s0n0, tag[s0l] as number);
  out[20] = feature(23, s0n0, tag[s0r] as number);
  out[21] = feature(24, s0n0, tag[n0l] as number);
  out[22] = feature(25, s1s0, tag[s1r] as number);
  out[23] = feature(26, s1s0, tag[s0l] as number);
  out[24] = feature(27, s1s0, tag[s0r] as number);
  out[25] = feature(28, s0w, distance);
  out[26] = feature(29, n0w, distance);
  out[27] = feature(31, s0t, s0v, n0t);
  out[28] = feature(32, s0w, s0v);
  out[29] = feature(33, s1t, s1v, s0t);
  out[30] = feature(34, n0t, n0v, s0t);
  out[31] = feature(35, s0t, (tag[s0l] as number) * 64 + (tag[s0l2] as number), n0t);
  out[32] = feature(36, s0t, (tag[s0r] as number) * 64 + (tag[s0r2] as number), n0t);
  out[33] = feature(37, n0t, (tag[n0l] as number) * 64 + (tag[n0l2] as number), s0t);
  out[34] = feature(38, s1t, (tag[s1l] as number) * 64 + (tag[s1r] as number), s0t);
  out[35] = feature(39, word[s0l] as number, s0n0);
  out[36] = feature(40, word[s0r] as number, s0n0);
  out[37] = feature(41, word[n0l] as number, s0n0);
  out[38] = feature(42, word[s1r] as number, s1s0);
  out[39] = feature(43, s1w, s0t, n0t);
  out[40] = feature(44, s1t, s0t, n0w);
  out[41] = feature(45, s1s0, n0t * 64 + n1t);
  out[42] = feature(47, n0t, n1t * 64 + n2t);
  // the words around the top of the stack, which the stack does not hold any more
  out[43] = feature(49, s0n0, tag[s0 > 0 ? s0 - 1 : 0] as number, tag[s0 < n0 ? s0 + 1 : 0] as number);
  out[44] = feature(50, s0n0, tag[n0 > 0 ? n0 - 1 : 0] as number, distance);
  out[45] = feature(51, word[n0 > 0 ? n0 - 1 : 0] as number, s0n0);
  out[46] = feature(52, s2t, s1t, s0n0);
  out[47] = feature(53, s1s0, s1v * 16 + s0v);
  out[48] = feature(54, s0w, tag[s0r] as number, n0t);
  out[49] = feature(55, s0w, word[s0r] as number, n0t);
  // what stands between: commas, finite verbs, conjunctions, and whether a quotation begins or ends there
  out[50] = feature(60, s0n0, between);
  out[51] = feature(61, s1s0, between1);
  out[52] = feature(62, s0n0, quoted, between & 3);
  out[53] = feature(63, s1s0, quoted1, between1 & 3);
  out[54] = feature(64, s0w, n0t, between);
  out[55] = feature(65, s1w, s0t, between1);
  out[56] = feature(66, s1s0 * 64 + n0t, between1, between);
  // the nearest finite verb further down the stack
  out[57] = feature(67, s0n0, tag[verb] as number, word[verb] as number);
  out[58] = feature(68, s1s0, tag[verb] as number, n0t);
  out[59] = feature(69, s0t * 64 + n0t, s1t * 64 + s2t, between);
  // chains to the right: the last word of what hangs on the top
  out[60] = feature(70, s0n0, tag[right1[s0r] as number] as number, tag[s0r] as number);
  out[61] = feature(71, s1s0, tag[right1[s1r] as number] as number, tag[s1r] as number);
  out[62] = feature(72, s1s0, n0t, tag[s1r] as number);
  out[63] = feature(73, s1s0, n0t, tag[s0r] as number);
  out[64] = feature(74, s1s0, n0t, tag[s0l] as number);
  out[65] = feature(75, s1s0, n0t, tag[n0l] as number);
  out[66] = feature(76, s0n0, n1t, tag[n0l] as number);
  out[67] = feature(77, s0n0, n1t, tag[s0r] as number);
  out[68] = feature(78, s2w, s1s0, n0t);
  out[69] = feature(79, Math.min(height, 6), s0n0);
  return 70;
}

/** Writes the features of the arc above a token in a finished tree and returns how many. */
export function relationFeatures(state: ParseState, token: number, out: Int32Array): number {
  const { word, tag, head, left1, right1, leftCount, rightCount } = state;
  const child = token - state.from + 1;
  const above = head[child] as number;
  const beyond = head[above] as number;
  const w = word[child] as number;
  const t = tag[child] as number;
  const hw = word[above] as number;
  const ht = tag[above] as number;
  const right = child > above ? 1 : 0;
  const gap = Math.abs(child - above);
  const where = (gap < 4 ? gap : gap < 7 ? 4 : 5) * 2 + right;
  const tags = (t * 64 + ht) * 2 + right;
  const l = left1[child] as number;
  const r = right1[child] as number;
  const hl = left1[above] as number;
  const hr = right1[above] as number;
  out[0] = feature(60, tags);
  out[1] = feature(61, w, hw);
  out[2] = feature(62, w, ht, right);
  out[3] = feature(63, t, hw, right);
  out[4] = feature(64, tags, where);
  out[5] = feature(65, w, where);
  out[6] = feature(66, hw, where);
  out[7] = feature(67, tags, tag[l] as number, word[l] as number);
  out[8] = feature(68, tags, tag[r] as number);
  out[9] = feature(69, tags, tag[child - 1] as number, tag[child + 1] as number);
  out[10] = feature(70, tags, tag[above - 1] as number, tag[above + 1] as number);
  out[11] = feature(71, tags, tag[beyond] as number, beyond > above ? 1 : 0);
  out[12] = feature(72, tags, hl === child ? 1 : 0, hr === child ? 1 : 0);
  out[13] = feature(73, tags, Math.min(leftCount[above] as number, 4), Math.min(rightCount[above] as number, 4));
  // the neighbouring child of the same head, on the near side: was + chosen, that + went
  out[14] = feature(74, tags, word[hl] as number);
  out[15] = feature(75, tags, word[hr] as number);
  out[16] = feature(76, tags, word[state.left2[above] as number] as number);
  out[17] = feature(77, w, t, word[l] as number);
  out[18] = feature(78, hw, w, right);
  out[19] = feature(79, word[child - 1] as number, tags);
  out[20] = feature(80, w, word[beyond] as number);
  out[21] = feature(81, tags, Math.min(leftCount[child] as number, 3), Math.min(rightCount[child] as number, 3));
  out[22] = feature(82, w, tag[l] as number, ht);
  return 23;
}
