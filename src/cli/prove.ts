import type { ConsistencyProof, InclusionProof } from "../ledger/integrity/checkpoints.ts";
import { type Command, number, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { fileText } from "./file-text.ts";
import { LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** Proofs for somebody who has a checkpoint and not the ledger. */
export const prove: Command = {
  name: "prove",
  summary: "Prints a proof that an event is in the ledger, or that today's ledger extends an earlier one; checks one.",
  usage: "[option]... [EVENT]",
  options: {
    ...LEDGER_OPTIONS,
    from: { type: "string", value: "N", help: "Prove that the ledger extends the ledger of its first N events." },
    size: {
      type: "string",
      value: "M",
      help: "Of the ledger of the first M events; default: all. Name a checkpoint's.",
    },
    check: {
      type: "string",
      value: "FILE",
      help: "Check a proof of an event instead. Needs --against, and no ledger.",
    },
    against: { type: "string", value: "FILE", help: "The checkpoint that the proof is to fit." },
    key: { type: "string", value: "KEY", help: "The verifier key of whoever signed the checkpoint." },
  },
  notes: `
EVENT is the number of an event, as \`onrecord dump\` has it ("seq"). The proofs are those of RFC 9162, 2.1.3 and 2.1.4,
as JSON, with hashes in base64 and the event's own in hex. With --check the exit status is 1 where the proof does not hold.

Examples:
  onrecord prove 42 --size 1042 > proof.json
  onrecord prove --check proof.json --against checkpoint-2026-03.txt --key 'harbour+1a2b3c4d+AbCd...'
  onrecord prove --from 1042
`,
  async run(invocation) {
    const { terminal, inputs } = invocation;
    const file = words(invocation, "check");
    if (file !== undefined) {
      const note = words(invocation, "against");
      const key = words(invocation, "key");
      if (note === undefined || key === undefined)
        throw new UsageError("--check needs --against FILE, the checkpoint, and --key KEY, the key that signed it.");
      const fault = await faultOf(proofIn(file), fileText(note, "checkpoint"), key);
      await terminal.write(
        fault === null ? "The proof holds: the event is in the ledger that was signed.\n" : `FAULT: ${fault}\n`,
      );
      return fault === null ? 0 : 1;
    }
    const size = number(invocation, "size", { from: 1, to: Number.MAX_SAFE_INTEGER });
    const from = number(invocation, "from", { from: 1, to: Number.MAX_SAFE_INTEGER });
    const [event] = inputs;
    if ((event === undefined) === (from === undefined) || inputs.length > 1)
      throw new UsageError("Name an event by its number, or an earlier size with --from.");
    const seq = Number(event ?? 1);
    if (!Number.isInteger(seq) || seq < 1)
      throw new UsageError(`An event is named by its number, as \`onrecord dump\` has it, not "${event}".`);
    return withLedger(invocation, {}, async (ledger) => {
      const proof = await proofOf(
        from === undefined ? ledger.proveInclusion(seq, size) : ledger.proveConsistency(from, size),
      );
      await terminal.write(`${JSON.stringify(proof, null, 2)}\n`);
      return 0;
    });
  },
};

/** A number beyond the ledger is its caller's mistake. */
async function proofOf(proof: Promise<InclusionProof | ConsistencyProof>): Promise<InclusionProof | ConsistencyProof> {
  try {
    return await proof;
  } catch (error) {
    if (error instanceof RangeError)
      throw new UsageError(`${error.message}. \`onrecord verify\` tells how many events there are.`);
    throw error;
  }
}

/** What is wrong with a proof beside a checkpoint; null when it holds. */
async function faultOf(proof: InclusionProof, note: string, key: string): Promise<string | null> {
  const { openNote, isVerifierKey } = await import("../ledger/integrity/signed-note.ts");
  const { parseCheckpoint } = await import("../ledger/integrity/checkpoints.ts");
  const { includes } = await import("../ledger/integrity/merkle.ts");
  if (!isVerifierKey(key)) throw new UsageError("--key takes a verifier key, as `onrecord checkpoint` prints it.");
  const text = openNote(note, [key]);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  if (checkpoint === null) return "The checkpoint is not signed by this key, or is none.";
  if (checkpoint.size !== proof.size)
    return `The proof is for ${proof.size} events and the checkpoint for ${checkpoint.size}: make it with --size ${checkpoint.size}.`;
  const holds = includes(
    Buffer.from(checkpoint.root, "base64"),
    proof.size,
    proof.seq - 1,
    Buffer.from(proof.hash, "hex"),
    proof.proof.map((node) => Buffer.from(node, "base64")),
  );
  return holds ? null : "The event is not in the ledger that was signed.";
}

function proofIn(file: string): InclusionProof {
  const text = fileText(file, "proof");
  try {
    const value: unknown = JSON.parse(text);
    if (isInclusionProof(value)) return value;
  } catch {
    // told below
  }
  throw new Failure(`${file} holds no proof of an event, as \`onrecord prove EVENT\` prints it.`);
}

function isInclusionProof(value: unknown): value is InclusionProof {
  if (typeof value !== "object" || value === null) return false;
  if (!("seq" in value && "size" in value && "hash" in value && "proof" in value)) return false;
  const { seq, size, hash, proof } = value;
  const isCount = (one: unknown): boolean => Number.isSafeInteger(one);
  return (
    isCount(seq) &&
    isCount(size) &&
    typeof hash === "string" &&
    Array.isArray(proof) &&
    proof.every((node) => typeof node === "string")
  );
}
