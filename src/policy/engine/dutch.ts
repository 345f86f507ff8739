import type { IsoDate } from './types.ts';

/** A day as people write it, 31-03-2024. */
export function dutchDay(day: IsoDate): string {
  return `${day.slice(8, 10)}-${day.slice(5, 7)}-${day.slice(0, 4)}`;
}

/** A number the Dutch way with at most two decimals: 1.226 and 12,5. */
export function dutchNumber(value: number): string {
  const [whole = '0', decimals = ''] = String(Math.round(Math.abs(value) * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === '' ? '' : `,${decimals}`}`;
}

/** A number of things in words: "1 dag", "2 dagen". */
export function dutchCount(count: number, one: string, many: string): string {
  return `${dutchNumber(count)} ${count === 1 ? one : many}`;
}

/** An age as people say it: 24 is "2 jaar", 30 is "2 jaar en 6 maanden". */
export function dutchAge(ageMonths: number): string {
  const years = Math.floor(ageMonths / 12);
  const months = ageMonths - years * 12;
  const inMonths = dutchCount(months, 'maand', 'maanden');
  if (years === 0) return inMonths;
  return months === 0 ? `${years} jaar` : `${years} jaar en ${inMonths}`;
}
