import type { Problem } from "../core/article.ts";
import type { Register, RegisteredOffice, RegisteredPerson } from "../core/speakers/register.ts";
import { edtfOf } from "./edtf.ts";

/** A register as read, with what could not be understood of it. */
export interface RegisterReading {
  readonly register: Register;
  readonly problems: readonly Problem[];
}

/**
 * Reads a register of offices: Popolo JSON (popoloproject.com: persons, memberships, posts, organizations) or an export of
 * Wikidata's P39 "position held", as the query service gives it (JSON results, a JSON list, or CSV) with the columns
 * `person, personLabel, position, positionLabel` and, where known, `start` and `end`.
 */
export function readRegister(text: string): RegisterReading {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (/^[{[]/.test(trimmed)) {
    let value: unknown;
    try {
      value = JSON.parse(trimmed);
    } catch (error) {
      return failed(`The register is not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
    }
    return ofJson(value);
  }
  const rows = csvRows(trimmed);
  const [head = [], ...body] = rows;
  if (!head.includes("personLabel") || !head.includes("positionLabel"))
    return failed(
      "The register is neither Popolo JSON nor a Wikidata export with the columns personLabel and positionLabel.",
    );
  return ofWikidata(body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""]))));
}

type Fields = Readonly<Record<string, unknown>>;

function failed(message: string): RegisterReading {
  return { register: { persons: [] }, problems: [{ code: "register", message }] };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function ofJson(value: unknown): RegisterReading {
  if (Array.isArray(value)) return ofWikidata(listOf(value));
  if (!isFields(value)) return failed("The register is not an object with persons and memberships.");
  const results = value["results"];
  if (isFields(results))
    return ofWikidata(
      listOf(results["bindings"]).map((binding) =>
        Object.fromEntries(
          Object.entries(binding).map(([name, cell]) => [name, isFields(cell) ? cell["value"] : cell]),
        ),
      ),
    );
  if (Array.isArray(value["persons"])) return ofPopolo(value);
  return failed("The register has neither a list of persons (Popolo) nor results (Wikidata).");
}

function ofPopolo(value: Fields): RegisterReading {
  const problems: Problem[] = [];
  const byId = (list: readonly Fields[]): ReadonlyMap<string, Fields> =>
    new Map(list.flatMap((item) => (textOf(item["id"]) ? [[textOf(item["id"]) ?? "", item] as const] : [])));
  const posts = byId(listOf(value["posts"]));
  const organisations = byId(listOf(value["organizations"]));
  const memberships = listOf(value["memberships"]);
  const persons = listOf(value["persons"]).flatMap((person): RegisteredPerson[] => {
    const name = textOf(person["name"]);
    const id = textOf(person["id"]) ?? name;
    if (name === null || id === null) {
      problems.push({ code: "register", message: "A person without a name was left out." });
      return [];
    }
    const held = [...listOf(person["memberships"]), ...memberships.filter((one) => one["person_id"] === id)];
    const offices = held.flatMap((membership): RegisteredOffice[] => {
      const post = posts.get(textOf(membership["post_id"]) ?? "");
      const organisation = organisations.get(
        textOf(membership["organization_id"]) ?? textOf(post?.["organization_id"]) ?? "",
      );
      const title = textOf(membership["role"]) ?? textOf(post?.["label"]) ?? textOf(post?.["role"]);
      if (title === null) {
        problems.push({ code: "register", message: `A membership of ${name} without a role or post was left out.` });
        return [];
      }
      return [
        {
          title,
          organisation: textOf(organisation?.["name"]),
          from: dateOf(membership["start_date"], name, problems),
          to: dateOf(membership["end_date"], name, problems),
        },
      ];
    });
    const otherNames = listOf(person["other_names"]).flatMap((other) => textOf(other["name"]) ?? []);
    return [{ id, name, otherNames, offices }];
  });
  return { register: { persons }, problems };
}

function ofWikidata(rows: readonly Fields[]): RegisterReading {
  const problems: Problem[] = [];
  const persons = new Map<string, { name: string; offices: RegisteredOffice[] }>();
  for (const row of rows) {
    const name = textOf(row["personLabel"]);
    const title = textOf(row["positionLabel"]);
    if (name === null || title === null) {
      problems.push({ code: "register", message: "A row without personLabel or positionLabel was left out." });
      continue;
    }
    const id = (textOf(row["person"]) ?? name).replace(/^.*\/(Q\d+)$/, "$1");
    const person = persons.get(id) ?? { name, offices: [] };
    persons.set(id, person);
    person.offices.push({
      title,
      organisation: null,
      from: dateOf(row["start"], name, problems),
      to: dateOf(row["end"], name, problems),
    });
  }
  return { register: { persons: [...persons].map(([id, person]) => ({ id, otherNames: [], ...person })) }, problems };
}

function dateOf(value: unknown, name: string, problems: Problem[]): string | null {
  const given = textOf(value);
  if (given === null) return null;
  const date = edtfOf(given);
  if (date === null)
    problems.push({ code: "date", message: `A date of ${name} was not understood: ${JSON.stringify(given)}.` });
  return date;
}

/** Rows of RFC 4180 CSV. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (isQuoted) {
      if (char === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (char === '"') isQuoted = false;
      else cell += char;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = "";
    } else if (char !== "\r") cell += char;
  }
  row.push(cell);
  rows.push(row);
  return rows;
}
