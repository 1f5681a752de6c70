import { writeSync } from "node:fs";
import { signerOf } from "../../src/ledger/integrity/signed-note.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { inventedArticle } from "./invented-articles.ts";

// A process to be killed, or to get into another's way: adds COUNT invented articles that are not there yet, beginning with START and
// going round. With a key it also reviews each, and signs a checkpoint after every tenth. Says what it is about to do ("adding 3"), and
// after each article that all of it is kept ("kept 3"). With a BATCH, it adds so many at a time, also those that are there, and says nothing.
const [location = "", count = "0", start = "0", key = "", batch] = process.argv.slice(2);
const articles = Number(count);
const ledger = await openLedger(location);
const signer = key === "" ? null : signerOf("test.example/ledger", key);
if (batch === undefined) for (let at = 0; at < articles; at++) await addOne((Number(start) + at) % articles);
else await addAll(Number(batch));
await ledger.close();

async function addOne(number: number): Promise<void> {
  const record = inventedArticle(number, { speakers: 60 });
  if (!(await ledger.has(record.article.hash, record.engine))) {
    say(`adding ${number}`);
    await ledger.add([record], "adder");
  }
  if (signer !== null) {
    const id = record.entries[0]?.id ?? "";
    if ((await ledger.reviews(id)).length === 0) {
      say(`reviewing ${number}`);
      await ledger.review(id, { decision: "confirm" }, "reviewer");
    }
    if (number % 10 === 9) {
      say(`signing ${number}`);
      await ledger.checkpoint(signer, "signer");
    }
  }
  say(`kept ${number}`);
}

async function addAll(atOnce: number): Promise<void> {
  for (let at = 0; at < articles; at += atOnce)
    await ledger.add(
      Array.from({ length: Math.min(atOnce, articles - at) }, (_, more) =>
        inventedArticle((Number(start) + at + more) % articles, { speakers: 60 }),
      ),
      "adder",
    );
}

function say(line: string): void {
  writeSync(1, `${line}\n`); // at once, also while nothing else gets its turn
}
