import type { Migration } from "./migration.ts";

/**
 * Projection: what people decide, add, ask and follow. `entry` is an entry's number.
 *
 * speaker.same_as   what people said; speaker.merged_into is where that leads in the end
 * split_entry       entries that people gave to a speaker other than the one their words name
 */
const tables = (integer: string, c: string, strict: string): string => `
    ALTER TABLE entry ADD COLUMN disputed ${integer} NOT NULL DEFAULT 0;
    CREATE INDEX entry_review ON entry (review, visible, date_from DESC, id);
    ALTER TABLE commitment ADD COLUMN status TEXT;

    ALTER TABLE speaker ADD COLUMN same_as ${integer};
    CREATE TABLE split_entry (
      entry ${integer} PRIMARY KEY,
      speaker ${integer} NOT NULL
    )${strict};

    CREATE TABLE review (
      event ${integer} PRIMARY KEY,
      entry ${integer} NOT NULL,
      reading ${integer} NOT NULL,
      reviewer TEXT ${c} NOT NULL,
      decision TEXT NOT NULL,
      reason TEXT,
      fields TEXT,
      at TEXT NOT NULL
    )${strict};
    CREATE INDEX review_entry ON review (entry, event);

    CREATE TABLE correction (
      id TEXT ${c} PRIMARY KEY,
      event ${integer} NOT NULL,
      article ${integer} NOT NULL,
      entry ${integer},
      span TEXT NOT NULL,
      note TEXT NOT NULL,
      sender TEXT,
      at TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      decided_at TEXT,
      decided_by TEXT
    )${strict};
    CREATE INDEX correction_state ON correction (state, event);
    CREATE INDEX correction_article ON correction (article, event);

    CREATE TABLE reply (
      event ${integer} PRIMARY KEY,
      entry ${integer} NOT NULL,
      sender TEXT NOT NULL,
      text TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL
    )${strict};
    CREATE INDEX reply_entry ON reply (entry, event);

    CREATE TABLE commitment_status (
      event ${integer} PRIMARY KEY,
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      status TEXT NOT NULL,
      evidence TEXT NOT NULL,
      looked_at TEXT NOT NULL,
      who TEXT NOT NULL
    )${strict};
    CREATE INDEX commitment_status_entry ON commitment_status (entry, position, event);

    CREATE TABLE dossier (
      id TEXT ${c} PRIMARY KEY,
      event ${integer} NOT NULL,
      name TEXT ${c} NOT NULL,
      question TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL
    )${strict};
  `;

export const people: Migration = {
  name: "0006-people",
  sqlite: tables("INTEGER", "", " STRICT"),
  postgres: tables("BIGINT", 'COLLATE "C"', ""),
};
