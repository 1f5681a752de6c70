import assert from "node:assert/strict";
import { it } from "node:test";
import { isSameOrNewerEngine } from "../../src/ledger/engine.ts";

it("tells whether an article must be read again", () => {
  assert.ok(isSameOrNewerEngine("1.0.0", "1.0.0"));
  assert.ok(isSameOrNewerEngine("0.10.1", "0.9"));
  assert.ok(isSameOrNewerEngine("2.0.0", "1.9.9+ab12"));
  assert.ok(!isSameOrNewerEngine("0.9", "0.10.1"));
  // Two builds of one version have no order: each is read once.
  assert.ok(!isSameOrNewerEngine("1.0.0+ab12", "1.0.0+cd34"));
});
