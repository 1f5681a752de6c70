import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Register } from "../../src/core/speakers/register.ts";
import type { WordedRole } from "../../src/core/speakers/witnesses.ts";
import { holderAt, witnessesAt, witnessesOf } from "../../src/core/speakers/witnesses.ts";

const office = (
  title: string,
  from: string | null,
  to: string | null,
): Register["persons"][number]["offices"][number] => ({
  title,
  organisation: null,
  from,
  to,
});
const register: Register = {
  persons: [
    {
      id: "marn",
      name: "Ilse Marn",
      otherNames: [],
      offices: [
        office("Transport Minister of Velmar", "2023-01-10", "2025-06-30"),
        office("Prime Minister of Velmar", "2025-07-01", null),
      ],
    },
  ],
};

describe("witnessesOf", () => {
  const said = (title: string, first: string | null, last: string | null): WordedRole => ({ title, first, last });
  const agreement = (name: string, spell: WordedRole): string | undefined =>
    witnessesOf({ name, roleSpells: [spell] }, register).roles[0]?.agreement;

  it("tells at each date whether the register has the office that the article words", () => {
    assert.equal(agreement("Ilse Marn", said("Transport Minister", "2025-03-04", "2025-03-04")), "agree");
    assert.equal(agreement("Ilse Marn", said("Velmar's prime minister", "2025-09", "2025-09")), "agree");
    assert.equal(agreement("Ilse Marn", said("Prime Minister", "2024-05-01", "2024-05-01")), "differ");
    assert.equal(agreement("Ilse Marn", said("Mayor", "2019", "2019")), "silent");
    assert.equal(agreement("Bertil Quade", said("Opposition leader", "2025", "2025")), "silent");
  });

  it("shows a disagreement at either end of a wording's time", () => {
    assert.equal(agreement("Ilse Marn", said("Transport Minister", "2025-03-04", "2025-12-01")), "differ");
  });

  it("asks for no date where the article has none", () => {
    assert.equal(agreement("Ilse Marn", said("Transport Minister", null, null)), "agree");
  });
});

describe("witnessesAt", () => {
  it("gives what the register has at the date of one statement", () => {
    const { offices, agreement } = witnessesAt("Ilse Marn", "Transport Minister", "2025-03-04", register);
    assert.equal(agreement, "agree");
    assert.deepEqual(
      offices.map(({ title, held }) => [title, held]),
      [["Transport Minister of Velmar", "certain"]],
    );
  });
});

describe("holderAt", () => {
  it("names the one holder of an office on a day", () => {
    assert.equal(holderAt("Prime Minister of Velmar", "2025-09-01", register)?.name, "Ilse Marn");
  });

  it("names nobody before the term, on a day that may be either, without a date, or for another land", () => {
    assert.equal(holderAt("Prime Minister of Velmar", "2025-01-01", register), null);
    assert.equal(holderAt("Prime Minister of Velmar", "2025", register), null);
    assert.equal(holderAt("Prime Minister of Velmar", null, register), null);
    assert.equal(holderAt("Prime Minister of Kestria", "2025-09-01", register), null);
  });

  it("names nobody where the register has two", () => {
    const [marn] = register.persons;
    const two = marn === undefined ? [] : [marn, { ...marn, id: "other", name: "Bertil Quade" }];
    assert.equal(holderAt("Prime Minister of Velmar", "2025-09-01", { persons: two }), null);
  });
});
