import type { Migration } from "./migration.ts";

/**
 * head: the last event, told twice, so that cutting off the ledger's end shows even before the next checkpoint.
 * redaction: where something stood that law or privacy took away (projection).
 */
const tables = (integer: string, c: string, strict: string): string => `
    CREATE TABLE head (
      seq ${integer} NOT NULL,
      hash TEXT NOT NULL
    )${strict};
    INSERT INTO head (seq, hash) SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1;

    CREATE TABLE redaction (
      subject TEXT ${c} PRIMARY KEY,
      event ${integer} NOT NULL,
      reason TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL
    )${strict};
  `;

export const integrity: Migration = {
  name: "0005-integrity",
  sqlite: tables("INTEGER", "", " STRICT"),
  postgres: tables("BIGINT", 'COLLATE "C"', ""),
};
