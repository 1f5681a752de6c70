import type { Migration } from "./migration.ts";

/** Projection: the full-text index over entries. Both engines are given our own stems (see search/words.ts). */
export const search: Migration = {
  name: "0004-search",
  sqlite: `
    CREATE VIRTUAL TABLE search USING fts5 (
      content, context, marks,
      content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
    );
  `,
  postgres: `
    CREATE TABLE search (no BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
    CREATE INDEX search_words ON search USING GIN (words) WITH (fastupdate = off);
  `,
};
