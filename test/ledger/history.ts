import type { Ledger } from "../../src/ledger/ledger.ts";
import { inventedArticle } from "./invented-articles.ts";
import { BRIDGE, LATER_TRAINING, TRAINING } from "./press.ts";
import { readByHand } from "./read-by-hand.ts";

/** Lets everything happen to a ledger that can happen: new, repeated, moved, updated and re-read articles. */
export async function liveThrough(ledger: Ledger): Promise<void> {
  await ledger.add([BRIDGE, TRAINING], "ana");
  await ledger.add([{ ...TRAINING, article: { ...TRAINING.article, publisher: "Tarn Weekly" } }], "boro");
  const url = "https://veldan.example/road";
  await ledger.add(
    [
      readByHand(
        "Ana Ruiz said the road will open. Boro Hale said it is long.",
        [
          { content: "the road will open", speaker: "Ana Ruiz", commitments: [{ action: "the road will open" }] },
          { content: "it is long", speaker: "Boro Hale" },
        ],
        { url },
      ),
      LATER_TRAINING,
    ],
    "ana",
  );
  await ledger.add(
    [
      readByHand(
        "Ana Ruiz said the road will open. It rains.",
        [{ content: "the road will open", speaker: "Ana Ruiz" }],
        {
          url,
        },
      ),
    ],
    "ana",
  );
  await ledger.add(
    [
      readByHand(BRIDGE.article.text, [{ content: "the road is long", speaker: "Boro Hale" }], {
        ...BRIDGE.article,
        engine: "2.0.0",
      }),
    ],
    "ana",
  );
  await ledger.add(
    Array.from({ length: 12 }, (_, number) => inventedArticle(number, { speakers: 30, statements: 4 })),
    "ana",
  );
}
