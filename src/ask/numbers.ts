import type { IsoDate } from '../policy/engine/types.ts';

/** Dutch writing of numbers and days. Imports nothing at run time, so anything may use it. */

function requireCount(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} must be a whole number of 0 or more, got ${value}`);
}

/** "1.226", "-3". Throws RangeError on anything but a safe integer. */
export function formatCount(count: number): string {
  requireCount(Math.abs(count), 'count');
  const digits = String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, '.');
  return count < 0 ? `-${digits}` : digits;
}

/**
 * "83,9%" for 26 of 31: one decimal, half rounded up, on integers so that no binary
 * fraction can tip it. Exactly none and exactly all lose the decimal ("0%", "100%"),
 * so that "100,0%" tells that it is not quite all.
 * Throws RangeError when there is nothing to divide by: that is for the caller to say.
 */
export function formatPercent(numerator: number, denominator: number): string {
  requireCount(numerator, 'numerator');
  requireCount(denominator, 'denominator');
  if (denominator === 0) throw new RangeError('a percentage of nothing does not exist');
  if (numerator === 0 || numerator === denominator) return numerator === 0 ? '0%' : '100%';
  const over = BigInt(denominator);
  const perMille = Number((BigInt(numerator) * 2000n + over) / (2n * over));
  return `${formatCount(Math.floor(perMille / 10))},${perMille % 10}%`;
}

/** "2,5" with as many decimals as asked; half rounded away from zero on the decimal digits. */
export function formatDecimal(value: number, decimals = 1): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) throw new RangeError(`cannot write ${value}`);
  const size = Math.abs(value);
  // Shifting the decimal text keeps 1.005 from becoming 100.49999.
  const shifted = String(size).includes('e') ? 0 : Math.round(Number(`${size}e${decimals}`));
  const digits = String(shifted).padStart(decimals + 1, '0');
  const whole = formatCount(Number(digits.slice(0, digits.length - decimals)));
  const sign = value < 0 && shifted > 0 ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole},${digits.slice(-decimals)}`;
}

/** "31-03-2024" for '2024-03-31'. */
export function formatDay(iso: IsoDate): string {
  return `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`;
}

const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** A moment (ISO with zone) on the Dutch clock: "22-11-2026 10:41". */
export function formatMoment(iso: string): string {
  const { day, month, year, hour, minute } = Object.fromEntries(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${day}-${month}-${year} ${hour}:${minute}`;
}

/** An age or length in whole months: "2 jaar en 6 maanden", "1 maand". */
export function formatMonths(months: number): string {
  requireCount(months, 'months');
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const restText = `${rest} ${rest === 1 ? 'maand' : 'maanden'}`;
  if (years === 0) return restText;
  return rest === 0 ? `${years} jaar` : `${years} jaar en ${restText}`;
}
