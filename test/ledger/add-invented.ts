import { openLedger } from "../../src/ledger/open.ts";
import { inventedArticle } from "./invented-articles.ts";

// A process to be killed: adds the invented articles 0 to COUNT that are not there yet, and says after each that it is kept.
const [location = "", count = "0"] = process.argv.slice(2);
const ledger = await openLedger(location);
for (let number = 0; number < Number(count); number++) {
  const record = inventedArticle(number, { speakers: 60 });
  if (!(await ledger.has(record.article.hash, record.engine))) await ledger.add([record], "adder");
  process.stdout.write(`${number}\n`);
}
await ledger.close();
