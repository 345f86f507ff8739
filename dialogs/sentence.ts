import type { FormValues } from '../cards/models.ts';
import { addDays, addMonths } from '../src/policy/engine/days.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { IsoDate } from '../src/policy/engine/types.ts';
import { readSentence, type SentenceReading, type SentenceWords } from '../src/ask/read-sentence.ts';
import type { Prefill } from './dialog.ts';
import { present } from './fields.ts';

/** A sentence read for a form, with remarks on what the person should look at. */
export interface ReadSentence extends SentenceReading {
  readonly dayValue?: IsoDate;
  readonly remarks: readonly string[];
}

/**
 * The day for a field. Empty when a day was named that cannot be used: the form's own
 * default must not stand there as if it was what the person said.
 */
export function dayFor(field: string, { day, dayValue }: ReadSentence): FormValues {
  if (dayValue !== undefined) return { [field]: dayValue };
  return day?.kind === 'impossible' || day?.kind === 'several' ? { [field]: '' } : {};
}

const NO_REASONS: SentenceWords = { reasons: [] };

/** How a day in the sentence is read. */
export interface DayMeaning {
  /** What it is called on the form ("startdatum"), for the remark. */
  readonly called: string;
  /** A day without a year is not later than this, when that day exists a year earlier. */
  readonly latest: IsoDate;
}

export function readForForm(sentence: string, today: IsoDate, { called: asDay, latest }: DayMeaning, words: SentenceWords = NO_REASONS): ReadSentence {
  const reading = notLaterThan(readSentence(sentence, today, words), latest);
  const day = reading.day?.kind === 'day' ? reading.day.day : undefined;
  return { ...reading, ...present('dayValue', day), remarks: [...dayRemarks(reading, sentence, asDay), ...otherRemarks(reading)] };
}

/**
 * The last day of a placement. "Per 1 maart" and "vanaf 1 maart" name the first day away,
 * as does "tot 1 maart"; "op", "t/m" and a bare date name the last day itself.
 */
export function readLastDay(sentence: string, today: IsoDate, latest: IsoDate, words: SentenceWords): ReadSentence {
  const reading = readForForm(sentence, today, { called: 'laatste dag', latest }, words);
  const { day: dayReading } = reading;
  if (dayReading?.kind !== 'day' || !isFirstDayAway(dayReading.preposition)) return reading;
  const lastDay = addDays(dayReading.day, -1);
  const typed = quoted(sentence.slice(...dayReading.span));
  const withoutOwn = reading.remarks.filter((remark) => !remark.startsWith(typed));
  return { ...reading, dayValue: lastDay, remarks: [`${typed} gelezen als laatste dag ${dutchDay(lastDay)}.`, ...withoutOwn] };
}

/** "1 maart" said in November is the March that can be meant: an exit a year ahead cannot. */
function notLaterThan(reading: SentenceReading, latest: IsoDate): SentenceReading {
  const { day } = reading;
  if (day?.kind !== 'day' || !day.assumed || day.day <= latest) return reading;
  const yearEarlier = addMonths(day.day, -12);
  return yearEarlier.slice(5) === day.day.slice(5) ? { ...reading, day: { ...day, day: yearEarlier } } : reading;
}

const isFirstDayAway = (word: string | undefined): boolean => word !== undefined && ['per', 'vanaf', 'sinds', 'tot'].includes(word);

function dayRemarks({ day }: SentenceReading, sentence: string, asDay: string): string[] {
  switch (day?.kind) {
    case undefined:
    case 'none':
      return [];
    case 'impossible':
      return [day.text];
    case 'several':
      return ['U noemt meer dan één datum. Kies zelf de juiste.'];
    case 'day':
      return day.assumed ? [`${quoted(sentence.slice(...day.span))} gelezen als ${asDay} ${dutchDay(day.day)}.`] : [];
  }
}

function otherRemarks({ doubtfulCode, leftover }: SentenceReading): string[] {
  return [
    ...(doubtfulCode === undefined ? [] : [`${quoted(doubtfulCode)} is geen geldige code van een kind: er klopt een teken niet.`]),
    ...(leftover.length === 0 ? [] : [`Niet gelezen: ${leftover.slice(0, 10).join(', ').slice(0, 200)}.`]),
  ];
}

/** As typed, short, with a capital: a remark starts with it. */
function quoted(typed: string): string {
  const text = typed.trim().slice(0, 60);
  return `‘${text.charAt(0).toUpperCase()}${text.slice(1)}’`;
}

export function toPrefill(values: FormValues, remarks: readonly string[]): Prefill {
  return { values, ...present('notice', remarks.length === 0 ? undefined : remarks.join(' ')) };
}
