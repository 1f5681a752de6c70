import type { Lexicon } from "../src/core/text/lexicon.ts";
import {
  LEFT,
  PARSE_FEATURES,
  type ParseModel,
  ParseState,
  parse,
  parseFeatures,
  parseView,
  relationFeatures,
  RIGHT,
  SHIFT,
} from "../src/core/text/parse.ts";
import { isPunctuationTag } from "../src/core/text/tags.ts";
import { RELATIONS } from "../src/core/text/relations.ts";
import { UNKNOWN_HEAD, type AlignedArticle } from "./aligned.ts";
import type { Random } from "./random.ts";
import { Softmax } from "./softmax.ts";
import { viewOf } from "./tagger.ts";

export interface ParserTraining {
  readonly transitionBits: number;
  readonly relationBits: number;
  readonly epochs: number;
  /** Share of steps that follow the parser's own choice, right or wrong, after the first epoch. */
  readonly exploring: number;
  /** Learning rate at the start; it falls to nothing in a straight line. */
  readonly rate: number;
  /** Share of features left out each time. */
  readonly dropout: number;
}

/**
 * Trains the parser with the dynamic oracle of arc-hybrid (Goldberg and Nivre 2013): it walks where its own mistakes lead
 * and is told what is best from there. The articles must be tagged.
 */
export function trainParser(
  articles: readonly AlignedArticle[],
  lexicon: Lexicon,
  training: ParserTraining,
  random: Random,
): ParseModel {
  const states = articles.map((article) => stateOf(article, lexicon));
  const sentences = articles.flatMap(({ analysis, head }, place) =>
    Array.from({ length: analysis.sentences.count }, (_, sentence) => ({
      place,
      from: analysis.sentences.start[sentence] as number,
      to: analysis.sentences.end[sentence] as number,
    })).filter(({ from, to }) => (head[from] as number) !== UNKNOWN_HEAD && to - from > 1 && isTree(head, from, to)),
  );
  const transitions = new Softmax(3, training.transitionBits, 3, training.dropout, random);
  const relations = new Softmax(RELATIONS.length, training.relationBits, RELATIONS.length, training.dropout, random);
  const total = training.epochs * sentences.length;
  let seen = 0;
  const features = new Int32Array(PARSE_FEATURES);
  const oracle = new Oracle();
  const threshold = training.exploring * 0x100000000;
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    random.shuffle(sentences);
    for (const { place, from, to } of sentences) {
      const state = states[place] as ParseState;
      const { head, relation } = articles[place] as AlignedArticle;
      const rate = training.rate * (1 - seen / total);
      seen += 1;
      state.begin(from, to);
      oracle.begin(state, head);
      while (!state.done()) {
        let transition = state.onlyTransition();
        if (transition < 0) {
          const count = parseFeatures(state, features);
          const scores = transitions.score(features, count);
          const guess = state.best(scores[SHIFT] as number, scores[LEFT] as number, scores[RIGHT] as number);
          const free = oracle.freeTransitions(state);
          transition = guess;
          if (free !== 0) {
            if ((free & (1 << guess)) === 0 && (epoch === 0 || random.next() >= threshold))
              transition = bestOf(free, scores);
            transitions.learn(free, rate);
          }
        }
        oracle.take(state, transition);
        state.take(transition);
      }
      // relations are learned on the gold tree in the first half, then on the tree just built, where the head is right
      if (epoch % 2 === 0) setGold(state, head, from, to);
      for (let token = from; token < to; token += 1) {
        const above = state.head[token - from + 1] as number;
        const gold = head[token] as number;
        if (gold < 0 || above !== gold - from + 1) continue;
        const right = relation[token] as number;
        if (right < 0) continue;
        const count = relationFeatures(state, token, features);
        relations.score(features, count);
        relations.learn(-1 - right, rate);
      }
    }
  }
  return { transitions: transitions.trained(), relations: relations.trained() };
}

/** Rebuilds the state's children for the gold tree of the sentence it stands at. */
function setGold(state: ParseState, head: Int32Array, from: number, to: number): void {
  state.begin(from, to);
  for (let place = to - from; place >= 1; place -= 1) {
    const gold = head[from + place - 1] as number;
    const above = gold < 0 ? state.length + 1 : gold - from + 1;
    state.head[place] = above;
    // left children as LEFT adds them: the leftmost last
    if (place > above) continue;
    state.left2[above] = state.left1[above] as number;
    state.left1[above] = place;
    state.leftCount[above] = (state.leftCount[above] as number) + 1;
  }
  for (let place = 1; place <= to - from; place += 1) {
    const above = state.head[place] as number;
    if (place < above) continue;
    state.right2[above] = state.right1[above] as number;
    state.right1[above] = place;
    state.rightCount[above] = (state.rightCount[above] as number) + 1;
  }
}

