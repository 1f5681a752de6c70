import type { Migration } from "./migration.ts";

/**
 * Projection: entries and the search index in the order of time, so that the newest answers are found without sorting all of them.
 *
 * moment   the first day of an entry's date and its number in one: day * 2^31 + no (see dates.ts)
 */
const tables = (integer: string, c: string, strict: string): string => `
    ALTER TABLE entry ADD COLUMN moment ${integer} NOT NULL DEFAULT 0;
    DROP INDEX entry_date;
    DROP INDEX entry_speaker;
    DROP INDEX entry_publisher;
    DROP INDEX entry_review;
    CREATE INDEX entry_moment ON entry (moment) WHERE visible = 1;
    CREATE INDEX entry_speaker ON entry (speaker, moment) WHERE visible = 1;
    CREATE INDEX entry_publisher ON entry (publisher, moment) WHERE visible = 1;
    CREATE INDEX entry_commitments ON entry (moment) WHERE visible = 1 AND commitments > 0;
    CREATE INDEX entry_conditional ON entry (moment) WHERE visible = 1 AND conditional = 1;
    CREATE INDEX entry_reviewed ON entry (review, moment) WHERE review <> 'none';
    CREATE INDEX entry_queue ON entry (confidence, no);

    ALTER TABLE article ADD COLUMN commitments ${integer} NOT NULL DEFAULT 0;
    CREATE INDEX article_tally ON article (statements, commitments);
    ALTER TABLE condition ADD COLUMN commitments ${integer} NOT NULL DEFAULT 0;
    CREATE INDEX condition_rank ON condition (commitments DESC, id);

    CREATE TABLE speaker_role (
      speaker ${integer} NOT NULL,
      title TEXT ${c} NOT NULL,
      first TEXT,
      first_day TEXT ${c},
      last TEXT,
      last_day TEXT ${c},
      statements ${integer} NOT NULL,
      PRIMARY KEY (speaker, title)
    )${strict};

    DROP TABLE search;
  `;

export const orderOfTime: Migration = {
  name: "0007-order-of-time",
  sqlite: `${tables("INTEGER", "", " STRICT")}
    CREATE VIRTUAL TABLE search USING fts5 (
      content, context, marks,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
    );
  `,
  postgres: `${tables("BIGINT", 'COLLATE "C"', "")}
    CREATE TABLE search (moment BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
    CREATE INDEX search_words ON search USING GIN (words) WITH (fastupdate = off);
  `,
  rebuild: true,
};
