import { hash } from "node:crypto";

/**
 * The Merkle tree of RFC 6962 and 9162 over a list of leaves: a leaf is hashed with 0x00 before it, a node with 0x01, and the left
 * part of a tree of n leaves has the largest power of two smaller than n.
 */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = newTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** A tree that grows leaf by leaf and keeps only the roots of its perfect parts. */
export interface GrowingTree {
  add(leaf: Buffer): void;
  readonly size: () => number;
  root(): Buffer;
}

export function newTree(): GrowingTree {
  /** `parts[k]` is the root of a perfect tree of 2^k leaves, or undefined: the size in binary. */
  const parts: (Buffer | undefined)[] = [];
  let size = 0;
  return {
    add(leaf) {
      let node = leafHash(leaf);
      let level = 0;
      for (let part = parts[level]; part !== undefined; part = parts[++level]) {
        node = nodeHash(part, node);
        parts[level] = undefined;
      }
      parts[level] = node;
      size++;
    },
    size: () => size,
    root() {
      let node: Buffer | undefined;
      for (const part of parts) if (part !== undefined) node = node === undefined ? part : nodeHash(part, node);
      return node ?? sha256(Buffer.alloc(0));
    },
  };
}

/** Proves that the leaf at `index` is in the tree: the audit path of RFC 9162, 2.1.3.1. */
export function inclusionProof(leaves: readonly Buffer[], index: number): readonly Buffer[] {
  if (!(Number.isInteger(index) && index >= 0 && index < leaves.length))
    throw new RangeError(`No leaf ${index} in a tree of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const left = leftSize(leaves.length);
  return index < left
    ? [...inclusionProof(leaves.slice(0, left), index), rootOf(leaves.slice(left))]
    : [...inclusionProof(leaves.slice(left), index - left), rootOf(leaves.slice(0, left))];
}

/** Checks an audit path as RFC 9162, 2.1.3.2 does. */
export function includes(root: Buffer, size: number, index: number, leaf: Buffer, proof: readonly Buffer[]): boolean {
  if (index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let node = leafHash(leaf);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(sibling, node);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else node = nodeHash(node, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && node.equals(root);
}

/** Proves that the tree of the first `size` leaves is the beginning of this tree: RFC 9162, 2.1.4.1. */
export function consistencyProof(leaves: readonly Buffer[], size: number): readonly Buffer[] {
  if (!(Number.isInteger(size) && size >= 1 && size <= leaves.length))
    throw new RangeError(`No earlier tree of ${size} in a tree of ${leaves.length}`);
  return subproof(leaves, size, true);
}

/** Checks a consistency proof as RFC 9162, 2.1.4.2 does. */
export function extendsTree(
  earlier: { readonly size: number; readonly root: Buffer },
  later: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root.equals(later.root);
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof];
  const start = path.shift();
  if (start === undefined) return false;
  let at = earlier.size - 1;
  let last = later.size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  let before = start;
  let now = start;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(sibling, before);
      now = nodeHash(sibling, now);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else now = nodeHash(now, sibling);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && before.equals(earlier.root) && now.equals(later.root);
}

function subproof(leaves: readonly Buffer[], size: number, whole: boolean): readonly Buffer[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const left = leftSize(leaves.length);
  return size <= left
    ? [...subproof(leaves.slice(0, left), size, whole), rootOf(leaves.slice(left))]
    : [...subproof(leaves.slice(left), size - left, false), rootOf(leaves.slice(0, left))];
}

function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function isPowerOfTwo(size: number): boolean {
  return leftSize(size * 2) === size;
}

function leafHash(leaf: Buffer): Buffer {
  return sha256(Buffer.concat([LEAF, leaf]));
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

function sha256(bytes: Buffer): Buffer {
  return hash("sha256", bytes, "buffer");
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
