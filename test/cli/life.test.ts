import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES } from "../ledger/engines.ts";
import { type Ended, onrecord } from "./onrecord.ts";

const STORY = [
  "Harbour bridge to open once flood ends, minister says",
  "",
  "Housing Minister Ana Ruiz said on Monday that she will open the harbour bridge in May once the flood ends.",
  "",
  "“We will build 400 homes by 2028,” Ruiz told the Harbour Post.",
  "",
  "Her deputy, Boro Hale, plans to mend the quay after the water falls, he said.",
  "",
  "The ferry will sail again in June: that much was clear from the nods of Ruiz.",
].join("\n");

const LATER = [
  "Mayor Ana Ruiz said on Tuesday that she will open the harbour bridge in May if parliament agrees.",
  "",
  "Elka Thorn, the engineer, said the harbour bridge is safe.",
].join("\n");

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`the life of a commitment on the command line, on ${engine.name}`, { skip: missing }, () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-life-"));
    let location = "";
    const call = (...args: readonly string[]): Promise<Ended> =>
      onrecord(args, { env: { XDG_DATA_HOME: folder, ONRECORD_LEDGER: location } });
    /** Runs what must succeed; what it printed. */
    const run = async (...args: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await call(...args);
      assert.equal(status, 0, `onrecord ${args.join(" ")}: ${stderr}`);
      return stdout;
    };
    /** Runs what must be refused; the reason that was given. */
    const refused = async (...args: readonly string[]): Promise<string> => {
      const { status, stderr } = await call(...args);
      assert.ok(status === 1 || status === 2, `onrecord ${args.join(" ")} was not refused`);
      return stderr;
    };
    const text = (...args: readonly string[]): Promise<string> => run(...args, "--format", "text");
    /** The id of the first item that a command lists. */
    const firstId = async (...args: readonly string[]): Promise<string> => idIn(await run(...args));
    let bridge = "";
    let article = "";

    before(async () => {
      location = await engine.newLocation();
      writeFileSync(join(folder, "story.txt"), STORY);
      writeFileSync(join(folder, "later.txt"), LATER);
      await run("add", "--published", "2025-03-10", "--publisher", "Harbour Post", join(folder, "story.txt"));
      await run("add", "--published", "2025-09-02", "--publisher", "Quay News", join(folder, "later.txt"));
      bridge = await firstId("search", '"she will open the harbour bridge"', "--until", "2025-04");
      article = String(itemIn(await run("show", bridge))["articleId"]);
    });

    after(async () => {
      rmSync(folder, { recursive: true, force: true });
      await engine.stop();
    });

    it("goes from waiting to due, kept, and taken back, and always says when somebody last looked", async () => {
      assert.match(await text("commitments", "bridge", "--waiting"), /not yet rated; last looked at: never/u);
      const condition = await firstId("conditions", "show", "flood-end");
      const met = await text("conditions", "met", condition, "--on", "2025-05-02", "--evidence", "a gauge");
      assert.match(met, /met 2 May 2025: a gauge/u);
      assert.match(met, /1 commitment due:\n\n.*Ana Ruiz.*commitment 1 of 1/su);
      assert.match(await text("commitments", "--due", "--status", "not-rated"), /due: what it waited for is met/u);

      assert.match(await refused("rate", bridge, "kept"), /Say what shows it: --evidence/u);
      assert.match(
        await refused("rate", bridge, "fulfiled", "--evidence", "x"),
        /Say one of: not-rated, .*superseded/u,
      );
      assert.match(
        await text("rate", bridge, "kept", "--evidence", "opened", "--on", "2025-06-01", "--as", "mira"),
        /kept: opened; last\s+looked at 1 June 2025 by mira/u,
      );
      assert.equal(idIn(await run("commitments", "--status", "kept"), "entry"), bridge);
      await run("rate", bridge, "not-rated", "--evidence", "another bridge", "--on", "2025-07-01", "--as", "jonas");
      const shown = await text("show", bridge);
      assert.match(shown, /not yet rated: another bridge; last\s+looked\s+at\s+1\s+July\s+2025\s+by jonas/u);
      assert.match(shown, /before: kept: opened; last looked at 1 June 2025 by mira/u);

      assert.match(await text("conditions", "unmet", condition), /1 commitment waiting/u);
      assert.match(await refused("conditions", "unmet", condition), /is not marked as met/u);
      assert.equal((await run("commitments", "--due")).trim(), "");
    });

    it("has its fields amended by the words that prove them, and by no others", async () => {
      assert.match(
        await refused("review", "amend", bridge, "--set", "condition=once the snow melts"),
        /does not have the words "once the snow melts" \(condition\)/u,
      );
      assert.match(await refused("review", "amend", bridge, "--set", "strength=plan"), /strength-words/u);
      assert.match(await refused("review", "amend", bridge, "--set", "speeker=Ruiz"), /Did you mean speaker/u);
      assert.match(
        await refused("review", "amend", bridge, "--set", "strength=surely"),
        /strength is will, plan or may/u,
      );
      await run(
        "review",
        "amend",
        bridge,
        "--as",
        "mira",
        ...settings({
          action: "open the harbour bridge",
          strength: "plan",
          "strength-words": "will",
          time: "on Monday",
          beneficiary: "harbour",
          role: "Housing Minister",
        }),
      );
      const [commitment] = commitmentsIn(await run("show", bridge));
      assert.equal(commitment?.["strength"], "plan");
      assert.match(await text("show", bridge), /amended by mira, .*\(commitments\)/u);
      await run("review", "amend", bridge, "--commitment", "new", "--set", "action=open the harbour bridge");
      assert.equal(commitmentsIn(await run("show", bridge)).length, 2);
      assert.match(await refused("rate", bridge, "kept", "--evidence", "x"), /has 2 commitments. Say which/u);
      assert.match(
        await refused("review", "amend", bridge, "--set", "time=in May"),
        /Say which: --commitment 1, or new/u,
      );
      await run("review", "amend", bridge, "--commitment", "2", "--set", "action=");
      assert.match(
        await refused("review", "amend", bridge, "--set", "action="),
        /was said already how commitment .* went/u,
      );
      assert.equal(commitmentsIn(await run("show", bridge)).length, 1);
    });

    it("is entered by a person where the engine missed it", async () => {
      assert.match(await refused("enter", article, "--set", "speaker=Ruiz"), /A statement has content/u);
      assert.match(await refused("enter", article, "--set", "content=the"), /stand \d+ times in the article, at/u);
      const entered = await text(
        "enter",
        article,
        "--as",
        "mira",
        ...settings({
          content: "The ferry will sail again in June",
          speaker: "Ruiz",
          action: "The ferry will sail again",
          time: "in June",
        }),
      );
      assert.match(entered, /entered by mira/u);
      assert.match(await text("show", article), /The ferry will sail again in June\n/u);
      assert.match(await text("articles"), /Harbour Post · 10 March 2025/u);
    });

    it("is corrected by a reader, disputed until somebody decides, and replied to", async () => {
      assert.match(await refused("corrections", "send", bridge, "--note", "no", "--words", "snow"), /does not have/u);
      const correction = await firstId("corrections", "send", bridge, "--note", "She said June", "--from", "A reader");
      assert.match(await text("search", "harbour bridge"), /disputed: a correction is open/u);
      assert.match(await text("corrections"), /She said June\n.*A reader/su);
      assert.match(await refused("corrections", "accept", correction), /Say why/u);
      assert.match(
        await text("corrections", "reject", correction, "--reason", "The tape says May", "--as", "mira"),
        /rejected by mira, .*: The tape says May/u,
      );
      assert.match(await refused("corrections", "accept", correction, "--reason", "x"), /decided already/u);
      await run("reply", bridge, "--from", "Ministry of Housing", "--text", "We stand by it.");
      const shown = await text("show", bridge);
      assert.match(shown, /The tape says May/u);
      assert.match(shown, /reply of Ministry of Housing, .*:\n +We stand by it\./u);
      assert.doesNotMatch(shown, /disputed/u);
    });

    it("is moved between speakers only when somebody accepts what was proposed", async () => {
      assert.match(await refused("speakers", "merge", "boro-hale", "elka-thorn"), /Say why/u);
      const merge = await firstId("speakers", "merge", "boro-hale", "elka-thorn", "--reason", "a pen name");
      assert.match(await text("timeline", "Boro Hale"), /^Boro Hale\n/u);
      assert.match(await text("speakers", "accept", merge, "--as", "mira"), /accepted by mira/u);
      assert.match(await text("timeline", "Boro Hale"), /^Elka Thorn\n/u);
      await run("speakers", "unmerge", "boro-hale", "--reason", "two people");
      assert.match(await text("timeline", "Boro Hale"), /^Boro Hale\n/u);
      const split = await firstId("speakers", "split", bridge, "--name", "Ana Ruiz (elder)", "--reason", "her mother");
      assert.match(await refused("speakers", "refuse", split), /Say why/u);
      await run("speakers", "refuse", split, "--reason", "She has none in office");
      assert.match(await text("speakers", "proposals", "--all"), /refused by .*: She has none in office/u);
      assert.match(await text("speakers", "proposals"), /No proposals found/u);
      assert.match(await refused("speakers", "accept", split), /decided already/u);
    });

    it("waits for conditions that people tie together and take apart", async () => {
      assert.match(await refused("conditions", "same", "water-fall", "flood-end"), /Say why/u);
      assert.match(
        await text("conditions", "related", "water-fall", "flood-end", "--reason", "one spring"),
        /related to .*flood ends/u,
      );
      assert.match(
        await text("conditions", "same", "water-fall", "flood-end", "--reason", "one flood"),
        /2 commitments waiting\n.*the same as after the water falls/su,
      );
      await run("conditions", "apart", "water-fall", "flood-end", "--reason", "two rivers");
      assert.match(await text("conditions", "show", "flood-end"), /1 commitment waiting/u);
    });

    it("is compared with what the same person said later in another role", async () => {
      const shifts = await text("shifts", "Ana Ruiz", "--about", "harbour bridge");
      assert.match(shifts, /10 March 2025, Housing Minister/u);
      assert.match(shifts, /2 September 2025, Mayor/u);
      assert.match(shifts, /role: Housing Minister → Mayor/u);
      assert.match(shifts, /condition changed: once the flood ends → if parliament agrees/u);
      assert.match(shifts, /\d statements on the subject compared, 10 March 2025 to 2 September 2025/u);
      const later = await firstId("search", "harbour bridge", "--speaker", "Ana Ruiz", "--since", "2025-09");
      assert.match(await text("shifts", "compare", later, bridge), /role: Housing Minister → Mayor/u);
      const thorn = await firstId("search", "--speaker", "Elka Thorn");
      assert.match(await refused("shifts", "compare", bridge, thorn), /two speakers/u);
    });

    it("is found by the office of whoever said it", async () => {
      const found = await text("search", "bridge", "--office", "minister of housing");
      assert.match(found, /Ana Ruiz, Housing Minister/u);
      assert.doesNotMatch(found, /Mayor/u);
      assert.match(await text("timeline", "--office", "mayor"), /^mayor: Ana Ruiz\n1 statement\n/u);
      assert.match(await refused("timeline", "--office", "king"), /Nobody on record held the office/u);
    });

    it("is reviewed by two who do not see each other's decisions", async () => {
      const ids = itemsIn(await run("review", "--blind", "--as", "mira")).map((item) => String(item["id"]));
      for (const id of ids) {
        await run("review", "confirm", id, "--blind", "--as", "mira");
        const blind = await text("review", "reject", id, "--reason", "?", "--blind", "--as", "jonas");
        assert.match(blind, /your decision: reject/u);
        assert.doesNotMatch(blind, /disagree|confirmed/u);
      }
      assert.match(
        await text("review", "agreement", "mira", "jonas"),
        new RegExp(`decided alike on 0 of \\d+ statements; kappa 0.00`, "u"),
      );
    });

    it("leaves a ledger that verifies, and is redacted where it must be", async () => {
      const thorn = await firstId("search", "--speaker", "Elka Thorn", "--min-confidence", "0");
      await run("redact", thorn, "--reason", "Court order 12");
      assert.match(await refused("show", thorn), /taken away on .* by .*: Court order 12/u);
      assert.match(await text("verify"), /^All is in order/u);
      await run("rebuild");
      const dump = await run("dump");
      assert.equal((await onrecord(["restore", "--ledger", join(folder, "moved.db")], { input: dump })).status, 0);
      const moved = await onrecord(["dump", "--ledger", join(folder, "moved.db")]);
      assert.ok(moved.stdout === dump);
    });
  });
}

function settings(fields: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(fields).flatMap(([field, words]) => ["--set", `${field}=${words}`]);
}

function itemsIn(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function itemIn(stdout: string): Record<string, unknown> {
  const [first] = itemsIn(stdout);
  assert.ok(first, "nothing was listed");
  return first;
}

function idIn(stdout: string, within?: string): string {
  const item = itemIn(stdout);
  return String(within === undefined ? item["id"] : (item[within] as Record<string, unknown>)["id"]);
}

function commitmentsIn(stdout: string): readonly Record<string, unknown>[] {
  return itemIn(stdout)["commitments"] as readonly Record<string, unknown>[];
}
