import type { Migration } from "./migration.ts";

/**
 * Projection: articles. `no` is the number of the event that first brought the article, so that rebuilding gives the same numbers;
 * its title, byline and so on are read from that event.
 *
 * reading: which engine version has read an article. appearance: where the same text stood besides.
 */
const tables = (integer: string, c: string, strict: string): string => `
    CREATE TABLE article (
      no ${integer} PRIMARY KEY,
      id TEXT ${c} NOT NULL UNIQUE,
      hash TEXT NOT NULL,
      engine TEXT NOT NULL,
      url TEXT ${c},
      publisher TEXT ${c},
      title TEXT,
      language TEXT,
      published TEXT,
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL,
      previous ${integer},
      next ${integer},
      statements ${integer} NOT NULL DEFAULT 0,
      redacted ${integer} NOT NULL DEFAULT 0
    )${strict};
    CREATE INDEX article_url ON article (url, no);

    CREATE TABLE reading (
      article ${integer} NOT NULL,
      engine TEXT NOT NULL,
      event ${integer} NOT NULL,
      PRIMARY KEY (article, engine)
    )${strict};

    CREATE TABLE appearance (
      event ${integer} PRIMARY KEY,
      article ${integer} NOT NULL,
      url TEXT ${c},
      publisher TEXT ${c},
      title TEXT,
      published TEXT
    )${strict};
    CREATE INDEX appearance_article ON appearance (article);
  `;

export const articles: Migration = {
  name: "0002-articles",
  sqlite: tables("INTEGER", "", " STRICT"),
  postgres: tables("BIGINT", 'COLLATE "C"', ""),
};
