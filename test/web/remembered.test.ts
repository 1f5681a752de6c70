import assert from "node:assert/strict";
import { it } from "node:test";
import { memoryOf } from "../../src/web/remembered.ts";

it("makes the same data once, and forgets the oldest", () => {
  const remembered = memoryOf<string>(2);
  let made = 0;
  const ask = (data: unknown): string => remembered(data, () => `made ${++made}`);
  assert.equal(ask(["Thorn", 1]), "made 1");
  assert.equal(ask(["Thorn", 1]), "made 1");
  assert.equal(ask(["Thorn", 2]), "made 2");
  assert.equal(ask(["Thorn", 1]), "made 1");
  assert.equal(ask(["Velda", 1]), "made 3");
  assert.equal(ask(["Thorn", 2]), "made 4");
});
