import { add } from "./add.ts";
import { backup } from "./backup.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Command } from "./command.ts";
import { commitments } from "./commitments.ts";
import { conditions } from "./conditions.ts";
import { dossier } from "./dossier.ts";
import { dump } from "./dump.ts";
import { exportEntries } from "./export.ts";
import { extract } from "./extract.ts";
import { rebuild } from "./rebuild.ts";
import { redact } from "./redact.ts";
import { register } from "./register.ts";
import { restore } from "./restore.ts";
import { review } from "./review.ts";
import { search } from "./search.ts";
import { serve } from "./serve.ts";
import { show } from "./show.ts";
import { timeline } from "./timeline.ts";
import { verify } from "./verify.ts";

/** Every sub-command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  extract,
  add,
  search,
  timeline,
  commitments,
  conditions,
  show,
  exportEntries,
  serve,
  review,
  dossier,
  register,
  verify,
  checkpoint,
  rebuild,
  backup,
  dump,
  restore,
  redact,
];
