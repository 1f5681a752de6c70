import type { Migration } from "./migration.ts";

/**
 * Projection: commitments that are doubtful, apart from those that count, so that no question meets them by mistake. Ledgers of before have none.
 *
 * doubtful.position   behind the entry's commitments that count: an entry with two has its first doubtful one at 2
 */
const tables = (integer: string, real: string, c: string, strict: string): string => `
    CREATE TABLE doubtful (
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      strength TEXT NOT NULL,
      conditions ${integer} NOT NULL,
      confidence ${real} NOT NULL,
      PRIMARY KEY (entry, position)
    )${strict};

    CREATE TABLE doubtful_condition (
      entry ${integer} NOT NULL,
      position ${integer} NOT NULL,
      condition TEXT ${c} NOT NULL,
      PRIMARY KEY (entry, position, condition)
    )${strict};
  `;

export const doubtful: Migration = {
  name: "0013-doubtful",
  sqlite: tables("INTEGER", "REAL", "", " STRICT"),
  postgres: tables("BIGINT", "DOUBLE PRECISION", 'COLLATE "C"', ""),
};
