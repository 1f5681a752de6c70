import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { openLedger } from "../../src/ledger/open.ts";
import { readByHand } from "../ledger/read-by-hand.ts";
import { onrecord, scratch, type Ended } from "./onrecord.ts";

test("a doubtful commitment is shown to who asks, and counts once somebody says that it is one", async (context) => {
  const folder = scratch(context);
  const file = join(folder, "ledger.db");
  const read = readByHand("Ben Ode said the town will mend the mill and may sell the hall.", [
    {
      speaker: "Ben Ode",
      content: "the town will mend the mill and may sell the hall",
      commitments: [{ action: "mend the mill" }, { action: "sell the hall", strength: "may", confidence: 0.4 }],
    },
  ]);
  const ledger = await openLedger(file);
  await ledger.add([read], "ana");
  await ledger.close();
  const [{ id = "" } = {}] = read.entries;
  const run = (...args: string[]): Promise<Ended> =>
    onrecord([...args, "--ledger", file], { env: { XDG_DATA_HOME: folder } });

  const shown = await run("commitments", "--format", "text");
  assert.match(shown.stdout, /commitment +somebody not named · mend the mill/u);
  assert.doesNotMatch(shown.stdout, /doubtful|· sell the hall/u);
  assert.doesNotMatch((await run("export", "--format", "csv")).stdout, /doubtful/u);

  const asked = await run("commitments", "--min-confidence", "0.3", "--format", "text");
  assert.match(asked.stdout, /doubtful +somebody not named · sell the hall · may · vague · 40 %/u);
  assert.match(asked.stdout, /no part of the record: onrecord review confirm/u);
  assert.match((await run("export", "--format", "csv", "--min-confidence", "0.3")).stdout, /not-rated \| doubtful/u);

  assert.match((await run("review", "--only-doubtful", "--format", "text")).stdout, /doubtful/u);
  const unsaid = await run("review", "confirm", id);
  assert.deepEqual([unsaid.status, /doubtful commitment \(“sell the hall”\)/u.test(unsaid.stderr)], [1, true]);
  assert.equal((await run("review", "confirm", id, "--doubtful", "perhaps")).status, 2);
  assert.equal((await run("review", "reject", id, "--reason", "No", "--doubtful", "yes")).status, 2);
  assert.equal((await run("review", "confirm", id, "--doubtful", "yes")).status, 0);
  assert.match(
    (await run("commitments", "--format", "text")).stdout,
    /commitment +somebody not named · sell the hall · may/u,
  );
  assert.equal((await run("verify")).status, 0);
});
