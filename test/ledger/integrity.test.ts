import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { linkHash } from "../../src/ledger/chain.ts";
import type { Database, Queries } from "../../src/ledger/database.ts";
import { extendsTree, includes } from "../../src/ledger/integrity/merkle.ts";
import { newSigner } from "../../src/ledger/integrity/signed-note.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { PROJECTIONS } from "../../src/ledger/projection/rebuild.ts";
import { contentsOf } from "./contents.ts";
import { ENGINES } from "./engines.ts";
import { liveThrough } from "./history.ts";
import { inventedArticle } from "./invented-articles.ts";
import { BRIDGE, TRAINING } from "./press.ts";
import { readByHand } from "./read-by-hand.ts";
import { openUnguarded } from "./tampering.ts";

const SIGNER = newSigner("veldan.example/ledger");

const COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ["event", "payload"],
  ["event", "payload"],
  ["event", "kind"],
  ["event", "at"],
  ["event", "who"],
  ["event", "salt"],
  ["event", "payload_hash"],
  ["event", "hash"],
  ["snapshot", "text"],
  ["snapshot", "text"],
  ["snapshot", "hash"],
];

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`the integrity of a ledger on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    async function withHistory(run: (ledger: Ledger, location: string) => Promise<void>): Promise<void> {
      const location = await engine.newLocation();
      const ledger = await openLedger(location);
      try {
        await liveThrough(ledger);
        await run(ledger, location);
      } finally {
        await ledger.close();
      }
    }

    it("verifies, with checkpoints, and against one that was published", () =>
      withHistory(async (ledger) => {
        const note = await ledger.checkpoint(SIGNER, "ana");
        await ledger.add([inventedArticle(99)], "ana");
        await ledger.checkpoint(SIGNER, "ana");
        const found = await ledger.verify({ against: note, keys: [SIGNER.verifierKey] });
        assert.equal(found.fault, null);
        assert.equal(found.events, (await ledger.counts(0)).events);
        assert.equal(found.checkpoints, 3);
        assert.equal((await ledger.checkpoints()).length, 2);
      }));

    it("verifies when it is empty", async () => {
      const ledger = await openLedger(await engine.newLocation());
      assert.equal((await ledger.verify()).fault, null);
      await ledger.close();
    });

    it("proves that an event is in, and that it extends what was signed", () =>
      withHistory(async (ledger) => {
        const early = await ledger.verify();
        await ledger.add([inventedArticle(98)], "ana");
        const late = await ledger.verify();
        const inclusion = await ledger.proveInclusion(7);
        const path = inclusion.proof.map((node) => Buffer.from(node, "base64"));
        assert.equal(inclusion.root, late.root);
        assert.ok(includes(Buffer.from(late.root, "base64"), late.events, 6, Buffer.from(inclusion.hash, "hex"), path));
        const consistency = await ledger.proveConsistency(early.events);
        assert.ok(
          extendsTree(
            { size: early.events, root: Buffer.from(early.root, "base64") },
            { size: late.events, root: Buffer.from(late.root, "base64") },
            consistency.proof.map((node) => Buffer.from(node, "base64")),
          ),
        );
        await assert.rejects(ledger.proveInclusion(100_000), RangeError);
      }));

    it("catches 200 single bytes changed at random", () =>
      withHistory(async (ledger, location) => {
        await ledger.checkpoint(SIGNER, "ana");
        const unguarded = await openUnguarded(location);
        const random = randomFrom(engine.name.length);
        for (let change = 0; change < 200; change++) {
          const undo = await changeOneByte(unguarded, random);
          const { fault } = await ledger.verify();
          assert.notEqual(fault, null, undo.what);
          await undo.run();
        }
        assert.equal((await ledger.verify()).fault, null);
        await unguarded.close();
      }));

    const falsifications: [name: string, code: string, falsify: (queries: Queries) => Promise<void>][] = [
      ["the first event deleted", "sequence", (db) => db.run("DELETE FROM event WHERE seq = 1")],
      ["an event deleted", "sequence", (db) => db.run("DELETE FROM event WHERE seq = 9")],
      [
        "an event deleted and the later ones moved up",
        "chain",
        async (db) => {
          await db.run("DELETE FROM event WHERE seq = 9");
          for (let seq = 10; seq < 12; seq++) await db.run("UPDATE event SET seq = ? WHERE seq = ?", [seq - 1, seq]);
        },
      ],
      ["the last event deleted", "head", (db) => db.run("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")],
      ["a text deleted", "snapshot", (db) => db.run("DELETE FROM snapshot WHERE event = 1")],
      [
        "a text emptied, as if it were redacted",
        "snapshot",
        (db) => db.run("UPDATE snapshot SET text = NULL WHERE event = 1"),
      ],
      [
        "a text inserted",
        "snapshot",
        (db) => db.run("INSERT INTO snapshot (hash, event, text) VALUES ('ab', 2, '\"words\"')"),
      ],
      [
        "two texts exchanged",
        "snapshot",
        async (db) => {
          const [a, b] = await db.all<{ event: number; text: string }>("SELECT event, text FROM snapshot LIMIT 2");
          await db.run("UPDATE snapshot SET text = ? WHERE event = ?", [b?.text ?? "", a?.event ?? 0]);
          await db.run("UPDATE snapshot SET text = ? WHERE event = ?", [a?.text ?? "", b?.event ?? 0]);
        },
      ],
      [
        "two events exchanged",
        "chain",
        async (db) => {
          for (const [from, to] of [
            [3, 1_000_000],
            [4, 3],
            [1_000_000, 4],
          ] as const)
            await db.run("UPDATE event SET seq = ? WHERE seq = ?", [to, from]);
        },
      ],
      [
        "an event inserted between two others",
        "chain",
        async (db) => {
          const last = (await db.all<{ seq: number }>("SELECT max(seq) AS seq FROM event"))[0]?.seq ?? 0;
          for (let seq = last; seq >= 9; seq--) await db.run("UPDATE event SET seq = ? WHERE seq = ?", [seq + 1, seq]);
          await db.run(
            `INSERT INTO event SELECT 9, kind, at, who, payload, salt, payload_hash, hash FROM event WHERE seq = 8`,
          );
        },
      ],
      [
        "an event appended behind the ledger's back",
        "head",
        (db) =>
          db.run(
            `INSERT INTO event SELECT seq + 1, kind, at, who, payload, salt, payload_hash, hash FROM event
             ORDER BY seq DESC LIMIT 1`,
          ),
      ],
      [
        "a payload taken away silently",
        "redaction",
        (db) => db.run("UPDATE event SET payload = NULL, salt = NULL WHERE seq = 2"),
      ],
      [
        "a signing key made another",
        "payload",
        (db) => db.run("UPDATE event SET payload = replace(payload, '+', '-') WHERE kind = 'key'"),
      ],
      [
        "a signing key made unreadable",
        "payload",
        (db) => db.run("UPDATE event SET payload = substr(payload, 2) WHERE kind = 'key'"),
      ],
      [
        "a checkpoint's note altered",
        "signature",
        (db) => db.run("UPDATE checkpoint SET note = replace(note, 'veldan', 'veldam')"),
      ],
    ];
    for (const [name, code, falsify] of falsifications)
      it(`notices ${name}`, () =>
        withHistory(async (ledger, location) => {
          await ledger.checkpoint(SIGNER, "ana");
          const unguarded = await openUnguarded(location);
          await unguarded.transaction(falsify);
          const { fault } = await ledger.verify();
          // Behind the head, the forged event does not even follow the one before it.
          assert.ok(fault?.code === code || (code === "head" && fault?.code === "chain"), JSON.stringify(fault));
          await unguarded.close();
        }));

    it("notices a history rewritten from end to end, by what was published", () =>
      withHistory(async (ledger, location) => {
        const note = await ledger.checkpoint(SIGNER, "ana");
        const unguarded = await openUnguarded(location);
        await unguarded.transaction(rewriteHistory);
        assert.equal((await ledger.verify()).fault, null);
        assert.equal((await ledger.verify({ against: note })).fault?.code, "against");
        await unguarded.close();
      }));

    it("refuses changes to events and texts", () =>
      withHistory(async (_, location) => {
        const { openDatabase } = await import("../../src/ledger/open.ts");
        const database = openDatabase(location);
        for (const sql of [
          "UPDATE event SET who = 'another' WHERE seq = 1",
          "DELETE FROM event WHERE seq = 1",
          "UPDATE snapshot SET text = 'other' WHERE event = 1",
          "DELETE FROM snapshot",
        ])
          await assert.rejects(
            database.transaction((queries) => queries.run(sql)),
            /append-only/,
          );
        await database.close();
      }));

    it("is the same after its projections were rebuilt", () =>
      withHistory(async (ledger, location) => {
        await ledger.redact(TRAINING.article.hash.slice(0, 16), "privacy", "ana");
        await ledger.add([inventedArticle(97)], "ana");
        const unguarded = await openUnguarded(location);
        const before = await projectionsOf(unguarded);
        const contents = await contentsOf(ledger);
        await ledger.rebuild();
        assert.deepEqual(await projectionsOf(unguarded), before);
        assert.deepEqual(await contentsOf(ledger), contents);
        await unguarded.close();
      }));

    it("takes an article away and says so, and the chain holds", () =>
      withHistory(async (ledger) => {
        const note = await ledger.checkpoint(SIGNER, "ana");
        const id = TRAINING.article.hash.slice(0, 16);
        const entryId = TRAINING.entries[0]?.id ?? "";
        await ledger.redact(id, "a court asked for it", "ana");
        assert.equal(await ledger.article(id), null);
        assert.equal(await ledger.entry(entryId), null);
        assert.equal((await ledger.redaction(id))?.reason, "a court asked for it");
        assert.equal((await ledger.redaction(entryId))?.by, "ana");
        assert.equal((await ledger.search({ words: "soldiers Moravia" }, { size: 5 })).total, 0);
        for await (const event of ledger.events())
          assert.ok(!JSON.stringify(event.payload).includes("training soldiers"), JSON.stringify(event));
        const found = await ledger.verify({ against: note });
        assert.equal(found.fault, null);
        assert.ok(found.redacted >= 4);
        // Reading it again does not bring it back.
        assert.equal(await ledger.has(TRAINING.article.hash, TRAINING.engine), true);
        assert.deepEqual(await ledger.add([TRAINING], "ana"), { added: 0, known: 1, entries: 0 });
        await assert.rejects(ledger.redact("0123456789abcdef", "x", "ana"), RangeError);
      }));

    it("takes away one version of an article and leaves the others", async () => {
      const ledger = await openLedger(await engine.newLocation());
      const url = "https://veldan.example/ferry";
      const statement = { content: "the ferry will sail", speaker: "Ana Ruiz" };
      const first = readByHand("Ana Ruiz said the ferry will sail.", [statement], { url });
      const second = readByHand("New: Ana Ruiz said the ferry will sail.", [statement], { url });
      await ledger.add([first], "ana");
      await ledger.add([second], "ana");
      await ledger.redact(first.article.hash.slice(0, 16), "privacy", "ana");
      assert.equal((await ledger.article(second.article.hash.slice(0, 16)))?.text, second.article.text);
      assert.equal((await ledger.search({ words: "ferry" }, { size: 5 })).total, 1);
      assert.equal((await ledger.verify()).fault, null);
      await ledger.close();
    });

    it("takes away with an entry what repeats it, and says so there too", async () => {
      const ledger = await openLedger(await engine.newLocation());
      await ledger.add([BRIDGE], "ana");
      const [promise, road, headline] = BRIDGE.entries.map((entry) => entry.id);
      const [span] = BRIDGE.entries[0]?.content ?? [];
      assert.ok(promise && road && headline && span);
      const note = { articleId: BRIDGE.article.hash.slice(0, 16), entryId: promise, span, note: "June.", from: null };
      const correction = await ledger.correct(note, "visitor");
      await ledger.decideCorrection(correction, false, "She said: the bridge will open.", "ana");
      await ledger.reply(promise, { from: "Ana Ruiz", text: "The bridge!" }, "ana");
      await ledger.redact(promise, "privacy", "ana");
      assert.equal((await ledger.redaction(headline))?.reason, "privacy");
      assert.equal(await ledger.redaction(road), null);
      assert.equal((await ledger.entry(road))?.state, "current");
      for await (const { kind, payload } of ledger.events())
        assert.ok(kind === "article" || !/bridge/i.test(JSON.stringify(payload)), kind);
      assert.equal((await ledger.verify()).fault, null);
      await ledger.close();
    });

    if (engine.name === "sqlite")
      it("leaves no trace of it in the file", async () => {
        const location = await engine.newLocation();
        const ledger = await openLedger(location);
        await ledger.add([inventedArticle(1), TRAINING], "ana");
        for (let number = 2; number < 30; number++) await ledger.add([inventedArticle(number)], "ana");
        await ledger.redact(TRAINING.article.hash.slice(0, 16), "privacy", "ana");
        const left = [location, `${location}-wal`].filter((file) => existsSync(file));
        for (const file of left) assert.ok(!readFileSync(file, "latin1").includes("Moravia"), file);
        await ledger.close();
      });

    it("verifies while somebody adds", () =>
      withHistory(async (ledger) => {
        const adding = { goesOn: true };
        const adder = (async () => {
          for (let number = 300; adding.goesOn; number++) await ledger.add([inventedArticle(number)], "ana");
        })();
        for (let time = 0; time < 5; time++) assert.equal((await ledger.verify()).fault, null);
        adding.goesOn = false;
        await adder;
      }));

    it("takes one entry away, also from a newer engine's reading", () =>
      withHistory(async (ledger) => {
        const entryId = TRAINING.entries[0]?.id ?? "";
        await ledger.redact(entryId, "privacy", "ana");
        assert.equal(await ledger.entry(entryId), null);
        assert.equal((await ledger.article(TRAINING.article.hash.slice(0, 16)))?.text, TRAINING.article.text);
        await ledger.add([{ ...TRAINING, engine: "3.0.0" }], "ana");
        assert.equal(await ledger.entry(entryId), null);
        assert.equal((await ledger.verify()).fault, null);
        assert.equal(BRIDGE.entries.length, 3);
      }));
  });
}

/** Every row of every projection. */
async function projectionsOf(database: Database): Promise<unknown> {
  const tables: Record<string, unknown> = {};
  for (const table of PROJECTIONS) {
    const rows = await database.all<object>(`SELECT * FROM ${table}`);
    tables[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}

interface Undo {
  readonly what: string;
  readonly run: () => Promise<void>;
}

async function changeOneByte(database: Database, random: () => number): Promise<Undo> {
  const [table, column] = COLUMNS[Math.floor(random() * COLUMNS.length)] ?? ["event", "payload"];
  const key = table === "event" ? "seq" : "event";
  const rows = await database.all<{ key: number; value: string }>(
    `SELECT ${key} AS key, ${column} AS value FROM ${table} ORDER BY ${key}`,
  );
  const row = rows[Math.floor(random() * rows.length)];
  if (row === undefined) throw new RangeError(`No rows in ${table}`);
  const at = Math.floor(random() * row.value.length);
  let code = 32 + Math.floor(random() * 95);
  if (row.value.charCodeAt(at) === code) code = code === 32 ? 33 : code - 1;
  const changed = row.value.slice(0, at) + String.fromCharCode(code) + row.value.slice(at + 1);
  const write = (value: string): Promise<void> =>
    database.transaction((queries) =>
      queries.run(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, [value, row.key]),
    );
  await write(changed);
  return { what: `${table} ${row.key} ${column}, byte ${at}: ${changed}`, run: () => write(row.value) };
}

/** Changes who did it all, and mends every link of the chain and the head; only a signature cannot be mended. */
async function rewriteHistory(queries: Queries): Promise<void> {
  let previous = "0".repeat(64);
  await queries.run("DELETE FROM checkpoint");
  const events = await queries.all<{ seq: number; kind: string; at: string; payloadHash: string }>(
    `SELECT seq, kind, at, payload_hash AS "payloadHash" FROM event ORDER BY seq`,
  );
  for (const event of events) {
    const hash = linkHash(previous, { ...event, by: "somebody else" });
    await queries.run("UPDATE event SET who = 'somebody else', hash = ? WHERE seq = ?", [hash, event.seq]);
    await queries.run("UPDATE head SET hash = ?", [hash]);
    previous = hash;
  }
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
