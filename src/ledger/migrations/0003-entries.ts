import type { Migration } from "./migration.ts";

/**
 * Projection: entries with the columns that questions filter and sort by; everything else is read from the event that holds the entry.
 *
 * entry.no          number of the event that first brought it; entry.event the event that holds its newest reading
 * entry.spoken_by   the speaker by name alone; entry.speaker the same after people merged or split speakers
 * entry.date_from, date_to   first and last day of the EDTF date, '' where unknown
 * entry.strengths   1 will + 2 plan + 4 may, over its commitments
 * entry.visible     no repetition, not replaced by a newer reading or version, not rejected
 */
const tables = (integer: string, real: string, c: string, strict: string): string => `
    CREATE TABLE speaker (
      no ${integer} PRIMARY KEY,
      id TEXT ${c} NOT NULL UNIQUE,
      name TEXT ${c} NOT NULL,
      kind TEXT NOT NULL,
      statements ${integer} NOT NULL DEFAULT 0,
      commitments ${integer} NOT NULL DEFAULT 0,
      merged_into ${integer}
    )${strict};
    CREATE INDEX speaker_rank ON speaker (statements DESC, id);

    CREATE TABLE speaker_name (
      speaker ${integer} NOT NULL,
      name TEXT ${c} NOT NULL,
      folded TEXT ${c} NOT NULL,
      PRIMARY KEY (speaker, name)
    )${strict};
    CREATE INDEX speaker_name_folded ON speaker_name (folded);

    CREATE TABLE entry (
      no ${integer} PRIMARY KEY,
      id TEXT ${c} NOT NULL UNIQUE,
      article ${integer} NOT NULL,
      event ${integer} NOT NULL,
      position ${integer} NOT NULL,
      spoken_by ${integer},
      speaker ${integer},
      role TEXT ${c},
      role_stems TEXT NOT NULL,
      kind TEXT NOT NULL,
      language TEXT,
      publisher TEXT ${c},
      date TEXT,
      date_from TEXT ${c} NOT NULL,
      date_to TEXT ${c} NOT NULL,
      confidence ${real} NOT NULL,
      strengths ${integer} NOT NULL,
      commitments ${integer} NOT NULL,
      conditional ${integer} NOT NULL,
      repeats ${integer} NOT NULL,
      state TEXT NOT NULL,
      follows TEXT,
      review TEXT NOT NULL,
      amended TEXT,
      visible ${integer} NOT NULL
    )${strict};
    CREATE INDEX entry_article ON entry (article, position);
    CREATE INDEX entry_date ON entry (visible, date_from DESC, id);
    CREATE INDEX entry_speaker ON entry (speaker, visible, date_from DESC, id);
    CREATE INDEX entry_publisher ON entry (publisher, visible, date_from DESC, id);

    CREATE TABLE commitment (
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      strength TEXT NOT NULL,
      conditions ${integer} NOT NULL,
      PRIMARY KEY (entry, position)
    )${strict};

    CREATE TABLE condition (
      id TEXT ${c} PRIMARY KEY,
      event ${integer} NOT NULL,
      text TEXT NOT NULL,
      met_on TEXT,
      evidence TEXT,
      met_by TEXT
    )${strict};

    CREATE TABLE commitment_condition (
      condition TEXT ${c} NOT NULL,
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      PRIMARY KEY (condition, entry, position)
    )${strict};
    CREATE INDEX commitment_condition_entry ON commitment_condition (entry, position);
  `;

export const entries: Migration = {
  name: "0003-entries",
  sqlite: tables("INTEGER", "REAL", "", " STRICT"),
  postgres: tables("BIGINT", "DOUBLE PRECISION", 'COLLATE "C"', ""),
};
