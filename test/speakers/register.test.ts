import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { compareWitnesses, holdersOf, officesAt } from "../../src/core/speakers/register.ts";
import { readRegister } from "../../src/read/register.ts";

const POPOLO = JSON.stringify({
  persons: [
    { id: "marren", name: "Ilva Marren", other_names: [{ name: "Ilva Märren" }] },
    { id: "veld", name: "Tomas Veld" },
    { id: "other", name: "Grete Marren" },
  ],
  organizations: [{ id: "gov", name: "Government of Kestria" }],
  posts: [{ id: "pm", label: "Prime Minister of Kestria", organization_id: "gov" }],
  memberships: [
    { person_id: "marren", post_id: "pm", start_date: "2021-04-02", end_date: "2024-12-09" },
    { person_id: "marren", role: "Commissioner for Neighbourhood", start_date: "2024-12-10" },
    { person_id: "veld", role: "President of Merovia", start_date: "2025-01" },
    { person_id: "veld" },
  ],
});

describe("a register of offices", () => {
  const { register, problems } = readRegister(POPOLO);

  it("reads Popolo and names what it left out", () => {
    assert.equal(register.persons.length, 3);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["A membership of Tomas Veld without a role or post was left out."],
    );
    assert.equal(register.persons[0]?.offices[0]?.organisation, "Government of Kestria");
  });

  it("gives the office held at a date, under any spelling of the name", () => {
    const titles = (name: string, date: string | null): string[] =>
      officesAt(register, name, date).map(({ title, held }) => `${title}: ${held}`);
    assert.deepEqual(titles("Ilva Marren", "2024-03-12"), ["Prime Minister of Kestria: certain"]);
    assert.deepEqual(titles("Ilva Märren", "2025-02"), ["Commissioner for Neighbourhood: certain"]);
    assert.deepEqual(titles("Ilva Marren", "2024"), [
      "Prime Minister of Kestria: possible",
      "Commissioner for Neighbourhood: possible",
    ]);
    assert.deepEqual(titles("Tomas Veld", "2025-01"), ["President of Merovia: possible"]);
    assert.deepEqual(titles("Marren", "2024-03-12"), [], "a surname alone is nobody for sure");
    assert.deepEqual(titles("Ilva Marren", "2019"), []);
  });

  it("shows whether the article's wording and the register agree", () => {
    const spring = officesAt(register, "Ilva Marren", "2024-03-12");
    assert.equal(compareWitnesses("Kestrian Prime Minister", spring), "agree");
    assert.equal(compareWitnesses("Kestria's PM", spring), "agree");
    assert.equal(compareWitnesses("prime minister", spring), "agree");
    assert.equal(compareWitnesses("now Kestria's new prime minister", spring), "agree");
    assert.equal(compareWitnesses("Commissioner", spring), "differ");
    assert.equal(compareWitnesses("Tarslandic Prime Minister", spring), "differ");
    assert.equal(compareWitnesses("prime minister", officesAt(register, "Bram Osei", "2024")), "silent");
  });

  it("answers for an office, any holder", () => {
    const holders = holdersOf(register, "Kestrian prime minister", "2023-05").map(({ person }) => person.name);
    assert.deepEqual(holders, ["Ilva Marren"]);
    assert.deepEqual(holdersOf(register, "Kestrian prime minister", "2026-01"), []);
  });

  it("reads Wikidata exports in their three shapes alike", () => {
    const row = {
      person: "http://www.wikidata.org/entity/Q1",
      personLabel: "Ilva Marren",
      position: "Q2",
      positionLabel: "prime minister of Kestria",
      start: "2021-04-02T00:00:00Z",
      end: "",
    };
    const csv = `person,personLabel,position,positionLabel,start,end\r\n${Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(",")}\r\n`;
    const bindings = {
      results: {
        bindings: [Object.fromEntries(Object.entries(row).map(([k, value]) => [k, { type: "literal", value }]))],
      },
    };
    const expected = [
      {
        id: "Q1",
        name: "Ilva Marren",
        otherNames: [],
        offices: [{ title: "prime minister of Kestria", organisation: null, from: "2021-04-02", to: null }],
      },
    ];
    for (const text of [csv, JSON.stringify([row]), JSON.stringify(bindings)])
      assert.deepEqual(readRegister(text).register.persons, expected);
  });

  it("says what is wrong with anything else", () => {
    for (const text of ["", "{", "[1]", '{"a":1}', "a,b\n1,2", '{"persons":[{}]}']) {
      const reading = readRegister(text);
      assert.deepEqual(reading.register.persons, []);
      if (text !== "[1]") assert.ok(reading.problems.length > 0, text);
    }
  });

  it("ships with a seed in the Popolo form that reads without a problem", () => {
    const seed = readRegister(readFileSync(new URL("../../data/register.json", import.meta.url), "utf8"));
    assert.deepEqual(seed.problems, []);
    assert.ok(seed.register.persons.length >= 20);
  });
});
