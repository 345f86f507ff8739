import { formatMoment } from '../../ask/numbers.ts';
import type { ExportModel } from './types.ts';

/** One thing that a file says of the figure; the same in both formats. */
export interface ExportLine {
  readonly part: 'cijfer' | 'uitsplitsing' | 'toelichting' | 'beleid';
  readonly name: string;
  readonly text: string;
  readonly number?: number;
  readonly source?: string;
}

const line = (part: ExportLine['part'], name: string, text: string | undefined, more: Pick<ExportLine, 'number' | 'source'> = {}): ExportLine[] =>
  (text === undefined || text === '' ? [] : [{ part, name, text, ...more }]);

const counted = (name: string, number: number | undefined): ExportLine[] => (number === undefined ? [] : line('cijfer', name, plainNumber(number), { number }));

/** The figure itself. */
export function figureLines(model: ExportModel): ExportLine[] {
  return [
    ...line('cijfer', 'Titel', model.title),
    ...line('cijfer', 'Gebied', model.scope),
    ...line('cijfer', 'Periode', model.period),
    ...line('cijfer', 'Cijfer', model.value, model.number === undefined ? {} : { number: model.number }),
    ...line('cijfer', 'Opbouw', model.basis),
    ...counted('Teller', model.numerator),
    ...counted('Noemer', model.denominator),
    ...line('cijfer', 'Doel', model.target),
    ...line('cijfer', 'Referentie', model.reference),
    ...line('cijfer', 'Stand', model.knownAs),
    ...line('cijfer', 'Gemaakt op', formatMoment(model.madeOn)),
  ];
}

export const partLines = ({ parts }: ExportModel): ExportLine[] =>
  parts.flatMap(({ label, value, number }) => line('uitsplitsing', label, value, number === undefined ? {} : { number }));

/** What somebody needs in order to judge the figure and to compute it again. */
export function explanationLines(model: ExportModel): ExportLine[] {
  return [
    ...line('toelichting', 'Definitie', model.definition),
    ...line('toelichting', 'Versie van de definitie', String(model.definitionVersion), { number: model.definitionVersion }),
    ...line('toelichting', 'Bron', model.source),
    ...model.policy.flatMap(({ topic, value, source }) => line('beleid', topic, value, { source })),
    ...model.remarks.flatMap((remark) => line('toelichting', 'Opmerking', remark)),
    ...(model.rows ? line('toelichting', 'Rijen', model.rows.note) : []),
    ...line('toelichting', 'Referentie', model.reference),
    ...line('toelichting', 'Narekenen', `Typ in de chat met Kansenlijn: toon berekening ${model.reference}. Het cijfer wordt dan opnieuw berekend ${model.knownAs}, met de definitie en de afspraken hierboven.`),
  ];
}

/** "1226" or "2,5": a decimal comma and no dots, which spreadsheets in either language take for a number or leave alone. */
export function plainNumber(number: number): string {
  return new Intl.NumberFormat('nl-NL', { useGrouping: false, maximumFractionDigits: 10 }).format(number);
}

const wallClock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Day and time in the Netherlands, as ISO text without a zone. */
export function dutchWallClock(iso: string): string {
  const part = Object.fromEntries(wallClock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}
