import { signerOf } from "../../src/ledger/integrity/signed-note.ts";
import { openLedger } from "../../src/ledger/open.ts";
import { inventedArticle } from "./invented-articles.ts";

// A process to be killed, or to get into another's way: adds COUNT invented articles that are not there yet, beginning with START and
// going round, and says after each that it is kept. With a key it also reviews each, and signs a checkpoint after every tenth.
const [location = "", count = "0", start = "0", key] = process.argv.slice(2);
const ledger = await openLedger(location);
const signer = key === undefined ? null : signerOf("test.example/ledger", key);
for (let at = 0; at < Number(count); at++) {
  const number = (Number(start) + at) % Number(count);
  const record = inventedArticle(number, { speakers: 60 });
  if (!(await ledger.has(record.article.hash, record.engine))) await ledger.add([record], "adder");
  if (signer !== null) {
    const id = record.entries[0]?.id ?? "";
    if ((await ledger.reviews(id)).length === 0) await ledger.review(id, { decision: "confirm" }, "reviewer");
    if (number % 10 === 9) await ledger.checkpoint(signer, "signer");
  }
  process.stdout.write(`${number}\n`);
}
await ledger.close();
