import { add } from "./add.ts";
import { articles } from "./articles.ts";
import { backup } from "./backup.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Command } from "./command.ts";
import { commitments } from "./commitments.ts";
import { conditions } from "./conditions.ts";
import { corrections } from "./corrections.ts";
import { dossier } from "./dossier.ts";
import { dump } from "./dump.ts";
import { enter } from "./enter.ts";
import { exportEntries } from "./export.ts";
import { extract } from "./extract.ts";
import { prove } from "./prove.ts";
import { rate } from "./rate.ts";
import { rebuild } from "./rebuild.ts";
import { redact } from "./redact.ts";
import { register } from "./register.ts";
import { reply } from "./reply.ts";
import { restore } from "./restore.ts";
import { review } from "./review.ts";
import { search } from "./search.ts";
import { serve } from "./serve.ts";
import { shifts } from "./shifts.ts";
import { show } from "./show.ts";
import { speakers } from "./speakers.ts";
import { timeline } from "./timeline.ts";
import { verify } from "./verify.ts";

/** Every sub-command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  extract,
  add,
  search,
  timeline,
  shifts,
  commitments,
  conditions,
  rate,
  show,
  articles,
  speakers,
  exportEntries,
  serve,
  review,
  enter,
  corrections,
  reply,
  dossier,
  register,
  verify,
  checkpoint,
  prove,
  rebuild,
  backup,
  dump,
  restore,
  redact,
];
