import type { Migration } from "./migration.ts";

/**
 * Projection: what is proposed on who is whom, and what people say of two conditions.
 *
 * condition.same_as   what people said; condition.merged_into is where that leads in the end
 * commitment_condition.condition   where the words lead after people merged conditions; `named` is the condition by its words alone, ''
 *                                  where that is the same
 */
const tables = (integer: string, c: string, strict: string): string => `
    CREATE TABLE proposal (
      id TEXT ${c} PRIMARY KEY,
      event ${integer} NOT NULL,
      proposed TEXT NOT NULL,
      reason TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      state TEXT NOT NULL,
      answer TEXT,
      answered_at TEXT,
      answered_by TEXT
    )${strict};
    CREATE INDEX proposal_state ON proposal (state, event);

    ALTER TABLE condition ADD COLUMN same_as TEXT ${c};
    ALTER TABLE condition ADD COLUMN merged_into TEXT ${c};
    CREATE TABLE condition_likeness (
      condition TEXT ${c} NOT NULL,
      other TEXT ${c} NOT NULL,
      PRIMARY KEY (condition, other)
    )${strict};

    DROP TABLE commitment_condition;
    CREATE TABLE commitment_condition (
      condition TEXT ${c} NOT NULL,
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      named TEXT ${c} NOT NULL DEFAULT '',
      PRIMARY KEY (condition, entry, position, named)
    )${strict};
    CREATE INDEX commitment_condition_entry ON commitment_condition (entry, position);
  `;

export const proposals: Migration = {
  name: "0010-proposals",
  sqlite: tables("INTEGER", "", " STRICT"),
  postgres: tables("BIGINT", 'COLLATE "C"', ""),
  rebuild: true,
};
