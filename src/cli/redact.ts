import { type Command, words } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";

/** Takes away what the law, or somebody's privacy, does not let stand. */
export const redact: Command = {
  name: "redact",
  summary:
    "Takes away the words of a statement or an article (law, privacy). The record says that it was done, and why.",
  usage: "[option]... ID",
  options: {
    ...LEDGER_OPTIONS,
    reason: { type: "string", value: "TEXT", help: "Why; everybody can read it." },
    ...AS_OPTION,
  },
  notes: `
It cannot be taken back. The chain of events stays valid. With a statement go those that repeat it or stand within it; its
words stay in the article's text, and go with the article. Backups and dumps made before still have it, and so may the
write-ahead logs that a PostgreSQL server archives.

Example:
  onrecord redact 5f0c1d22a1b2c3d4 --reason "Court order 12/2026"
`,
  async run(invocation) {
    const [id, ...rest] = invocation.inputs;
    const reason = words(invocation, "reason");
    if (id === undefined || rest.length > 0) throw new UsageError("Name one statement or article by its id.");
    if (reason === undefined) throw new UsageError("Say why: --reason TEXT");
    return withLedger(invocation, {}, async (ledger) => {
      if ((await ledger.entry(id)) === null && (await ledger.article(id)) === null)
        throw new Failure(
          `The ledger has no statement or article ${JSON.stringify(id)}. Lists show the ids: onrecord search WORDS`,
        );
      await ledger.redact(id, reason, doneBy(invocation));
      invocation.terminal.notice(`${id} is redacted.`);
      return 0;
    });
  },
};
