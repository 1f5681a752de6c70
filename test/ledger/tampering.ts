import type { Database } from "../../src/ledger/database.ts";
import { openDatabase } from "../../src/ledger/open.ts";

/** Opens a ledger's database as somebody would who wants to falsify it: nothing stops a change. */
export async function openUnguarded(location: string): Promise<Database> {
  const database = openDatabase(location);
  const triggers =
    database.dialect.name === "sqlite"
      ? ["event_is_not_deleted", "event_is_not_changed", "snapshot_is_not_deleted", "snapshot_is_not_changed"].map(
          (name) => `DROP TRIGGER ${name};`,
        )
      : ["ALTER TABLE event DISABLE TRIGGER USER;", "ALTER TABLE snapshot DISABLE TRIGGER USER;"];
  await database.transaction((queries) => queries.script(triggers.join("\n")));
  return database;
}
