import { COMMANDS } from "./commands.ts";
import { helpOf, overview } from "./help.ts";

/** The text of docs/cli.md: what every `--help` says. `npm run docs` writes it. */
export function cliDocument(): string {
  const block = (help: string): string => `\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`;
  return [
    "# The command line\n",
    "Made from the commands' own `--help` by `npm run docs`; do not edit. In a checkout, `onrecord` is `npm run -s onrecord --`.\n",
    block(overview(COMMANDS)),
    ...COMMANDS.map(
      (command) => `## onrecord ${command.name}\n\n${block(helpOf(command, `onrecord ${command.name}`))}`,
    ),
  ].join("\n");
}
