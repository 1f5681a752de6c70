import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { onrecord } from "./onrecord.ts";

describe("onrecord register", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-register-"));
  after(() => rmSync(folder, { recursive: true }));
  const env = { XDG_DATA_HOME: folder };

  it("tells an office at a date, and whether a wording agrees", async () => {
    const told = await onrecord(["register", "of", "Ilva Marren", "--on", "2024-03", "--worded", "Kestrian PM"], {
      env,
    });
    assert.equal(told.status, 0, told.stderr);
    assert.match(told.stdout, /Prime Minister of Kestria .*\nThe wording and the register agree\./);
  });

  it("imports a register, which then answers beside the one that comes with the program", async () => {
    const file = join(folder, "bench.json");
    const register = {
      persons: [{ id: "p", name: "Oda Brekke" }],
      memberships: [{ person_id: "p", role: "Speaker of the Althing of Sund", start_date: "2023" }],
    };
    writeFileSync(file, JSON.stringify(register));
    assert.equal((await onrecord(["register", "import", file], { env })).status, 0);
    const told = await onrecord(["register", "holders", "Speaker of the Althing", "--format", "json"], { env });
    const answer: unknown = JSON.parse(told.stdout);
    assert.deepEqual(answer, {
      offices: [
        {
          person: "Oda Brekke",
          title: "Speaker of the Althing of Sund",
          organisation: null,
          from: "2023",
          to: null,
          held: "possible",
        },
      ],
      agreement: null,
      articles: [],
    });
  });

  it("refuses what is no register, and wrong use", async () => {
    const file = join(folder, "broken.json");
    writeFileSync(file, "{");
    const broken = await onrecord(["register", "import", file], { env });
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /not valid JSON/);
    assert.equal((await onrecord(["register"], { env })).status, 2);
    assert.equal((await onrecord(["register", "of", "X", "--on", "soon"], { env })).status, 2);
  });
});
