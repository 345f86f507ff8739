/** Days as ISO text, in the plainest way: on the fingers. Agrees with PostgreSQL's `date + interval 'n months'`. */

export type Day = string;

const lengthOf = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};
const split = (day: Day): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
const write = (year: number, month: number, day: number): Day => `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export function nextDay(day: Day): Day {
  const [year, month, number] = split(day);
  if (number < lengthOf(year, month)) return write(year, month, number + 1);
  return month < 12 ? write(year, month + 1, 1) : write(year + 1, 1, 1);
}

export function dayBefore(day: Day): Day {
  const [year, month, number] = split(day);
  if (number > 1) return write(year, month, number - 1);
  return month > 1 ? write(year, month - 1, lengthOf(year, month - 1)) : write(year - 1, 12, 31);
}

export function plusDays(day: Day, count: number): Day {
  let result = day;
  for (let i = 0; i < count; i += 1) result = nextDay(result);
  for (let i = 0; i > count; i -= 1) result = dayBefore(result);
  return result;
}

/** The same day of the month, or the last day of a month that is too short. */
export function plusMonths(day: Day, count: number): Day {
  let [year, month] = split(day);
  const number = split(day)[2];
  for (let i = 0; i < count; i += 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  for (let i = 0; i > count; i -= 1) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return write(year, month, Math.min(number, lengthOf(year, month)));
}

/** Days from the one up to the other. */
export function daysFrom(first: Day, until: Day): number {
  return (Date.parse(`${until}T12:00:00Z`) - Date.parse(`${first}T12:00:00Z`)) / (24 * 60 * 60 * 1000);
}

/** Months that a child has completed. */
export function monthsOld(birth: Day, day: Day): number {
  let months = 0;
  while (plusMonths(birth, months + 1) <= day) months += 1;
  return months;
}
