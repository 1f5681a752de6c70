/** Labels of both chains, in BIO form. The numbers are in trained models: append, never renumber. */
export const OUTSIDE = 0;
export const SOURCE = 1;
export const CUE = 3;
export const CONTENT = 5;
/** B- is the label itself, I- the one after. */
export const LABELS = 7;

/** Probability that `token` is in a role, from the seven probabilities a token that the first chain gives. */
export function roleProbability(probabilities: Float32Array, token: number, role: number): number {
  const at = token * LABELS + role;
  return (probabilities[at] as number) + (probabilities[at + 1] as number);
}
