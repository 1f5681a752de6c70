import type { Migration } from "./migration.ts";

/**
 * The search index holds pairs of neighbours (see search/pairs.ts), in PostgreSQL also quarters and halves of years (see search/marks.ts), in SQLite
 * publishers and conditions (see search/fts5.ts). The table is the same, what stands in it is new.
 */
export const pairs: Migration = {
  name: "0012-pairs",
  sqlite: "INSERT INTO search (search) VALUES ('delete-all');",
  postgres: "TRUNCATE search;",
  rebuild: true,
};
