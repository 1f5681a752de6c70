/**
 * Features are integers, never strings: a template's number mixed with what it sees, spread over 32 bits. The low bits
 * index a weight table, so mixing must move every input bit into them (the finaliser is murmur3's).
 */
export function feature(template: number, a: number, b: number = 0, c: number = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}
