import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actualOf, goldenCases } from "./cases.ts";

describe("golden cases", () => {
  for (const golden of goldenCases())
    it(`${golden.file}: ${golden.name}`, () => assert.equal(actualOf(golden), golden.expected));
});
