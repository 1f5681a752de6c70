import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import type { Signer } from "../ledger/integrity/signed-note.ts";
import { type Command, words } from "./command.ts";
import { dataFolder } from "./data-folder.ts";
import { Failure, messageOf, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** A signed note on how the ledger stands, to be published elsewhere. */
export const checkpoint: Command = {
  name: "checkpoint",
  summary:
    "Signs the ledger as it is and prints the note. Published elsewhere, it proves later that nothing was rewritten.",
  usage: "[option]...",
  options: {
    ...LEDGER_OPTIONS,
    signer: {
      type: "string",
      value: "NAME",
      help: "Name in the signature, without spaces; default: this machine's name.",
    },
    "key-file": {
      type: "string",
      value: "FILE",
      help: "Private key (Ed25519, PEM); default: signing-key.pem in your data folder, made the first time.",
    },
    ...AS_OPTION,
  },
  notes: `
Give the verifier key, which goes to standard error, to whoever is to check. Keep the private key where the ledger
is not.

Example:
  onrecord checkpoint > checkpoint-2026-03.txt
`,
  async run(invocation) {
    const { terminal } = invocation;
    const name = words(invocation, "signer") ?? (hostname().replace(/[\s+]/gu, "-") || "onrecord");
    if (/[\s+]/u.test(name)) throw new UsageError("--signer takes a name without spaces and plus signs.");
    const file = words(invocation, "key-file") ?? join(dataFolder(process.env), "signing-key.pem");
    return withLedger(invocation, {}, async (ledger) => {
      const signer = await signerIn(file, name);
      await terminal.write(await ledger.checkpoint(signer, doneBy(invocation)));
      terminal.notice(`Verifier key: ${signer.verifierKey}`);
      return 0;
    });
  },
};

async function signerIn(file: string, name: string): Promise<Signer> {
  const { newSigner, signerOf } = await import("../ledger/integrity/signed-note.ts");
  try {
    if (existsSync(file)) return signerOf(name, readFileSync(file, "utf8"));
    const signer = newSigner(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, signer.privateKey, { mode: 0o600, flag: "wx" });
    return signer;
  } catch (error) {
    throw new Failure(`The signing key ${file} could not be read or made: ${messageOf(error)}`, { cause: error });
  }
}
