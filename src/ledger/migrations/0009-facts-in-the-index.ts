import type { Migration } from "./migration.ts";

/**
 * PostgreSQL: the search index repeats what filters and facets ask of an entry, and tells stems of what was said from those around it
 * (see search/tsvector.ts). A trigger keeps the columns that change after an entry was written.
 *
 * Both: conditions that were met are few, and are found without looking at all.
 */
const both = `
    CREATE INDEX condition_met ON condition (id) WHERE met_on IS NOT NULL;
  `;

export const factsInTheIndex: Migration = {
  name: "0009-facts-in-the-index",
  sqlite: both,
  postgres: `${both}
    DROP TABLE search;
    CREATE TABLE search (
      moment BIGINT PRIMARY KEY,
      no BIGINT NOT NULL,
      speaker BIGINT,
      confidence DOUBLE PRECISION NOT NULL,
      strengths INTEGER NOT NULL,
      commitments INTEGER NOT NULL,
      conditional INTEGER NOT NULL,
      visible INTEGER NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      review TEXT NOT NULL,
      language TEXT,
      publisher TEXT COLLATE "C",
      date_from TEXT COLLATE "C" NOT NULL,
      date_to TEXT COLLATE "C" NOT NULL,
      role_stems TEXT NOT NULL,
      words TSVECTOR NOT NULL
    );
    CREATE INDEX search_words ON search USING GIN (words) WITH (fastupdate = on, gin_pending_list_limit = 1024);

    CREATE FUNCTION carry_facts() RETURNS TRIGGER LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE search SET speaker = NEW.speaker, state = NEW.state, review = NEW.review, visible = NEW.visible
      WHERE moment = NEW.moment;
      RETURN NULL;
    END $$;

    CREATE TRIGGER entry_facts AFTER UPDATE OF speaker, state, review, visible ON entry FOR EACH ROW
    WHEN (ROW (OLD.speaker, OLD.state, OLD.review, OLD.visible) IS DISTINCT FROM ROW (NEW.speaker, NEW.state, NEW.review, NEW.visible))
    EXECUTE FUNCTION carry_facts();
  `,
  rebuild: "postgres",
};
