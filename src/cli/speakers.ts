import type { Ledger, SpeakerRecord, SpeakerSummary } from "../ledger/ledger.ts";
import type { Proposal, ProposedSpeakers } from "../ledger/people/people.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine, wrap } from "../publish/ink.ts";
import { type Command, type Invocation, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, listed, PAGE_OPTIONS, printList, printOne } from "./listing.ts";
import { count } from "./progress-bar.ts";
import { entryIn } from "./statements.ts";
import type { Terminal } from "./terminal.ts";

/** Who speaks, and who is whom. */
export const speakers: Command = {
  name: "speakers",
  summary:
    "Lists speakers; proposes that two are one or that one name is two people's; accepts or refuses what is proposed.",
  usage: "[option]... [NAME | merge ID ID | split ID... | proposals | accept ID | refuse ID | unmerge ID]",
  options: {
    ...LEDGER_OPTIONS,
    reason: { type: "string", value: "TEXT", help: "Why; needed but to accept." },
    name: { type: "string", value: "NAME", help: "With split: the name of the other person; default: the same." },
    all: { type: "boolean", help: "With proposals: also those that are decided." },
    ...AS_OPTION,
    ...PAGE_OPTIONS,
    ...FORMAT_OPTION,
  },
  notes: `
merge (a speaker into another) and split (statements from a speaker) only propose: nothing changes before a person
accepts a proposal. What is decided, by whom and why stays to be read. A merge is taken back with unmerge; a split by
merging the two again.

Examples:
  onrecord speakers ruiz
  onrecord speakers merge a-ruiz ana-ruiz --reason "The Harbour Post shortens first names"
  onrecord speakers split 5f0c1d22a1b2c3d4 --name "Ana Ruiz (engineer)" --reason "Another Ana Ruiz: see the byline"
  onrecord speakers proposals
  onrecord speakers accept 0a1b2c3d4e5f6071 --as mira
`,
  async run(invocation) {
    const [deed = "", ...rest] = invocation.inputs;
    const [one, other] = rest;
    if (deed === "merge" && one !== undefined && other !== undefined && rest.length === 2)
      return merge(invocation, one, other);
    if (deed === "split" && one !== undefined) return split(invocation, rest);
    if (deed === "proposals" && rest.length === 0) return proposals(invocation);
    if ((deed === "accept" || deed === "refuse") && one !== undefined && rest.length === 1)
      return answer(invocation, one, deed === "accept");
    if (deed === "unmerge" && one !== undefined && rest.length === 1) return unmerge(invocation, one);
    if (["merge", "split", "proposals", "accept", "refuse", "unmerge"].includes(deed))
      throw new UsageError(
        "Say merge and two speakers' ids, split and statements' ids, proposals, accept or refuse and a proposal's id, or unmerge and a speaker's.",
      );
    return list(invocation);
  },
};

async function list(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  const name = invocation.inputs.join(" ").trim();
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) => ledger.speakers(name === "" ? request : { ...request, name }));
    await printList(invocation, format, page, { noun: "speaker", text: speakerText });
    return 0;
  });
}

async function merge(invocation: Invocation, id: string, into: string): Promise<number> {
  const reason = reasonOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const [speaker, other] = [await speakerIn(ledger, id), await speakerIn(ledger, into)];
    if (speaker.id === other.id)
      throw new Failure(`${JSON.stringify(id)} and ${JSON.stringify(into)} are one speaker already: ${other.id}`);
    return propose(invocation, ledger, { kind: "merge", speaker: speaker.id, into: other.id }, reason);
  });
}

async function split(invocation: Invocation, ids: readonly string[]): Promise<number> {
  const reason = reasonOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    const entries = [];
    for (const id of ids) entries.push(await entryIn(ledger, id));
    const [first] = entries;
    const speaker = first?.speakerId ?? null;
    const unlike = entries.find((entry) => entry.speakerId === null || entry.speakerId !== speaker);
    if (speaker === null || unlike !== undefined)
      throw new Failure(
        `The statements must be one named speaker's: ${unlike?.id ?? ""} is ${unlike?.speakerId ?? "nobody's by name"}.`,
      );
    const name = words(invocation, "name") ?? (await speakerIn(ledger, speaker)).name;
    return propose(invocation, ledger, { kind: "split", speaker, entries: entries.map(({ id }) => id), name }, reason);
  });
}

