import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { consistencyProof, extendsTree, rootOf } from "../../src/ledger/integrity/merkle.ts";
import { onrecord } from "./onrecord.ts";

describe("onrecord prove", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-prove-"));
  const env = { XDG_DATA_HOME: folder };
  const at = (name: string): string => join(folder, name);
  let key = "";

  before(async () => {
    const story = (day: number): string => `Mayor Ana Ruiz said the bridge would open on day ${day}.\n`;
    assert.equal((await onrecord(["add"], { env, input: story(1) })).status, 0);
    assert.equal((await onrecord(["add"], { env, input: story(2) })).status, 0);
    const note = await onrecord(["checkpoint", "--signer", "harbour"], { env });
    writeFileSync(at("note.txt"), note.stdout);
    key = /Verifier key: (\S+)/u.exec(note.stderr)?.[1] ?? "";
    assert.equal((await onrecord(["add"], { env, input: story(3) })).status, 0);
  });
  after(() => rmSync(folder, { recursive: true }));

  const size = (): string => readFileSync(at("note.txt"), "utf8").split("\n")[1] ?? "";
  const check = (file: string) =>
    onrecord(["prove", "--check", file, "--against", at("note.txt"), "--key", key], {
      env: { XDG_DATA_HOME: at("nowhere") },
    });

  it("proves an event to somebody who has the checkpoint and no ledger", async () => {
    const { status, stdout } = await onrecord(["prove", "1", "--size", size()], { env });
    assert.equal(status, 0);
    writeFileSync(at("proof.json"), stdout);
    const found = await check(at("proof.json"));
    assert.match(found.stdout, /The proof holds/u);
    assert.equal(found.status, 0);
  });

  it("finds another event, another size and another key out", async () => {
    const proof = JSON.parse(readFileSync(at("proof.json"), "utf8")) as { hash: string };
    const other = `${proof.hash.startsWith("0") ? "1" : "0"}${proof.hash.slice(1)}`;
    writeFileSync(at("other.json"), JSON.stringify({ ...proof, hash: other }));
    const found = await check(at("other.json"));
    assert.match(found.stdout, /FAULT: The event is not in the ledger/u);
    assert.equal(found.status, 1);
    const later = await onrecord(["prove", "1"], { env });
    writeFileSync(at("later.json"), later.stdout);
    assert.match((await check(at("later.json"))).stdout, new RegExp(`make it with --size ${size()}`, "u"));
    key = key.replace("harbour", "quay");
    assert.match((await check(at("proof.json"))).stdout, /not signed by this key/u);
  });

  it("proves that the ledger extends an earlier one", async () => {
    const dumped = await onrecord(["dump"], { env });
    const leaves = dumped.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { seq?: number; hash?: string })
      .filter(({ seq }) => seq !== undefined)
      .map(({ hash }) => Buffer.from(hash ?? "", "hex"));
    const { stdout } = await onrecord(["prove", "--from", size()], { env });
    const { from, to, proof } = JSON.parse(stdout) as { from: number; to: number; proof: readonly string[] };
    assert.equal(to, leaves.length);
    const nodes = proof.map((node) => Buffer.from(node, "base64"));
    assert.deepEqual(nodes, consistencyProof(leaves, from));
    const tree = (count: number) => ({ size: count, root: rootOf(leaves.slice(0, count)) });
    assert.ok(extendsTree(tree(from), tree(to), nodes));
  });

  it("says what is wrong with its arguments", async () => {
    assert.match((await onrecord(["prove"], { env })).stderr, /Name an event by its number/u);
    const beyond = await onrecord(["prove", "900"], { env });
    assert.match(beyond.stderr, /onrecord verify/u);
    assert.equal(beyond.status, 2);
    assert.match((await onrecord(["prove", "--check", at("note.txt")], { env })).stderr, /--check needs --against/u);
  });
});
