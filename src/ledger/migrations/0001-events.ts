import type { Migration } from "./migration.ts";

/**
 * The record itself: events, and the texts that they speak of. Everything else can be rebuilt from these two tables.
 * Triggers keep them append-only; the one change allowed is a redaction, which takes a payload and its salt away.
 */
export const events: Migration = {
  name: "0001-events",
  sqlite: `
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      payload TEXT,
      salt TEXT,
      payload_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE snapshot (
      hash TEXT PRIMARY KEY,
      event INTEGER NOT NULL UNIQUE,
      text TEXT
    ) STRICT;

    CREATE TABLE checkpoint (
      size INTEGER PRIMARY KEY,
      note TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'The ledger is append-only: an event is never deleted'); END;

    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
    WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.kind <> OLD.kind OR NEW.at <> OLD.at
      OR NEW.who <> OLD.who OR NEW.payload_hash <> OLD.payload_hash OR NEW.hash <> OLD.hash
    BEGIN SELECT RAISE(ABORT, 'The ledger is append-only: an event is never changed'); END;

    CREATE TRIGGER snapshot_is_not_deleted BEFORE DELETE ON snapshot
    BEGIN SELECT RAISE(ABORT, 'The ledger is append-only: a text is never deleted'); END;

    CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON snapshot
    WHEN NEW.text IS NOT NULL OR NEW.hash <> OLD.hash OR NEW.event <> OLD.event
    BEGIN SELECT RAISE(ABORT, 'The ledger is append-only: a text is never changed'); END;
  `,
  postgres: `
    CREATE TABLE event (
      seq BIGINT PRIMARY KEY,
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      payload TEXT,
      salt TEXT,
      payload_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    );

    CREATE TABLE snapshot (
      hash TEXT PRIMARY KEY,
      event BIGINT NOT NULL UNIQUE,
      text TEXT
    );

    CREATE TABLE checkpoint (
      size BIGINT PRIMARY KEY,
      note TEXT NOT NULL
    );

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'The ledger is append-only: % is not allowed on %', TG_OP, TG_TABLE_NAME; END $$;

    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event FOR EACH ROW
    WHEN (NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.kind <> OLD.kind OR NEW.at <> OLD.at
      OR NEW.who <> OLD.who OR NEW.payload_hash <> OLD.payload_hash OR NEW.hash <> OLD.hash)
    EXECUTE FUNCTION refuse_change();

    CREATE TRIGGER snapshot_is_not_deleted BEFORE DELETE ON snapshot FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON snapshot FOR EACH ROW
    WHEN (NEW.text IS NOT NULL OR NEW.hash <> OLD.hash OR NEW.event <> OLD.event)
    EXECUTE FUNCTION refuse_change();
  `,
};
