import type { Ledger } from "../ledger/ledger.ts";
import type { Correction } from "../ledger/people/people.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine, wrap } from "../publish/ink.ts";
import { choice, type Command, type Invocation, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { wordsIn } from "./fields.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, printOne } from "./listing.ts";
import { articleIn, entryIn } from "./statements.ts";
import type { Terminal } from "./terminal.ts";

const STATES = ["open", "accepted", "rejected", "all"] as const;

/** What readers say is wrong, and what became of it. */
export const corrections: Command = {
  name: "corrections",
  summary:
    "Lists what readers say is wrong; takes in a correction, or decides on one, with a reason that all can read.",
  usage: "[option]... [send ID | accept ID | reject ID]",
  options: {
    ...LEDGER_OPTIONS,
    state: { type: "string", value: "STATE", help: "List those that are open (default), accepted, rejected, or all." },
    words: { type: "string", value: "WORDS", help: "With send: the words of the article that it is about." },
    note: { type: "string", value: "TEXT", help: "With send: what is wrong, at most 2,000 characters." },
    from: { type: "string", value: "NAME", help: "With send: the reader's name; none where it is left away." },
    reason: { type: "string", value: "TEXT", help: "With accept and reject: why; everybody can read it." },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
With send, ID is a statement or an article; without --words a correction of a statement is about its content. While it
is open the statement looks disputed. Accepting changes nothing by itself: put the statement right with onrecord review.

Examples:
  onrecord corrections send 5f0c1d22a1b2c3d4 --note "She said may, not will" --from "A reader"
  onrecord corrections
  onrecord corrections accept 0a1b2c3d4e5f6071 --reason "The recording says so"
`,
  async run(invocation) {
    const [deed, id, ...rest] = invocation.inputs;
    if (deed === undefined) return list(invocation);
    if (id === undefined || rest.length > 0 || (deed !== "send" && deed !== "accept" && deed !== "reject"))
      throw new UsageError(
        "Say send and a statement's id, or accept or reject and a correction's, as the list shows it.",
      );
    return deed === "send" ? send(invocation, id) : decide(invocation, id, deed === "accept");
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  const state = choice(invocation, "state", STATES) ?? "open";
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) =>
      ledger.corrections(state === "all" ? request : { ...request, state }),
    );
    await printList(invocation, format, page, { noun: "correction", text: correctionText });
    return 0;
  });
}

async function send(invocation: Invocation, id: string): Promise<number> {
  const note = words(invocation, "note");
  if (note === undefined) throw new UsageError("Say what is wrong: --note TEXT");
  const sought = words(invocation, "words");
  const from = words(invocation, "from") ?? null;
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const article = await articleIn(ledger, id);
    const entry = id === article.id ? null : await entryIn(ledger, id);
    const [content] = entry?.content ?? [];
    if (sought === undefined && content === undefined)
      throw new UsageError("Which words of the article is it about? --words WORDS");
    const near = content ?? null;
    const span = sought === undefined ? content : wordsIn(article.text, sought, { what: "--words", near });
    if (span === undefined) return 1;
    const sent = await ledger.correct(
      { articleId: article.id, entryId: entry?.id ?? null, span, note, from },
      doneBy(invocation),
    );
    await printCorrection(invocation, format, ledger, sent, article.id);
    return 0;
  });
}

async function decide(invocation: Invocation, id: string, accepted: boolean): Promise<number> {
  const reason = words(invocation, "reason");
  if (reason === undefined) throw new UsageError("Say why: --reason TEXT. Everybody can read it.");
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const correction = await correctionIn(ledger, id, {});
    if (correction === null)
      throw new Failure(
        `The ledger has no correction ${JSON.stringify(id)}. The list shows the ids: onrecord corrections`,
      );
    await ledger.decideCorrection(id, accepted, reason, doneBy(invocation));
    await printCorrection(invocation, format, ledger, id, correction.articleId);
    if (accepted && correction.entryId !== null)
      invocation.terminal.notice(`Put the statement right: onrecord review amend ${correction.entryId}, or reject`);
    return 0;
  });
}

async function printCorrection(
  invocation: Invocation,
  format: ReturnType<typeof formatOf>,
  ledger: Ledger,
  id: string,
  articleId: string,
): Promise<void> {
  const correction = await correctionIn(ledger, id, { articleId });
  if (correction !== null) await printOne(invocation, format, correction, correctionText);
}

/** Corrections are asked for by lists: the one with this id. */
async function correctionIn(
  ledger: Ledger,
  id: string,
  about: { readonly articleId?: string },
): Promise<Correction | null> {
  for (let after: string | null | undefined; after !== null;) {
    const page = await ledger.corrections({ size: 200, ...about, ...(after === undefined ? {} : { after }) });
    const found = page.items.find((correction) => correction.id === id);
    if (found !== undefined) return found;
    after = page.next;
  }
  return null;
}

export function correctionText(correction: Correction, { look }: Terminal): string {
  const { id, entryId, articleId, span, note, from, at, state, decision } = correction;
  const ink = inkOf(look.colour);
  const about = entryId === null ? `article ${articleId}` : `statement ${entryId}`;
  const lines = [
    `  ${ink.strong(wrap(onOneLine(note), look.width, "  "))}`,
    `    on “${wrap(onOneLine(span.text), look.width, "    ")}”`,
    `    ${onOneLine(from ?? "a reader without a name")}, ${dateInWords(at.slice(0, 10))} · ${about}`,
    decision === null
      ? "    open"
      : `    ${state} by ${onOneLine(decision.by)}, ${dateInWords(decision.at.slice(0, 10))}: ${wrap(onOneLine(decision.reason), look.width, "    ")}`,
    `    ${ink.quiet(id)}`,
  ];
  return lines.join("\n");
}
