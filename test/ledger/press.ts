import type { ReadArticle } from "../../src/ledger/ledger.ts";
import { readByHand } from "./read-by-hand.ts";

/** A promise with a condition, a plain statement, and a headline that repeats. */
export const BRIDGE: ReadArticle = readByHand(
  "Bridge to open\n\nHousing Minister Ana Ruiz said the bridge will open in May once the flood ends. Boro Hale said the road is long.",
  [
    {
      content: "the bridge will open in May once the flood ends",
      speaker: "Ana Ruiz",
      role: "Housing Minister",
      cue: "said",
      commitments: [{ action: "the bridge will open in May", condition: "once the flood ends" }],
    },
    { content: "the road is long", speaker: "Boro Hale" },
    { content: "Bridge to open", speaker: "Ana Ruiz", repeats: 0 },
  ],
  { publisher: "Veldan Courier", published: "2025-05", url: "https://veldan.example/1" },
);

/** A prime minister, an unnamed official, and somebody who perhaps said something. */
export const TRAINING: ReadArticle = readByHand(
  "Prime Minister of Velda Elka Thorn said training soldiers within Moravia is no risk. She said the harvest was good. " +
    "A senior official said the council plans to mend roads. Perhaps Faro Lint said so.",
  [
    { content: "training soldiers within Moravia is no risk", speaker: "Elka Thorn", role: "Prime Minister of Velda" },
    { content: "the harvest was good", speaker: "Elka Thorn" },
    {
      content: "the council plans to mend roads",
      speaker: "senior official",
      commitments: [{ action: "mend roads", strength: "plan" }],
    },
    { content: "so", speaker: "Faro Lint", confidence: 0.3 },
  ],
  { publisher: "Morava Post", published: "2024" },
);

/** The same person in her next office. */
export const LATER_TRAINING: ReadArticle = readByHand(
  "High Envoy of the Union Elka Thorn said the union plans to send military instructors to Moravia as part of a training mission. " +
    "She said the weather is cold.",
  [
    {
      content: "the union plans to send military instructors to Moravia as part of a training mission",
      speaker: "Elka Thorn",
      role: "High Envoy of the Union",
    },
    { content: "the weather is cold", speaker: "Elka Thorn" },
  ],
  { publisher: "Morava Post", published: "2025-08" },
);
