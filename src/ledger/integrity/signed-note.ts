import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";

/**
 * Signed notes (https://c2sp.org/signed-note): a text that ends in a newline, an empty line, and signature lines
 *
 *     — NAME BASE64(first 4 bytes of the key's hash, Ed25519 signature)
 */
export interface Signer {
  /** Without spaces and plus signs. */
  readonly name: string;
  /** Ed25519, PKCS 8 in PEM. To be kept where the ledger is not. */
  readonly privateKey: string;
  /** To be given to whoever checks: `NAME+HASH+BASE64(key)`. */
  readonly verifierKey: string;
}

export function newSigner(name: string): Signer {
  if (name === "" || /[\s+]/u.test(name))
    throw new RangeError(`Invalid signer's name “${name}”: no spaces and no plus signs`);
  const { privateKey } = generateKeyPairSync("ed25519");
  return signerOf(name, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
}

/** A signer from its stored key. */
export function signerOf(name: string, privateKey: string): Signer {
  const raw = rawPublicKey(createPublicKey(createPrivateKey(privateKey)));
  const key = Buffer.concat([Buffer.of(ED25519), raw]);
  return { name, privateKey, verifierKey: `${name}+${keyHash(name, key).toString("hex")}+${key.toString("base64")}` };
}

export function signNote(text: string, signer: Signer): string {
  if (!text.endsWith("\n")) throw new RangeError("A note ends in a newline");
  const key = parseVerifierKey(signer.verifierKey);
  const signature = sign(null, Buffer.from(text), createPrivateKey(signer.privateKey));
  const line = Buffer.concat([keyHash(signer.name, key.bytes), signature]).toString("base64");
  return `${text}\n— ${signer.name} ${line}\n`;
}

/** The text of a note, if one of these keys has signed it; null otherwise. Signatures by other keys are passed over. */
export function openNote(note: string, verifierKeys: readonly string[]): string | null {
  const parts = splitNote(note);
  if (parts === null) return null;
  const signed = parts.signatures.some((signature) =>
    verifierKeys.map(parseVerifierKey).some((key) => {
      if (key.name !== signature.name || !signature.bytes.subarray(0, 4).equals(keyHash(key.name, key.bytes)))
        return false;
      return verify(null, Buffer.from(parts.text), publicKeyOf(key.bytes.subarray(1)), signature.bytes.subarray(4));
    }),
  );
  return signed ? parts.text : null;
}

/** True for a key that `openNote` can use. */
export function isVerifierKey(text: string): boolean {
  return keyIn(text) !== null;
}

/** The text of a note, whoever signed it; null for what is no note. */
export function noteText(note: string): string | null {
  return splitNote(note)?.text ?? null;
}

interface NoteParts {
  readonly text: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Buffer }[];
}

function splitNote(note: string): NoteParts | null {
  const at = note.lastIndexOf("\n\n");
  if (at < 0 || !note.endsWith("\n")) return null;
  const lines = note.slice(at + 2, -1).split("\n");
  const signatures = lines.map((line) => /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line));
  // A signature has one spelling: base64 with stray last bits would be read, but is not what was written.
  const strict = signatures.every((match) => match !== null && isStrictBase64(match[2] ?? ""));
  if (!strict) return null;
  return {
    text: note.slice(0, at + 1),
    signatures: signatures.flatMap((match) =>
      match === null ? [] : [{ name: match[1] ?? "", bytes: Buffer.from(match[2] ?? "", "base64") }],
    ),
  };
}

function isStrictBase64(text: string): boolean {
  return Buffer.from(text, "base64").toString("base64") === text;
}

interface VerifierKey {
  readonly name: string;
  /** Its type and the key itself. */
  readonly bytes: Buffer;
}

function parseVerifierKey(verifierKey: string): VerifierKey {
  const key = keyIn(verifierKey);
  if (key === null) throw new RangeError(`Invalid verifier key ${verifierKey}`);
  return key;
}

function keyIn(verifierKey: string): VerifierKey | null {
  const [name = "", , ...rest] = verifierKey.split("+");
  // The base64 part may itself hold plus signs.
  const bytes = Buffer.from(rest.join("+"), "base64");
  return name === "" || bytes.length !== 33 || bytes[0] !== ED25519 ? null : { name, bytes };
}

function keyHash(name: string, key: Buffer): Buffer {
  return hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), key]), "buffer").subarray(0, 4);
}

/** The type of an Ed25519 key in a verifier key. */
const ED25519 = 1;

/** What precedes the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

function rawPublicKey(key: KeyObject): Buffer {
  return key.export({ type: "spki", format: "der" }).subarray(SPKI_PREFIX.length);
}

function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" });
}
