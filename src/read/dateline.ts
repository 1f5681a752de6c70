import type { Line } from "./lines.ts";

/**
 * Length of the dateline that a paragraph begins with, in the line's characters; 0 where there is none. With an agency in
 * brackets it may stand anywhere; in capitals alone (`bare`) only the caller knows whether this is the first paragraph.
 *
 *     OSTRAVA BAY, Meridia (AP) — The harbour will open in May.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function datelineLength(line: Line, { bare }: { readonly bare: boolean }): number {
  const start = line.text.slice(0, 120);
  const match = WITH_AGENCY.exec(start) ?? (bare && line.words >= 8 ? IN_CAPITALS.exec(start) : null);
  return match === null ? 0 : match[0].trimEnd().length;
}

const AGENCIES =
  "AP|Reuters|REUTERS|AFP|CNN|UPI|dpa|DPA|EFE|ANSA|Xinhua|TASS|Interfax|Interfax-Ukraine|Ukrinform|UNIAN|Bloomberg|BNO|PTI|ANI|IANS|VOA|RFE/RL|NPR|CBS|NBC|ABC|FOX|Fox News|Kyodo|ANP|APA|CTK|PAP|BNS|LETA|ERR|BTA|SITA|Anadolu|AA|Yonhap|Associated Press";

/** A place, perhaps a country or state, perhaps a day. */
const AFTER_PLACE = "(?:, [\\p{L}\\d.'’ ]{2,25}){0,2}";

const WITH_AGENCY = new RegExp(
  `^\\p{Lu}[\\p{L}.'’ -]{2,30}${AFTER_PLACE}[, ]{1,2}\\((?:${AGENCIES})(?: [A-Z][\\w ]{1,20})?\\)(?: ?[-–—]{1,2}| ?:|(?= ?["“]?\\p{Lu}))|^\\p{Lu}[\\p{Lu}.'’ -]{2,30}(?:, [\\p{L}\\d ]{2,25}){1,2}\\. /[\\p{Lu}-]{2,12}/\\.?`,
  "u",
);

/** At most three words in capitals: longer ones are headings set into the paragraph. */
const IN_CAPITALS = new RegExp(
  `^\\p{Lu}{3}[\\p{Lu}.'’-]{0,20}(?: [\\p{Lu}.'’-]{1,20}){0,2}${AFTER_PLACE} ?[–—-]{1,2}\\s(?=["'“‘]?\\p{Lu})`,
  "u",
);
