/** Wrong use of the command line: exit status 2, with a pointer to the help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something outside failed, told to the person with what to do next: exit status 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** A failure in a person's words. What has no words of its own here is told as the system words it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return code in ADVICE ? `${error.message}. ${ADVICE[code]}` : error.message;
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full. Make room, then run the command again: it goes on where it stopped.",
  EACCES: "This user may not write there. Choose another place with --ledger FILE, or change the folder's permissions.",
  EPERM: "This user may not write there. Choose another place with --ledger FILE, or change the folder's permissions.",
  ENOTDIR: "A part of this path is a file, not a folder. Choose another place with --ledger FILE.",
  EROFS: "That disk is read-only. Choose another place with --ledger FILE.",
};
