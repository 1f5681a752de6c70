/** The oldest Node that runs this; package.json's `engines` says the same to npm. */
const OLDEST = 24;

/** False, with advice and exit status 1, on a Node that is too old. Imports nothing, so that any Node gets this far. */
export function startsProgram(): boolean {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return true;
  process.exitCode = 1;
  process.stderr.write(
    `onrecord: Node ${OLDEST} or newer is needed, and this is ${process.versions.node}. Install a newer one from nodejs.org; in a checkout, ` +
      "`npm run -s onrecord -- ...` brings its own.\n",
  );
  return false;
}
