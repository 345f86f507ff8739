/** The Dutch calendar without any of the product's own code, as what its schedule is compared with. */
const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "2026-11-02 09:00": what a clock on a Dutch wall shows. */
export const wallClock = (moment: number): string => CLOCK.format(moment);

export interface CalendarWeek { readonly key: string; readonly monday: string; readonly startsAt: number; readonly endsAt: number }

const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The first moment of a day at which the clock on the wall shows this hour or a later one. */
export function firstAt(day: string, hour: number): number {
  const [from, until] = [`${day} ${String(hour).padStart(2, '0')}:00`, `${day} 24:00`];
  for (let moment = Date.parse(`${day}T00:00:00Z`) - 2 * HALF_HOUR_MS * 2; ; moment += HALF_HOUR_MS) {
    const shown = wallClock(moment);
    if (shown >= from && shown < until) return moment;
  }
}

/** Weeks of one year, counted from the Monday of its first. */
export function weeksOf(year: number, firstMonday: string, count: number): CalendarWeek[] {
  return Array.from({ length: count }, (_, index) => {
    const monday = plusDays(firstMonday, 7 * index);
    return { key: `${year}-W${String(index + 1).padStart(2, '0')}`, monday, startsAt: firstAt(monday, 0), endsAt: firstAt(plusDays(monday, 7), 0) };
  });
}

export const dueIn = ({ monday }: CalendarWeek, day: number, hour: number): number => firstAt(plusDays(monday, day - 1), hour);

/** "29-06-2026". */
export const written = (day: string): string => day.split('-').reverse().join('-');
