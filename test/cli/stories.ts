const PEOPLE = ["Ana Ruiz", "Tomas Veld", "Senna Lindh", "Jarek Dovin", "Klara Noss", "Emil Hartog"];
const ROLES = ["Housing Minister", "Energy Minister", "Mayor", "Foreign Minister"];
const DEEDS = ["build a bridge", "open the harbour", "repair the grid", "plant a forest", "pay the teachers"];
const CONDITIONS = ["if parliament agrees", "once the war ends", "after a ceasefire", "unless the floods return"];

/** An invented story; another number, another story. */
export function story(number: number): string {
  const pick = (list: readonly string[], step: number): string => list[(number * 7 + step) % list.length] ?? "";
  const name = pick(PEOPLE, 0);
  const last = name.split(" ")[1] ?? name;
  return [
    `${pick(ROLES, 1)} ${name} promised on Tuesday to ${pick(DEEDS, 2)} in district ${number}.`,
    "",
    `“We will ${pick(DEEDS, 2)} ${pick(CONDITIONS, 3)},” ${last} told reporters in Port Sable. “And we will do it by ${2027 + (number % 5)}.”`,
    "",
    `${pick(PEOPLE, 4)}, an opposition leader, said that the plan would cost ${number + 3} million crowns.`,
    "",
    `According to the ministry, ${last}'s offer stands. She added that it could be renewed.`,
  ].join("\n");
}

/** A jsonl file of stories, numbered from 1. */
export function storyLines(count: number): string {
  const lines: string[] = [];
  for (let number = 1; number <= count; number++)
    lines.push(
      JSON.stringify({
        id: `story-${number}`,
        text: story(number),
        publisher: "The Harbour Post",
        published: "2026-03-02",
      }),
    );
  return `${lines.join("\n")}\n`;
}
