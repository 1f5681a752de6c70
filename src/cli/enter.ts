import type { Entry } from "../core/entry.ts";
import type { Command } from "./command.ts";
import { Failure, UsageError } from "./failure.ts";
import { amendedFields, FIELD_NOTES, FIELD_OPTIONS, settingsOf } from "./fields.ts";
import { AS_OPTION, doneBy, LEDGER_OPTIONS, withLedger } from "./kept.ts";
import { FORMAT_OPTION, formatOf, printOne, storedEntryText } from "./listing.ts";
import { articleIn } from "./statements.ts";

const { commitment: _, ...SET_OPTION } = FIELD_OPTIONS;

/** A statement that the engine missed. */
export const enter: Command = {
  name: "enter",
  summary: "Enters a statement that was missed, each field with the words of the article that prove it.",
  usage: "[option]... ARTICLE --set FIELD=WORDS...",
  options: {
    ...LEDGER_OPTIONS,
    ...SET_OPTION,
    ...AS_OPTION,
    ...FORMAT_OPTION,
  },
  notes: `
ARTICLE is an article's id, as onrecord articles lists it. What is entered says who entered it. Further commitments of
the same statement: onrecord review amend ID --commitment new --set "action=WORDS".
${FIELD_NOTES}

Example:
  onrecord enter 5f0c1d22a1b2c3d4 --set "content=the ferry will sail" --set "speaker=Ana Ruiz" --set "action=sail"
`,
  async run(invocation) {
    const [id, ...rest] = invocation.inputs;
    if (id === undefined || rest.length > 0)
      throw new UsageError("Name one article by its id, as onrecord articles lists it.");
    const settings = settingsOf(invocation);
    if (!settings.some(({ field, value }) => field === "content" && value !== ""))
      throw new UsageError('A statement has content: --set "content=WORDS"');
    const format = formatOf(invocation);
    return withLedger(invocation, {}, async (ledger) => {
      const article = await articleIn(ledger, id);
      const { commitments = [], ...fields } = amendedFields(NOTHING, article.text, settings, undefined);
      const { id: __, confidence: ___, ...nothing } = NOTHING;
      const entered = await ledger.enter(article.id, { ...nothing, ...fields, commitments }, doneBy(invocation));
      const entry = await ledger.entry(entered);
      if (entry === null) throw new Failure(`The statement ${entered} was entered and is gone again.`);
      await printOne(invocation, format, entry, storedEntryText);
      return 0;
    });
  },
};

const NOTHING: Entry = {
  id: "",
  confidence: 1,
  kind: "indirect",
  act: "said",
  source: [],
  cue: [],
  content: [],
  free: false,
  within: null,
  repeats: null,
  speaker: null,
  said: null,
  occasion: null,
  addressee: null,
  commitments: [],
};
