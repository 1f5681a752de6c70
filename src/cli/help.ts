import type { Command, Option } from "./command.ts";

/** What `onrecord --help` prints. */
export function overview(commands: readonly Command[]): string {
  return [
    "Usage: onrecord COMMAND [option]... [input]...",
    "",
    "Reads news and keeps the record of who said and promised what, each field tied to the words that prove it.",
    "",
    "Commands:",
    table(commands.map((command): [string, string] => [command.name, command.summary])).trimEnd(),
    "",
    "Every command has --help. --version prints the version. Results go to standard output, notices to standard error.",
    "Exit status: 0 done, 1 some input failed, 2 wrong use.",
    "",
  ].join("\n");
}

/** What `onrecord NAME --help` prints. `called` is how people call it. */
export function helpOf(command: Command, called: string): string {
  const rows = Object.entries({ ...command.options, help: HELP }).map(([name, option]): [string, string] => [
    `${option.short ? `-${option.short}, ` : ""}--${name}${option.value ? ` ${option.value}` : ""}`,
    option.help,
  ]);
  const notes = command.notes ? `\n${command.notes.trim()}\n` : "";
  return `Usage: ${called} ${command.usage}\n\n${command.summary}\n\nOptions:\n${table(rows)}${notes}`;
}

const HELP: Option = { type: "boolean", short: "h", help: "Show this help." };

/** Two columns, the second wrapped at 80. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
  const indent = " ".repeat(width + 4);
  return rows
    .map(([left, right]) => {
      const lines: string[] = [];
      for (const word of right.split(" ")) {
        const line = lines.at(-1);
        if (line === undefined || line.length + word.length + 1 > 80 - indent.length) lines.push(word);
        else lines[lines.length - 1] = `${line} ${word}`;
      }
      const head = left.length > width ? `  ${left}\n${indent}` : `  ${left.padEnd(width)}  `;
      return `${head}${lines.join(`\n${indent}`)}\n`;
    })
    .join("");
}
