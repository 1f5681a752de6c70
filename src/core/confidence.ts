/**
 * What pages and commands show unless asked for more, of statements and of their commitments alike. For statements it was chosen on the dev split of
 * PolNeAR so that at least five in six of those shown are right; commitments from it on are as likely right as not at the least, and four in five all
 * together (`eval/README.md`).
 */
export const DEFAULT_CONFIDENCE: number = 0.55;

/** Too unlikely to be shown unless somebody asks for it; wherever it is shown, it says so. */
export function isDoubtful({ confidence }: { readonly confidence: number }): boolean {
  return confidence < DEFAULT_CONFIDENCE;
}

/** What the ledger keeps: entries and commitments below this are too unlikely to be worth a person's time. */
export const LOWEST_KEPT_CONFIDENCE: number = 0.1;
