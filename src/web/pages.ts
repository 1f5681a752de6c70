import { about } from "./pages/about.ts";
import { article } from "./pages/article.ts";
import { articles } from "./pages/articles.ts";
import { changes } from "./pages/changes.ts";
import { commitments } from "./pages/commitments.ts";
import { compare } from "./pages/compare.ts";
import { condition } from "./pages/condition.ts";
import { add } from "./pages/add.ts";
import { correct } from "./pages/correct.ts";
import { corrections } from "./pages/corrections.ts";
import { dossier } from "./pages/dossier.ts";
import { dossiers } from "./pages/dossiers.ts";
import { draft } from "./pages/draft.ts";
import { enter } from "./pages/enter.ts";
import { offices } from "./pages/offices.ts";
import { proposals } from "./pages/proposals.ts";
import { review } from "./pages/review.ts";
import { search } from "./pages/search.ts";
import { shifts } from "./pages/shifts.ts";
import { speaker } from "./pages/speaker.ts";
import { speakers } from "./pages/speakers.ts";
import { start } from "./pages/start.ts";
import { statement } from "./pages/statement.ts";
import type { ListedPage } from "./web-page.ts";
import { listed } from "./web-page.ts";

/** Every page there is; each has its JSON twin under /api. */
export const pages: readonly ListedPage[] = [
  listed(start),
  listed(search),
  listed(articles),
  listed(article),
  listed(changes),
  listed(speakers),
  listed(speaker),
  listed(shifts),
  listed(offices),
  listed(statement),
  listed(compare),
  listed(commitments),
  listed(condition),
  listed(dossiers),
  listed(dossier),
  listed(proposals),
  listed(review),
  listed(correct),
  listed(enter),
  listed(corrections),
  listed(add),
  listed(draft),
  listed(about),
];
