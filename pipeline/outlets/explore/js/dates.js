// Days, months and years as precise as a release tells them.

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date in words: 7 February 2024, February 2024 or 2024. */
export function inWords(date) {
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return [day ? Number(day) : "", name ?? "", year].filter(Boolean).join(" ");
}

/** The first day a date can mean; dates compare as text. */
export function firstDay(date) {
  return date + "-01-01".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** The last day a date can mean; no month ends after its 31st. */
export function lastDay(date) {
  return date + "-12-31".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}
