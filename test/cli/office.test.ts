import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { onrecord } from "./onrecord.ts";

describe("what is said in the name of an office alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-office-"));
  after(() => rmSync(folder, { recursive: true }));
  const env = { XDG_DATA_HOME: folder };
  const text = async (...args: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await onrecord(args, { env });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  it("is found by the office, with the register's holder beside it and no name given to the statement", async () => {
    const register = join(folder, "sund.json");
    writeFileSync(
      register,
      JSON.stringify({
        persons: [{ id: "p", name: "Oda Brekke" }],
        memberships: [{ person_id: "p", role: "President of Sund", start_date: "2023-01-01" }],
      }),
    );
    const address = join(folder, "address.txt");
    writeFileSync(address, "My fellow citizens! I know that we are tired. We will rebuild every school in Sund.\n");
    await text("register", "import", register);
    await text("add", address, "--title", "Address by the President of Sund", "--published", "2024-05-06");

    const found = await text("search", "--office", "President of Sund", "--format", "text");
    assert.match(found, /rebuild every school/u);
    assert.match(found, /the article: President of Sund · the register: Oda Brekke, President of Sund/u);
    assert.match(
      await text("timeline", "--office", "President of Sund", "--format", "text"),
      /nobody named\n1 statement/u,
    );

    const line = await text("search", "--office", "President of Sund", "--format", "jsonl");
    const { id, speaker } = JSON.parse(line) as { id: string; speaker: { name: string | null } }; // the command's own form
    assert.equal(speaker.name, null);
    assert.match(await text("show", id, "--format", "text"), /\(the article, no name\) · Oda Brekke/u);
  });
});
