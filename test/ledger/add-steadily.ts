import { setTimeout as sleep } from "node:timers/promises";
import { openLedger } from "../../src/ledger/open.ts";
import { inventedArticle } from "./invented-articles.ts";

// A process that goes on adding until it is stopped: invented articles from number FROM on, RATE statements a second, one article a
// transaction. Says when it begins, and in the end how many articles it has added.
const [location = "", from = "0", rate = "100"] = process.argv.slice(2);
const STATEMENTS = 6;
const ledger = await openLedger(location);
const going = { on: true };
process.on("SIGTERM", () => (going.on = false));
process.stdout.write("begins\n");
const begun = performance.now();
let added = 0;
while (going.on) {
  await ledger.add([inventedArticle(Number(from) + added, { statements: STATEMENTS, speakers: 5000 })], "adder");
  added++;
  const wait = begun + ((added * STATEMENTS) / Number(rate)) * 1000 - performance.now();
  if (wait > 0) await sleep(wait);
}
await ledger.close();
process.stdout.write(`${added}\n`);
