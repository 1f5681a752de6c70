import type { Commitment } from "../commitment.ts";
import type { Statement } from "../statement.ts";
import type { Act } from "./act.ts";
import type { Actors } from "./actors.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";

/** What it takes to say who is to act. */
export interface CommitterQuestion {
  readonly words: Words;
  readonly window: Window;
  readonly act: Act;
  readonly subject: TokenRange | undefined;
  readonly statement: Statement;
  readonly actors: Actors;
  readonly data: CommitmentData;
}

/** Who is to act, with the words that stand for them; null where nothing shows it. */
export type Committer = Commitment["committer"];
