import type { AnswerModel, Button } from '../../cards/models.ts';
import { breakdownPhrase, questionText } from '../ask/lexicon.ts';
import type { Period } from '../ask/types.ts';
import { formatDay } from '../ask/numbers.ts';
import { monthPeriod, quarterPeriod, schoolYearPeriod, yearPeriod } from '../ask/make-period.ts';
import { addMonths } from '../policy/engine/days.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { Breakdown, Figure, MeasureId } from '../figures/types.ts';
import { targetFor } from '../policy/engine/resolve.ts';
import type { Citation, IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import { askButton, exportButton, MENU_BUTTON } from './menu.ts';

export interface AnswerParts {
  readonly measure: MeasureId;
  readonly placeName: string;
  readonly period: Period;
  /** Nobody named a period: today. */
  readonly periodAssumed: boolean;
  readonly breakdown: Breakdown | undefined;
  readonly referenceDate: IsoDate;
  readonly figure: Figure;
  readonly policy: ResolvedPolicy | undefined;
  readonly protected: boolean;
  readonly reference: string;
  readonly actingAs: string;
  /** Links to files are for the personal chat, and need a public address. */
  readonly canExport: boolean;
}

/** A figure with everything that explains it. */
export function answerModel(parts: AnswerParts): AnswerModel {
  const measure = catalogue.get(parts.measure);
  const target = targetOf(parts);
  return {
    actingAs: parts.actingAs,
    title: [measure.title, parts.breakdown && breakdownPhrase[parts.breakdown], parts.placeName].filter(Boolean).join(' · '),
    period: periodText(parts),
    figure: parts.figure.value,
    ...(parts.figure.basis === undefined ? {} : { basis: parts.figure.basis }),
    parts: parts.figure.parts,
    chart: parts.figure.chart,
    ...(target ? { target } : {}),
    definition: measure.definition,
    source: measure.source,
    remarks: [...parts.figure.remarks, ...windowSource(parts), ...(parts.measure === 'reach' && !targetFor(parts.policy, 'reach') ? ['Doel: geen afspraak vastgelegd voor deze peildatum.'] : [])],
    reference: parts.reference,
    buttons: nextQuestions(parts),
  };
}

function periodText({ measure, period, periodAssumed, referenceDate }: AnswerParts): string {
  const day = formatDay(referenceDate);
  if (catalogue.get(measure).periodKind === 'period') return countedDays(period, day);
  if (period.kind === 'day') return periodAssumed ? `Vandaag, peildatum ${day}` : `Peildatum ${day}`;
  const label = period.label.charAt(0).toUpperCase() + period.label.slice(1);
  return `${label}, peildatum ${day}`;
}

/** Which days were counted; a period that runs goes up to today. */
function countedDays({ kind, label, start }: Period, until: string): string {
  if (kind === 'day') return `Op ${until}`;
  return `${label.charAt(0).toUpperCase() + label.slice(1)}, van ${formatDay(start)} tot en met ${until}`;
}

/** The municipality's own target on the reference date; compared in whole numbers, not in a rounded percentage. */
function targetOf({ figure, policy, measure }: AnswerParts): AnswerModel['target'] {
  const target = targetFor(policy, measure);
  if (!target || figure.numerator === undefined || !figure.denominator) return undefined;
  const { atLeastPercent, aimPercent } = target.value;
  const aim = aimPercent === undefined ? '' : `, streven ${aimPercent}%`;
  return { text: `Doel: minstens ${atLeastPercent}%${aim}`, met: figure.numerator * 100 >= atLeastPercent * figure.denominator };
}

function windowSource({ policy, measure }: AnswerParts): string[] {
  const window = policy?.windowStartMonths;
  return catalogue.get(measure).window === 'municipal' && window ? [`Beginleeftijd volgens: ${citationText(window.source)}.`] : [];
}

export function citationText({ document, section, status, note }: Citation): string {
  const place = section === undefined ? document : `${document}, ${section}`;
  return status === 'read' ? place : `${place} (${(note ?? 'niet bij de bron gelezen').replace(/\.$/, '')})`;
}

/** The same question about the period before the one that was asked. */
function earlier({ measure, placeName, period, periodAssumed, breakdown }: AnswerParts): Button {
  const ask = (title: string, when: string): Button => askButton(title, questionText(measure, placeName, when, breakdown));
  const year = Number(period.start.slice(0, 4));
  const month = Number(period.start.slice(5, 7));
  if (period.kind === 'quarter') return ask('Kwartaal ervoor', (month > 1 ? quarterPeriod(year, (month - 1) / 3) : quarterPeriod(year - 1, 4)).label);
  if (period.kind === 'month') return ask('Maand ervoor', (month > 1 ? monthPeriod(year, month - 1) : monthPeriod(year - 1, 12)).label);
  if (period.kind === 'year') return ask('Jaar ervoor', yearPeriod(year - 1).label);
  if (period.kind === 'school-year') return ask('Schooljaar ervoor', schoolYearPeriod(year - 1).label);
  if (periodAssumed) return ask('Vorig kwartaal', 'vorig kwartaal');
  return ask('Jaar eerder', formatDay(addMonths(period.start, -12)));
}

function nextQuestions(parts: AnswerParts): Button[] {
  const { measure, placeName, period, periodAssumed, reference, protected: isProtected, canExport } = parts;
  const when = periodAssumed ? undefined : period.label;
  const about = (other: MeasureId): Button => askButton(catalogue.get(other).title, questionText(other, placeName, when));
  return [
    earlier(parts),
    ...catalogue.get(measure).related.slice(0, canExport && !isProtected ? 2 : 3).map(about),
    // A protected figure's computation shows no more than the figure itself.
    ...(isProtected ? [] : [askButton('Toon berekening', `toon berekening ${reference}`)]),
    ...(canExport ? [exportButton(reference)] : []),
    MENU_BUTTON,
  ];
}
