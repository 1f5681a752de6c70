import type { Register } from "../core/speakers/register.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Drafts } from "./drafts.ts";
import { REVIEW_STATES, STATUSES } from "./question.ts";
import type { Scores } from "./scores.ts";
import type { Html, View } from "./view.ts";

/**
 * One page: what it knows (also its JSON twin, under /api) and how that looks. One WebPage a file, one list (`pages.ts`).
 * `answer` asks the ledger and decides nothing; `body` sees only what `answer` gave, so the twin can lack nothing.
 */
export interface WebPage<Answer> {
  /** As Hono writes it: `/articles/:id`. */
  readonly path: string;
  /** One sentence for the API's description. */
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** A script of the assets that only this page needs. */
  readonly script?: "reading.js" | "review.js" | "upload.js";
  answer(visit: Visit): Promise<Answer>;
  title(answer: Answer, view: View): string;
  body(answer: Answer, view: View): Html;
}

/** A parameter of the address's query, for the API's description. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly values?: readonly string[];
}

export interface Visit {
  readonly ledger: Ledger;
  readonly scores: Scores | null;
  /** The `:id` of the path, decoded; empty where there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** Who visits, as events would name them. */
  readonly by: string;
  readonly drafts: Drafts;
  /** Who held which office when: the second witness to a role. */
  readonly register: Register;
}

/** A page whose answer's type is closed over, so that pages of different answers stand in one list. */
export interface ListedPage {
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly script: string | null;
  visit(visit: Visit): Promise<{ readonly answer: unknown; title(view: View): string; body(view: View): Html }>;
}

export function listed<Answer>(page: WebPage<Answer>): ListedPage {
  return {
    path: page.path,
    summary: page.summary,
    parameters: page.parameters,
    script: page.script ?? null,
    async visit(visit) {
      const answer = await page.answer(visit);
      return { answer, title: (view) => page.title(answer, view), body: (view) => page.body(answer, view) };
    },
  };
}

/** What an address names is not in the ledger. */
export class NotInLedger extends Error {
  readonly kind: "article" | "statement" | "speaker" | "condition" | "draft" | "dossier";
  readonly id: string;
  constructor(kind: NotInLedger["kind"], id: string) {
    super(`No ${kind} ${JSON.stringify(id.slice(0, 80))} in this ledger`);
    this.name = "NotInLedger";
    this.kind = kind;
    this.id = id;
  }
}

export const PAGING: readonly Parameter[] = [
  { name: "size", description: "How many items a page holds, 1 to 200." },
  { name: "after", description: "The cursor `next` of the page before." },
];

export const QUESTION: readonly Parameter[] = [
  { name: "q", description: "Words to find in what was said." },
  { name: "speaker", description: "Id of a speaker, or a name as people write it." },
  { name: "role", description: "Office or title." },
  { name: "publisher", description: "Who published the article." },
  { name: "from", description: "First date, EDTF." },
  { name: "to", description: "Last date, EDTF." },
  { name: "kind", description: "Kind of attribution.", values: ["direct", "mixed", "indirect", "own"] },
  { name: "strength", description: "How strongly a commitment is put.", values: ["will", "plan", "may"] },
  { name: "commitment", description: "Only entries with a commitment.", values: ["1"] },
  { name: "conditional", description: "Only entries with a conditional commitment.", values: ["1"] },
  { name: "condition", description: "Id of a condition." },
  { name: "language", description: "Language of the article, ISO 639-1." },
  { name: "review", description: "State of review.", values: REVIEW_STATES },
  { name: "status", description: "How one of its commitments went.", values: STATUSES },
  { name: "confidence", description: "Least confidence, 0 to 1." },
];
