import assert from "node:assert/strict";
import { it } from "node:test";
import * as fc from "fast-check";
import { consistencyProof, extendsTree, includes, inclusionProof, rootOf } from "../../src/ledger/integrity/merkle.ts";

/** The leaves and roots that Certificate Transparency's own tests use (RFC 6962). */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

it("has the roots of RFC 6962's reference trees", () => {
  const leaves = LEAVES.map((leaf) => Buffer.from(leaf, "hex"));
  ROOTS.forEach((root, size) => assert.equal(rootOf(leaves.slice(0, size)).toString("hex"), root));
});

const treeAndPlace = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
  .chain((leaves) =>
    fc.tuple(fc.constant(leaves.map((leaf) => Buffer.from(leaf))), fc.integer({ min: 0, max: leaves.length - 1 })),
  );

it("proves that each leaf is in, and nothing else is", () => {
  fc.assert(
    fc.property(treeAndPlace, ([leaves, index]) => {
      const root = rootOf(leaves);
      const proof = inclusionProof(leaves, index);
      const leaf = leaves[index] ?? Buffer.alloc(0);
      assert.ok(includes(root, leaves.length, index, leaf, proof));
      assert.ok(!includes(root, leaves.length, index, Buffer.from("something else"), proof));
      assert.ok(!includes(root, leaves.length, leaves.length, leaf, proof));
      assert.ok(!includes(root, leaves.length, index, leaf, [...proof, root]));
    }),
  );
});

it("proves that a tree extends an earlier one, and no other", () => {
  fc.assert(
    fc.property(treeAndPlace, ([leaves, index]) => {
      const earlier = { size: index + 1, root: rootOf(leaves.slice(0, index + 1)) };
      const later = { size: leaves.length, root: rootOf(leaves) };
      const proof = consistencyProof(leaves, earlier.size);
      assert.ok(extendsTree(earlier, later, proof));
      const forged = { ...earlier, root: rootOf([...leaves.slice(0, index), Buffer.from("something else")]) };
      assert.ok(!extendsTree(forged, later, proof));
      assert.ok(!extendsTree(earlier, forged.size < later.size ? { ...later, root: forged.root } : forged, proof));
    }),
  );
});
