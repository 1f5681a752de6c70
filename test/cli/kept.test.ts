import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { ended, onrecord, type Ended, scratch, startCommand } from "./onrecord.ts";
import { story, storyLines } from "./stories.ts";

/** A data folder with some stories in its ledger. */
async function kept(
  context: TestContext,
  count = 6,
): Promise<{ folder: string; run: (...args: string[]) => Promise<Ended> }> {
  const folder = scratch(context);
  const run = (...args: string[]): Promise<Ended> => onrecord(args, { env: { XDG_DATA_HOME: folder } });
  writeFileSync(join(folder, "stories.jsonl"), storyLines(count));
  const added = await run("add", join(folder, "stories.jsonl"));
  assert.equal(added.status, 0, added.stderr);
  assert.match(added.stdout, new RegExp(`^${count} articles added`, "u"));
  return { folder, run };
}

const parsed = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("what is added is found, shown, listed and exported; adding again adds nothing", async (context) => {
  const { folder, run } = await kept(context);
  assert.ok(existsSync(join(folder, "onrecord", "ledger.db")));
  assert.match(
    (await run("add", join(folder, "stories.jsonl"))).stdout,
    /^0 articles added.*6 articles known already/u,
  );

  const found = parsed((await run("search", "district")).stdout);
  assert.ok(found.length > 0);
  const id = String(found[0]?.["id"]);
  const shown = await run("show", id, "--format", "text");
  assert.equal(shown.status, 0);
  assert.match(shown.stdout, /content +\d+–\d+/u);

  const commitments = parsed((await run("commitments")).stdout);
  assert.ok(commitments.length > 0);
  const waiting = parsed((await run("commitments", "--waiting")).stdout);
  assert.ok(waiting.length > 0 && waiting.length < commitments.length);

  const timeline = await run("timeline", "Ana Ruiz", "--format", "text");
  assert.match(timeline.stdout, /^Ana Ruiz\n/u);

  const csv = await run("export", "--format", "csv");
  assert.match(csv.stdout, /^id,date,speaker/u);
  assert.ok(csv.stdout.split("\r\n").length > found.length);
});

test("a search is narrowed by kind, review and language, and counted by speaker and year", async (context) => {
  const { run } = await kept(context);
  const all = parsed((await run("search", "district")).stdout).length;
  assert.equal(parsed((await run("search", "district", "--language", "en")).stdout).length, all);
  assert.equal(parsed((await run("search", "district", "--language", "uk")).stdout).length, 0);
  assert.equal(parsed((await run("search", "district", "--review", "confirmed")).stdout).length, 0);
  const direct = parsed((await run("search", "--kind", "direct")).stdout);
  assert.ok(direct.length > 0 && direct.every((entry) => entry["kind"] === "direct"));
  const facets = await run("search", "district", "--facets", "--format", "text");
  assert.match(facets.stdout, /^speakers:\n +\d+ {2}/u);
  assert.match(facets.stdout, new RegExp(`years:\\n +${all} {2}2026`, "u"));
  assert.equal((await run("search", "--kind", "loud")).status, 2);
});

test("a condition is marked as met, and its commitments no longer wait", async (context) => {
  const { run } = await kept(context);
  const conditions = parsed((await run("conditions")).stdout);
  const id = String(conditions[0]?.["id"]);
  const before = parsed((await run("commitments", "--waiting")).stdout).length;
  const met = await run(
    "conditions",
    "met",
    id,
    "--on",
    "2026-03-02",
    "--evidence",
    "https://harbour-post.example/met",
    "--format",
    "text",
  );
  assert.equal(met.status, 0, met.stderr);
  assert.match(met.stdout, /met 2 March 2026/u);
  assert.ok(parsed((await run("commitments", "--waiting")).stdout).length < before);
  assert.equal((await run("conditions", "met", "nothing", "--on", "2026", "--evidence", "x")).status, 1);
  assert.equal((await run("conditions", "met", id)).status, 2);
});

test("a person confirms a statement and rejects another, with a reason", async (context) => {
  const { run } = await kept(context, 2);
  const [first, second] = parsed((await run("review")).stdout).map((entry) => String(entry["id"]));
  const confirmed = await run("review", "confirm", first ?? "", "--format", "text");
  assert.equal(confirmed.status, 0, confirmed.stderr);
  assert.match(confirmed.stdout, /review: confirmed/u);
  assert.equal((await run("review", "reject", second ?? "")).status, 2);
  assert.match(
    (await run("review", "reject", second ?? "", "--reason", "The reporter's words")).stdout,
    /"review":"rejected"/u,
  );
});

