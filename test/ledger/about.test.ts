import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { ENGINES } from "./engines.ts";
import { readByHand } from "./read-by-hand.ts";

const GUARANTEES = readByHand(
  "Elka Thorn said the allies owe Velda security guarantees. Thorn said the guarantees must make security last. " +
    "Thorn said we secure our energy with guarantees of supply. Thorn said food security is a task for all. " +
    "Thorn said guarantees of the kind that a bank gives to a builder who has lost his papers are no security.",
  [
    { content: "the allies owe Velda security guarantees", speaker: "Elka Thorn" },
    { content: "the guarantees must make security last", speaker: "Elka Thorn" },
    { content: "we secure our energy with guarantees of supply", speaker: "Elka Thorn" },
    { content: "food security is a task for all", speaker: "Elka Thorn" },
    {
      content: "guarantees of the kind that a bank gives to a builder who has lost his papers are no security",
      speaker: "Elka Thorn",
    },
  ],
  { publisher: "Morava Post", published: "2025-02" },
);

const SURNAMES = readByHand("Thorne said the sea is calm. Thorn said the road is long.", [
  { content: "the sea is calm", speaker: "Thorne" },
  { content: "the road is long", speaker: "Thorn" },
]);

for (const engine of ENGINES) {
  const missing = await engine.start();
  describe(`a timeline on ${engine.name}`, { skip: missing }, () => {
    after(() => engine.stop());

    async function contents(ledger: Ledger, name: string, about: string): Promise<readonly (string | undefined)[]> {
      return (await ledger.timeline(name, about, 0.5))?.entries.map((entry) => entry.content[0]?.text) ?? [];
    }

    it("is about all of two words, near each other, and not about their cousins", async () => {
      const ledger = await openLedger(await engine.newLocation());
      await ledger.add([GUARANTEES], "ana");
      const near = ["the allies owe Velda security guarantees", "the guarantees must make security last"];
      assert.deepEqual(await contents(ledger, "Elka Thorn", "security guarantees"), near);
      assert.deepEqual(await contents(ledger, "Elka Thorn", "guarantee of security"), near);
      assert.deepEqual(await contents(ledger, "Elka Thorn", '"security guarantees"'), near.slice(0, 1));
      assert.equal((await contents(ledger, "Elka Thorn", "security")).length, 4);
      await ledger.close();
    });

    it("of a surname is the most quoted person's of that name", async () => {
      const ledger = await openLedger(await engine.newLocation());
      await ledger.add([GUARANTEES, SURNAMES], "ana");
      assert.equal((await ledger.timeline("Thorn", null, 0.5))?.speaker.id, "elka-thorn");
      assert.equal((await ledger.timeline("thorn", null, 0.5))?.speaker.id, "thorn");
      assert.equal((await ledger.timeline("Thorne", null, 0.5))?.speaker.id, "thorne");
      await ledger.close();
    });
  });
}
