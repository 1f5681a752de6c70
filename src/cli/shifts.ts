import type { Change, Shift, ShiftSide } from "../core/shifts/shift.ts";
import type { StoredEntry } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { type Ink, inkOf, onOneLine, wrap } from "../publish/ink.ts";
import { spokenWords } from "../publish/spoken.ts";
import { shiftBetween, shiftsOf } from "../web/shifts-of.ts";
import { type Command, type Invocation, isSet, number, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { CONFIDENCE_OPTION, confidenceOf, FORMAT_OPTION, formatOf, printList, printOne } from "./listing.ts";
import { count } from "./progress-bar.ts";
import { speakerIn } from "./speakers.ts";
import { entryIn } from "./statements.ts";
import type { Terminal } from "./terminal.ts";

/** What changed between statements of one speaker on one subject. */
export const shifts: Command = {
  name: "shifts",
  summary: "Shows what changed between statements of one speaker on one subject; or compares two statements.",
  usage: "[option]... SPEAKER | compare ID ID",
  options: {
    ...LEDGER_OPTIONS,
    about: { type: "string", value: "WORDS", help: "Only statements about this." },
    wording: { type: "boolean", help: "Also where only the words or the role differ." },
    limit: { type: "string", value: "N", help: "Show at most this many, the latest first; default 50." },
    ...CONFIDENCE_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
Each shows both statements with their dates and roles, what differs between them field by field, and how many statements
over which period were compared. What it means is for a person to say. SPEAKER is a name or an id.

Examples:
  onrecord shifts "Ilva Marren" --about "engineers to Merovia"
  onrecord shifts compare 5f0c1d22a1b2c3d4 0a1b2c3d4e5f6071
`,
  async run(invocation) {
    const [deed, ...rest] = invocation.inputs;
    if (deed === undefined) throw new UsageError("Whose? Name a speaker, or say compare and two statements' ids.");
    const [one, other] = rest;
    if (deed !== "compare") return list(invocation, invocation.inputs.join(" "));
    if (one === undefined || other === undefined || rest.length > 2)
      throw new UsageError("Name the two statements by their ids: onrecord shifts compare ID ID");
    return compare(invocation, one, other);
  },
};

async function list(invocation: Invocation, name: string): Promise<number> {
  const format = formatOf(invocation);
  const about = words(invocation, "about") ?? null;
  const limit = number(invocation, "limit", { from: 1, to: 1_000_000, whole: true }) ?? 50;
  const minConfidence = confidenceOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const speaker = await speakerIn(ledger, name);
    const timeline = await ledger.timeline(speaker.id, about, minConfidence);
    const all = shiftsOf(timeline?.entries ?? []);
    const found = isSet(invocation, "wording") ? all : all.filter((shift) => shift.position);
    const { terminal } = invocation;
    if (format === "text") {
      const of = `${count(timeline?.entries.length ?? 0, "statement")}${about === null ? "" : ` about “${onOneLine(about)}”`}`;
      await terminal.write(
        `${inkOf(terminal.look.colour).strong(onOneLine(speaker.name))}\n${count(found.length, "shift")} among ${of}\n\n`,
      );
      if (found.length < all.length)
        terminal.notice(`${count(all.length - found.length, "more")} in wording or role alone: --wording`);
    }
    const items = found.slice(0, limit);
    await printList(invocation, format, { items, next: null, total: found.length }, { noun: "shift", text: shiftText });
    if (items.length < found.length)
      terminal.notice(
        `${count(found.length, "shift")} in all, ${items.length} shown. --limit ${found.length} shows all`,
      );
    return 0;
  });
}

async function compare(invocation: Invocation, one: string, other: string): Promise<number> {
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const entries = [await entryIn(ledger, one), await entryIn(ledger, other)] as const;
    const [a, b] = entries;
    if (a.id === b.id) throw new UsageError("Name two statements: this is one.");
    const [earlier, later] = (a.date ?? "") <= (b.date ?? "") ? [a, b] : [b, a];
    if (a.speakerId === null || a.speakerId !== b.speakerId)
      throw new Failure(
        `The statements are of two speakers, ${nameOf(earlier)} and ${nameOf(later)}: only statements of one speaker are compared.`,
      );
    const least = Math.min(a.confidence, b.confidence, confidenceOf(invocation));
    const record = (await ledger.timeline(a.speakerId, null, least))?.entries ?? [];
    const shift = shiftBetween(earlier, later, record);
    if (shift !== null) await printOne(invocation, format, shift, shiftText);
    else if (format !== "text") await invocation.terminal.write("null\n");
    else {
      const ink = inkOf(invocation.terminal.look.colour);
      for (const entry of [earlier, later])
        await invocation.terminal.write(`${sideText(sideOf(entry), ink, invocation.terminal)}\n`);
      await invocation.terminal.write("    They are not taken for one subject, or nothing differs.\n");
    }
    return 0;
  });
}

function nameOf(entry: StoredEntry): string {
  return entry.speaker?.name ?? entry.speaker?.description ?? "nobody named";
}

function sideOf({ id, date, speaker, content }: StoredEntry): ShiftSide {
  return { id, date, role: speaker?.role?.title ?? null, content };
}

function shiftText(shift: Shift, terminal: Terminal): string {
  const ink = inkOf(terminal.look.colour);
  const { statements, from, to } = shift.compared;
  const period =
    from === null || to === null
      ? ""
      : from === to
        ? `, ${dateInWords(from)}`
        : `, ${dateInWords(from)} to ${dateInWords(to)}`;
  return [
    sideText(shift.earlier, ink, terminal),
    sideText(shift.later, ink, terminal),
    ...shift.changes.map((change) => `    ${ink.waiting(wrap(changeInWords(change), terminal.look.width, "      "))}`),
    ink.quiet(`    ${count(statements, "statement")} on the subject compared${period}`),
  ].join("\n");
}

function sideText({ id, date, role, content }: ShiftSide, ink: Ink, { look }: Terminal): string {
  const when = date === null ? "date not known" : dateInWords(date);
  const head = role === null ? when : `${when}, ${onOneLine(role)}`;
  return `  ${ink.strong(head)} ${ink.quiet(id)}\n    ${wrap(onOneLine(spokenWords(content)), look.width, "    ")}`;
}

/** What changed, in words that say no more than what stands there. */
function changeInWords(change: Change): string {
  switch (change.kind) {
    case "role":
      return `role: ${onOneLine(change.from)} → ${onOneLine(change.to)}`;
    case "condition added":
      return `condition added: ${onOneLine(change.to.text)}`;
    case "condition dropped":
      return `condition dropped: ${onOneLine(change.from.text)}`;
    case "condition changed":
      return `condition changed: ${onOneLine(change.from.text)} → ${onOneLine(change.to.text)}`;
    case "strength up":
    case "strength down":
      return `${change.kind}: ${change.from} → ${change.to}`;
    case "polarity":
      return change.to === "not" ? "polarity: do → not" : "polarity: not → do";
    case "scope":
      return `${change.field}: ${onOneLine(change.from)} → ${onOneLine(change.to)}`;
    case "wording only":
      return "wording only";
    case "older statement newly reported":
      return "older statement newly reported";
  }
}
