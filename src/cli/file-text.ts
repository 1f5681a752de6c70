import { readFileSync } from "node:fs";
import { Failure, messageOf } from "./failure.ts";

/** The text of a file that an option names; `what` says what it should hold. */
export function fileText(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`The ${what} ${file} could not be read: ${messageOf(error)}`, { cause: error });
  }
}
