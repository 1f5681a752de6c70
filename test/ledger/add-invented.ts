import { signerOf } from "../../src/ledger/integrity/signed-note.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { inventedArticle } from "./invented-articles.ts";

// A process to be killed, or to get into another's way: adds COUNT invented articles that are not there yet, beginning with START and
// going round. With a key it also reviews each, and signs a checkpoint after every tenth. Says what it is about to do ("adding 3"), and
// after each article that all of it is kept ("kept 3").
const [location = "", count = "0", start = "0", key] = process.argv.slice(2);
const ledger = await openLedger(location);
const signer = key === undefined || key === "" ? null : signerOf("test.example/ledger", key);
for (let at = 0; at < Number(count); at++) {
  const number = (Number(start) + at) % Number(count);
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
await ledger.close();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
