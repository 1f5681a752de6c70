import type { Reply } from "../ledger/people/people.ts";
import { dateInWords } from "../publish/date-words.ts";
import { onOneLine, wrap } from "../publish/ink.ts";
import { type Command, words } from "./command.ts";
import { UsageError } from "./failure.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, printOne } from "./listing.ts";
import { entryIn } from "./statements.ts";
import type { Terminal } from "./terminal.ts";

/** What the one who is quoted says to it. */
export const reply: Command = {
  name: "reply",
  summary: "Sets the reply of somebody who is named in a statement beside it.",
  usage: "[option]... ID",
  options: {
    ...LEDGER_OPTIONS,
    from: { type: "string", value: "NAME", help: "Who replies." },
    text: { type: "string", value: "TEXT", help: "The reply, at most 2,000 characters." },
    ...AS_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
The reply stands beside the statement, which stays as it is; onrecord show has both.

Example:
  onrecord reply 5f0c1d22a1b2c3d4 --from "Ministry of Housing" --text "We stand by it."
`,
  async run(invocation) {
    const [id, ...rest] = invocation.inputs;
    if (id === undefined || rest.length > 0) throw new UsageError("Name one statement by its id, as lists show it.");
    const from = words(invocation, "from");
    const text = words(invocation, "text");
    if (from === undefined || text === undefined)
      throw new UsageError("Say who replies, and what: --from NAME --text TEXT");
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const entry = await entryIn(ledger, id);
      await ledger.reply(entry.id, { from, text }, doneBy(invocation));
      const last = (await ledger.replies(entry.id)).at(-1);
      if (last) await printOne(invocation, format, last, replyText);
      return 0;
    });
  },
};

export function replyText({ from, text, at }: Reply, { look }: Terminal): string {
  return `  reply of ${onOneLine(from)}, ${dateInWords(at.slice(0, 10))}:\n    ${wrap(onOneLine(text), look.width, "    ")}`;
}
