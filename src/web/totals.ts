import type { Page } from "../ledger/ledger.ts";
import type { MessageKey } from "./messages/message.ts";
import type { View } from "./view.ts";

/** How many there are: the number, or where the ledger stopped counting, that there are more. */
export function totalInWords(
  page: Pick<Page<unknown>, "total" | "atLeast">,
  key: Extract<MessageKey, `count${string}` | "reviewWaiting">,
  { say }: View,
): string {
  const what = say(key, { count: page.total });
  return page.atLeast === true ? say("moreThan", { what }) : what;
}

/** How many entries wait for a visitor's decision. */
export function reviewInWords(queue: Pick<Page<unknown>, "total" | "atLeast">, view: View): string {
  return totalInWords(queue, "reviewWaiting", view);
}
