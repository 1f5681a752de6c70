import { add } from "./add.ts";
import type { Command } from "./command.ts";
import { commitments } from "./commitments.ts";
import { exportEntries } from "./export.ts";
import { extract } from "./extract.ts";
import { search } from "./search.ts";
import { serve } from "./serve.ts";
import { show } from "./show.ts";
import { timeline } from "./timeline.ts";

/** Every sub-command, in the order of the help. */
export const COMMANDS: readonly Command[] = [extract, add, search, timeline, commitments, show, exportEntries, serve];