function bestOf(free: number, scores: Float64Array): number {
  let best = -1;
  for (let transition = 0; transition < 3; transition += 1)
    if ((free & (1 << transition)) !== 0 && (best < 0 || (scores[transition] as number) > (scores[best] as number)))
      best = transition;
  return best;
}

/** Knows which transitions lose no arc of the gold tree that could still be had. */
class Oracle {
  #head = new Int32Array(0);
  #rightmost = new Int32Array(0);
  #children: number[][] = [];
  #stacked = new Uint8Array(0);

  begin(state: ParseState, head: Int32Array): void {
    const size = state.length + 3;
    if (this.#head.length < size) {
      this.#head = new Int32Array(size * 2);
      this.#rightmost = new Int32Array(size * 2);
      this.#stacked = new Uint8Array(size * 2);
    }
    this.#rightmost.fill(0, 0, size);
    this.#stacked.fill(0, 0, size);
    while (this.#children.length < size) this.#children.push([]);
    for (let place = 0; place < size; place += 1) (this.#children[place] as number[]).length = 0;
    for (let place = 1; place <= state.length; place += 1) {
      const gold = head[state.from + place - 1] as number;
      const above = gold < 0 ? state.length + 1 : gold - state.from + 1;
      this.#head[place] = above;
      this.#rightmost[above] = place;
      if (place < above) (this.#children[above] as number[]).push(place);
    }
  }

  take(state: ParseState, transition: number): void {
    if (transition === SHIFT) this.#stacked[state.next] = 1;
    else this.#stacked[state.stack[state.height - 1] as number] = 0;
  }

  /** Bits 1 << transition. */
  freeTransitions(state: ParseState): number {
    const { stack, height, next } = state;
    const s0 = stack[height - 1] as number;
    const s1 = height > 1 ? (stack[height - 2] as number) : 0;
    const s0head = this.#head[s0] as number;
    const waiting = (this.#rightmost[s0] as number) >= next; // children of s0 still to come
    let free = 0;
    if (!waiting) {
      if (s0head <= next && !(s1 > 0 && s0head === s1)) free |= 1 << LEFT;
      if (height > 1 && s0head < next) free |= 1 << RIGHT;
    }
    const nextHead = this.#head[next] as number;
    let shiftCosts = nextHead < next && nextHead !== s0 && this.#stacked[nextHead] === 1;
    if (!shiftCosts)
      for (const child of this.#children[next] as number[])
        if (this.#stacked[child] === 1) {
          shiftCosts = true;
          break;
        }
    if (!shiftCosts) free |= 1 << SHIFT;
    return free;
  }
}

/** One root, and every word below it. */
function isTree(head: Int32Array, from: number, to: number): boolean {
  let roots = 0;
  for (let token = from; token < to; token += 1) {
    if (head[token] === -1) roots += 1;
    let above = head[token] as number;
    for (let steps = 0; above >= 0; steps += 1) {
      if (steps > to - from || above < from || above >= to) return false;
      above = head[above] as number;
    }
  }
  return roots === 1;
}

function stateOf(article: AlignedArticle, lexicon: Lexicon): ParseState {
  return new ParseState(parseView(viewOf(article, lexicon)));
}

/** Parses the articles in place; shares of words (punctuation left out) with the right head, and head and relation. */
export function parseArticles(
  articles: readonly AlignedArticle[],
  lexicon: Lexicon,
  model: ParseModel,
): { uas: number; las: number } {
  let words = 0;
  let heads = 0;
  let both = 0;
  for (const article of articles) {
    const { analysis, head, relation } = article;
    const { tokens } = analysis;
    parse(parseView(viewOf(article, lexicon)), analysis.sentences, model);
    for (let token = 0; token < tokens.count; token += 1) {
      if (head[token] === UNKNOWN_HEAD || isPunctuationTag(tokens.tag[token] as number)) continue;
      words += 1;
      if (head[token] !== tokens.head[token]) continue;
      heads += 1;
      if (relation[token] === tokens.relation[token]) both += 1;
    }
  }
  return { uas: heads / words, las: both / words };
}