async function propose(
  invocation: Invocation,
  ledger: Ledger,
  proposed: ProposedSpeakers,
  reason: string,
): Promise<number> {
  const format = formatOf(invocation);
  const id = await ledger.propose(proposed, reason, doneBy(invocation));
  const proposal = await ledger.proposal(id);
  if (proposal) await printOne(invocation, format, proposal, proposalText);
  invocation.terminal.notice(`Nothing has changed yet. To let it happen: onrecord speakers accept ${id}`);
  return 0;
}

async function proposals(invocation: Invocation): Promise<number> {
  const format = formatOf(invocation);
  const isAll = invocation.values["all"] === true;
  return withLedger(invocation, {}, async (ledger) => {
    const page = await listed(invocation, (request) =>
      ledger.proposals(isAll ? request : { ...request, state: "open" }),
    );
    await printList(invocation, format, page, { noun: "proposal", text: proposalText });
    return 0;
  });
}

async function answer(invocation: Invocation, id: string, accepted: boolean): Promise<number> {
  const reason = words(invocation, "reason") ?? null;
  if (!accepted && reason === null) throw new UsageError("Say why: --reason TEXT");
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    if ((await ledger.proposal(id)) === null)
      throw new Failure(
        `The ledger has no proposal ${JSON.stringify(id)}. The list shows the ids: onrecord speakers proposals`,
      );
    await ledger.answerProposal(id, accepted, reason, doneBy(invocation));
    const proposal = await ledger.proposal(id);
    if (proposal) await printOne(invocation, format, proposal, proposalText);
    return 0;
  });
}

async function unmerge(invocation: Invocation, id: string): Promise<number> {
  const reason = reasonOf(invocation);
  const format = formatOf(invocation);
  return withLedger(invocation, {}, async (ledger) => {
    await ledger.mergeSpeaker(id, null, reason, doneBy(invocation));
    await printOne(invocation, format, await speakerIn(ledger, id), speakerText);
    return 0;
  });
}

function reasonOf(invocation: Invocation): string {
  const reason = words(invocation, "reason");
  if (reason === undefined) throw new UsageError("Say why: --reason TEXT");
  return reason;
}

/** The speaker of an id or a name, or a Failure that names those who are near. */
export async function speakerIn(ledger: Ledger, name: string): Promise<SpeakerRecord> {
  const speaker = await ledger.speaker(name);
  if (speaker !== null) return speaker;
  const { items } = await ledger.speakers({ size: 5, name });
  const near = items.length > 0 ? ` Perhaps: ${items.map((one) => one.name).join(", ")}.` : "";
  throw new Failure(`The ledger knows no speaker ${JSON.stringify(name)}.${near}`);
}

function speakerText({ id, name, kind, statements, commitments, roles }: SpeakerSummary, { look }: Terminal): string {
  const ink = inkOf(look.colour);
  return [
    `  ${ink.name(onOneLine(name))} · ${kind} · ${count(statements, "statement")}, ${count(commitments, "commitment")}`,
    ...(roles.length > 0 ? [`    ${wrap(roles.map(onOneLine).join("; "), look.width, "    ")}`] : []),
    `    ${ink.quiet(id)}`,
  ].join("\n");
}

function proposalText(proposal: Proposal, { look }: Terminal): string {
  const ink = inkOf(look.colour);
  const { id, proposed, reason, by, at, state, decision } = proposal;
  const what =
    proposed.kind === "merge"
      ? `merge ${proposed.speaker} into ${proposed.into}`
      : `split ${proposed.entries.join(", ")} from ${proposed.speaker}, as ${onOneLine(proposed.name)}`;
  const because = decision?.reason ? `: ${onOneLine(decision.reason)}` : "";
  return [
    `  ${ink.strong(wrap(what, look.width, "  "))}`,
    `    ${wrap(onOneLine(reason), look.width, "    ")}`,
    `    proposed by ${onOneLine(by)}, ${dateInWords(at.slice(0, 10))}`,
    decision === null
      ? "    open: nothing has changed yet"
      : `    ${state} by ${onOneLine(decision.by)}, ${dateInWords(decision.at.slice(0, 10))}${because}`,
    `    ${ink.quiet(id)}`,
  ].join("\n");
}
