import type { Action } from "../action.ts";
import { backTo, textOf } from "../action.ts";

/** Takes another name for what is done from this browser, so that two people can review on one machine. */
export const sign: Action = {
  path: "/sign",
  async perform({ form }) {
    return { to: backTo(form, "/review"), as: textOf(form, "as", { longest: 80, needed: true }) };
  },
};
