/**
 * An EDTF date in words: `2025-08-25` "25 August 2025", `XXXX-08-25` "25 August, year not given", `2024-21` "spring 2024".
 * What is no such date comes back as it is: a date is never made up, nor lost.
 */
export function dateInWords(date: string): string {
  const parts = /^(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?([~?%]?)$/u.exec(date);
  if (!parts) return date;
  const [, year = "", month = "", day = "", doubt = ""] = parts;
  const monthName = SEASONS[month] ?? MONTHS[Number(month) - 1];
  if (month !== "" && month !== "XX" && monthName === undefined) return date;
  const dayAndMonth = [day === "" || day === "XX" ? "" : String(Number(day)), monthName ?? ""]
    .filter(Boolean)
    .join(" ");
  const words =
    year === "XXXX"
      ? `${dayAndMonth}${dayAndMonth && ", "}year not given`
      : [dayAndMonth, year].filter(Boolean).join(" ");
  return doubt === "" ? words : `about ${words}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };
