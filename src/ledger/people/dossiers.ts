import { first, type Database, type Queries } from "../database.ts";
import { happen } from "../happening.ts";
import type { Dossier } from "../ledger.ts";
import { idOfName } from "../projection/speakers.ts";
import type { Question } from "../question.ts";

/** Saves a question under a name; the dossier's id. */
export async function saveDossier(
  database: Database,
  dossier: { readonly id?: string; readonly name: string; readonly question: Question },
  by: string,
): Promise<string> {
  const { name, question } = dossier;
  const base = idOfName(name);
  if (base === null) throw new RangeError(`Invalid name “${name}”: it has no letters`);
  let id = dossier.id ?? base;
  await happen(database, by, async (queries) => {
    if (dossier.id !== undefined && (await dossierWithId(queries, dossier.id)) === null)
      throw new RangeError(`No dossier ${dossier.id}`);
    if (dossier.id === undefined)
      for (let count = 2; (await dossierWithId(queries, id)) !== null; count++) id = `${base}-${count}`;
    return [{ kind: "dossier", payload: { id, name, question } }];
  });
  return id;
}

export async function removeDossier(database: Database, id: string, by: string): Promise<void> {
  await happen(database, by, async (queries) => {
    const dossier = await dossierWithId(queries, id);
    if (dossier === null) throw new RangeError(`No dossier ${id}`);
    return [{ kind: "dossier", payload: { id, name: dossier.name, question: null } }];
  });
}

const COLUMNS = `SELECT id, name, question, who AS "by", at FROM dossier`;

/** All dossiers by name. */
export async function allDossiers(queries: Queries): Promise<readonly Dossier[]> {
  return (await queries.all<DossierRow>(`${COLUMNS} ORDER BY name, id`)).map(dossierOf);
}

export async function dossierWithId(queries: Queries, id: string): Promise<Dossier | null> {
  const row = await first<DossierRow>(queries, `${COLUMNS} WHERE id = ?`, [id]);
  return row === undefined ? null : dossierOf(row);
}

interface DossierRow {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly by: string;
  readonly at: string;
}

function dossierOf({ id, name, question, by, at }: DossierRow): Dossier {
  // The question of a dossier event.
  return { id, name, question: JSON.parse(question) as Question, by, at };
}
