import { hash, randomBytes } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/**
 * An event as it is stored. `hash` covers the event before and this one; the payload enters only by its salted hash, so that a
 * payload and its salt can be removed (law, privacy) and the chain still proves everything else.
 */
export interface SealedEvent {
  readonly seq: number;
  readonly kind: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** Canonical JSON; null once redacted. */
  readonly payload: string | null;
  /** 32 hexadecimal digits; null once redacted, so that nobody can try out payloads against the hash. */
  readonly salt: string | null;
  readonly payloadHash: string;
  readonly hash: string;
}

/** What stands before the first event. */
export const CHAIN_START: string = "0".repeat(64);

/** Seals `payload` as the event `seq` that follows the event with the hash `previous`. */
export function sealEvent(
  previous: string,
  event: { readonly seq: number; readonly kind: string; readonly at: string; readonly by: string },
  payload: unknown,
  salt: string = randomBytes(16).toString("hex"),
): SealedEvent {
  const json = canonicalJson(payload);
  const payloadHash = saltedHash(salt, json);
  return {
    seq: event.seq,
    kind: event.kind,
    at: event.at,
    by: event.by,
    payload: json,
    salt,
    payloadHash,
    hash: linkHash(previous, { ...event, payloadHash }),
  };
}

/** SHA-256 over salt and payload. */
export function saltedHash(salt: string, payload: string): string {
  return hash("sha256", salt + payload);
}

/** SHA-256 over the canonical JSON of an event without its payload, with the hash of the event before. */
export function linkHash(
  previous: string,
  event: {
    readonly seq: number;
    readonly kind: string;
    readonly at: string;
    readonly by: string;
    readonly payloadHash: string;
  },
): string {
  // The members in canonical order, written out because this runs once for every event of a ledger.
  const json =
    `{"at":${JSON.stringify(event.at)},"by":${JSON.stringify(event.by)},"kind":${JSON.stringify(event.kind)},` +
    `"payloadHash":"${event.payloadHash}","previous":"${previous}","seq":${event.seq}}`;
  return hash("sha256", json);
}
