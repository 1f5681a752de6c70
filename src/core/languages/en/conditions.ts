import type { ConditionWords } from "../../commitments/condition-words.ts";

/** English for normalising conditions. */
export const englishConditions: ConditionWords = {
  markers: new Set(
    (
      "if unless once until before without after when whenever provided providing pending awaiting assuming upon following as soon " +
      "long condition conditional conditioned contingent depending subject exchange return case event should were"
    ).split(" "),
  ),
  empty: new Set(
    (
      "a an the any another some this that these those its their his her our my your such " +
      "only then even but and so as on in to for by with from at of " +
      "is are was were be been being has have had do does did will would shall should can could may might must " +
      "it he she they we i you there take takes place happen happens come comes go goes first also finally actually ever"
    ).split(" "),
  ),
  of: "of",
  suffixes: [
    ["ings", ""],
    ["ing", ""],
    ["ies", "y"],
    ["ied", "y"],
    ["ed", ""],
    ["es", ""],
    ["s", ""],
  ],
  irregular: new Map(
    Object.entries({
      won: "win",
      wins: "win",
      winning: "win",
      gave: "give",
      given: "give",
      made: "make",
      paid: "pay",
      left: "leave",
      over: "end",
      congress: "congress",
      process: "process",
      progress: "progress",
    }),
  ),
  families: [
    // how a war stops
    [
      "ceasefire",
      "truce",
      "armistice",
      "peace",
      "war end",
      "fight end",
      "fight stop",
      "conflict end",
      "hostility end",
      "hostility cease",
      "hostility stop",
    ],
    // how somebody comes to office
    ["elect", "win election", "win november", "become president", "take office"],
    // consent of a legislature
    ["congress", "parliament", "senate", "lawmaker", "legislature"],
  ],
};
