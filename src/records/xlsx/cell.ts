import { addDays } from '../../policy/engine/days.ts';
import type { ShowsDay } from './styles.ts';

/** A cell with content. A fault is a cell whose content we do not have; its `why` is Dutch. */
export type Cell =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'day'; readonly text: string }
  | { readonly kind: 'fault'; readonly text: string; readonly why: string };

/** A cell as it stands in the XML. */
export interface RawCell {
  readonly type: string | undefined;
  readonly style: string | undefined;
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly hasFormula: boolean;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly showsDay: ShowsDay;
  /** Whether day 0 is 1 January 1904, as in workbooks from old Macs. */
  readonly from1904: boolean;
}

const fault = (why: string, text = ''): Cell => ({ kind: 'fault', text, why });

/** What a cell holds; undefined when it is empty. A formula counts as the value that was saved with it. */
export function cellOf(raw: RawCell, context: CellContext): Cell | undefined {
  if (raw.type === 'inlineStr') return textCell(raw.inline);
  if (raw.value === undefined || (raw.value === '' && raw.type !== 'str')) {
    return raw.hasFormula ? fault('de formule in deze cel is nog niet uitgerekend; open het bestand in Excel en sla het op.') : undefined;
  }
  if (raw.type === 'e') return fault('de formule in deze cel geeft een fout.', raw.value);
  if (raw.type === 's') return sharedCell(context.strings[Number(raw.value)]);
  if (raw.type === 'str') return textCell(raw.value);
  if (raw.type === 'b') return { kind: 'boolean', text: raw.value === '1' ? 'waar' : 'onwaar' };
  if (raw.type === 'd') return { kind: 'day', text: dutchDay(raw.value.slice(0, 10)) };
  return numberCell(Number(raw.value), context.showsDay(raw.style), context.from1904);
}

function textCell(text: string | undefined): Cell | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : { kind: 'text', text: trimmed };
}

function sharedCell(text: string | undefined): Cell | undefined {
  return text === undefined ? fault('de inhoud van deze cel ontbreekt in het bestand.') : textCell(text);
}

const LAST_SERIAL = 2_958_465;
const MOST_DIGITS = 1e15;

function numberCell(number: number, isDay: boolean, from1904: boolean): Cell {
  if (!Number.isFinite(number)) return fault('is geen getal.');
  if (isDay && number >= 1 && number <= LAST_SERIAL) return { kind: 'day', text: dutchDay(dayOfSerial(number, from1904)) };
  if (Math.abs(number) >= MOST_DIGITS) return fault('dit getal heeft meer cijfers dan Excel bewaart; geef de kolom de opmaak Tekst en typ de waarde opnieuw.', String(number));
  // Fifteen digits are what Excel shows; the rest is the noise of a calculation.
  return { kind: 'number', text: String(Number(number.toPrecision(15))) };
}

/** The day that a serial number stands for; a time of the day does not count. True from 1 March 1900 on. */
function dayOfSerial(serial: number, from1904: boolean): string {
  return addDays(from1904 ? '1904-01-01' : '1899-12-30', Math.floor(serial));
}

const dutchDay = (iso: string): string => iso.split('-').reverse().join('-');
