import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { canonicalJson } from "../../src/ledger/canonical.ts";

it("sorts members by UTF-16 code units and writes numbers as ECMAScript does", () => {
  // The examples of RFC 8785, 3.2.2 and 3.2.3.
  const numbers: unknown = JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]");
  assert.equal(canonicalJson({ numbers }), '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}');
  const members = {
    "\u20ac": "Euro",
    "\r": "CR",
    "\ufb33": "dalet",
    "1": "one",
    "\ud83d\ude00": "smile",
    "\u0080": "control",
    "\u00f6": "o",
  };
  assert.deepEqual(
    [...canonicalJson(members).matchAll(/:"(\w+)"/g)].map((match) => match[1]),
    ["CR", "one", "control", "o", "Euro", "smile", "dalet"],
  );
});

it("gives equal values equal bytes, and loses nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = canonicalJson(value);
      assert.equal(canonicalJson(JSON.parse(json)), json);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("refuses what JSON cannot hold", () => {
  assert.throws(() => canonicalJson(Number.NaN), TypeError);
  assert.throws(() => canonicalJson([() => 1]), TypeError);
});