test("the ledger is verified, signed, rebuilt, backed up, dumped and restored", async (context) => {
  const { folder, run } = await kept(context, 3);
  const note = await run("checkpoint", "--signer", "harbour");
  assert.match(note.stdout, /— harbour /u);
  writeFileSync(join(folder, "note.txt"), note.stdout);
  const verified = await run("verify", "--against", join(folder, "note.txt"), "--format", "text");
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  assert.match(verified.stdout, /^All is in order/u);
  assert.equal((await run("rebuild")).status, 0);
  assert.equal((await run("backup", join(folder, "copy.db"))).status, 0);
  assert.equal((await run("backup", join(folder, "copy.db"))).status, 1);
  const dumped = await run("dump");
  const restored = await onrecord(["restore", "--ledger", join(folder, "new.db")], { input: dumped.stdout });
  assert.equal(restored.status, 0, restored.stderr);
  assert.ok((await run("dump", "--ledger", join(folder, "new.db"))).stdout === dumped.stdout);
  const back = await run("restore", "--ledger", join(folder, "back.db"), join(folder, "copy.db"));
  assert.equal(back.status, 0, back.stderr);
  assert.ok((await run("dump", "--ledger", join(folder, "back.db"))).stdout === dumped.stdout);
});

test("a question to a ledger that is not there says how to make one", async (context) => {
  const folder = scratch(context);
  const { status, stderr } = await onrecord(["search", "bridge"], { env: { XDG_DATA_HOME: folder } });
  assert.equal(status, 1);
  assert.match(stderr, /There is no ledger at .*ledger\.db yet\. Put something into it with: onrecord add FILE/u);
  assert.equal(existsSync(join(folder, "onrecord")), false);
});

test("ONRECORD_LEDGER and --ledger name another ledger", async (context) => {
  const folder = scratch(context);
  const env = { XDG_DATA_HOME: folder, ONRECORD_LEDGER: join(folder, "mine.db") };
  await onrecord(["add"], { env, input: story(1) });
  await onrecord(["add", "--ledger", join(folder, "deep", "other.db")], { env, input: story(1) });
  assert.deepEqual([existsSync(join(folder, "mine.db")), existsSync(join(folder, "deep", "other.db"))], [true, true]);
});

test("a ledger that cannot be written is told with what to do", async (context) => {
  const folder = scratch(context);
  writeFileSync(join(folder, "no-ledger.db"), "This is no ledger. ".repeat(100));
  const { status, stderr } = await onrecord(["add", "--ledger", join(folder, "no-ledger.db")], { input: story(1) });
  assert.equal(status, 1);
  assert.match(stderr, /could not be opened/u);
  const inFile = await onrecord(["add", "--ledger", join(folder, "no-ledger.db", "x.db")], { input: story(1) });
  assert.equal(inFile.status, 1);
  assert.match(inFile.stderr, /could not be opened/u);
});

test("killed in the middle of 300 articles and run again, it ends with the ledger of one undisturbed run", async (context) => {
  const folder = scratch(context);
  const file = join(folder, "stories.jsonl");
  writeFileSync(file, storyLines(300));
  const add = ["add", "--as", "mira", "--jobs", "2", file, "--ledger"];
  const undisturbed = join(folder, "undisturbed.db");
  assert.equal((await onrecord([...add, undisturbed])).status, 0);

  const killed = join(folder, "killed.db");
  for (const delay of [700, 1500, 2500]) {
    const child = startCommand("main.ts", [...add, killed]);
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill("SIGKILL");
    await end;
  }
  const again = await onrecord([...add, killed]);
  assert.equal(again.status, 0, again.stderr);
  assert.equal((await onrecord(["verify", "--ledger", killed])).status, 0);

  /** Everything but what the clock says, and what hangs on it: hashes, salts. */
  const events = async (ledger: string): Promise<readonly string[]> =>
    parsed((await onrecord(["dump", "--ledger", ledger])).stdout).map((event) =>
      JSON.stringify([event["kind"], event["by"], event["payload"], event["text"]]),
    );
  assert.deepEqual(await events(killed), await events(undisturbed));
});

test("Ctrl-C keeps what was read so far, and says how to go on", async (context) => {
  const folder = scratch(context);
  const file = join(folder, "stories.jsonl");
  writeFileSync(file, storyLines(2000));
  const ledger = join(folder, "l.db");
  const child = startCommand("main.ts", ["add", "--ledger", ledger, file]);
  const end = ended(child);
  // The reading has begun once the ledger is there, however busy the machine is.
  while (!existsSync(ledger)) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGINT");
  const { status, stdout, stderr } = await end;
  assert.equal(status, 130, stderr);
  assert.match(stdout, /articles? added/u);
  assert.match(stderr, /run the command again to go on/u);
});
