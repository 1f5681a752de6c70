/** What was chosen on dev. */
export const ATTRIBUTION_TRAINING = {
  seed: 2026,
  /** Folds of the text models, and of the chains and trees: what feeds a stage was made without the article at hand. */
  textFolds: 5,
  folds: 5,
  paragraph: { bits: 18, epochs: 10, rate: 0.015, dropout: 0.5, range: 1.5 },
  cue: { bits: 18, epochs: 8, rate: 0.02, dropout: 0.5, range: 1.5 },
  exact: { rounds: 120, leaves: 20, rate: 0.1, smallest: 30, ridge: 5, rows: 0.7, features: 0.5 },
  ranker: { rounds: 200, leaves: 24, rate: 0.08, smallest: 30, ridge: 5, rows: 0.7, features: 0.5 },
  second: { rounds: 240, leaves: 16, rate: 0.06, smallest: 60, ridge: 5, rows: 0.7, features: 0.5 },
} as const;
