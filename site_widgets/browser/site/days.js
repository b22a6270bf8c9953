// Days where the reader is.

const two = (number) => String(number).padStart(2, "0");

/** Today as a date field writes it. */
export function today() {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day in words: 22 November 2026. */
export function inWords(day) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** The day so many months on; the month's last day where it has fewer days. */
export function monthsOn(day, months) {
  const [year, month, date] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.getUTCFullYear()}-${two(last.getUTCMonth() + 1)}-${two(Math.min(date, last.getUTCDate()))}`;
}
