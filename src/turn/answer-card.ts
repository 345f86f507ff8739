import type { AnswerModel, Button } from '../../cards/models.ts';
import { measureQuestion } from '../ask/lexicon.ts';
import type { Period } from '../ask/types.ts';
import { formatDay } from '../ask/numbers.ts';
import { monthPeriod, quarterPeriod, schoolYearPeriod, yearPeriod } from '../ask/make-period.ts';
import { addMonths } from '../policy/engine/days.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { Figure, MeasureId } from '../figures/types.ts';
import { targetFor } from '../policy/engine/resolve.ts';
import type { Citation, IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import { askButton, MENU_BUTTON } from './menu.ts';

export interface AnswerParts {
  readonly measure: MeasureId;
  readonly placeName: string;
  readonly period: Period;
  /** Nobody named a period: today. */
  readonly periodAssumed: boolean;
  readonly referenceDate: IsoDate;
  readonly figure: Figure;
  readonly policy: ResolvedPolicy | undefined;
  readonly protected: boolean;
  readonly reference: string;
  readonly actingAs: string;
}

/** A figure with everything that explains it. */
export function answerModel(parts: AnswerParts): AnswerModel {
  const measure = catalogue.get(parts.measure);
  const target = targetOf(parts);
  return {
    actingAs: parts.actingAs,
    title: `${measure.title} · ${parts.placeName}`,
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

function periodText({ period, periodAssumed, referenceDate }: AnswerParts): string {
  const day = formatDay(referenceDate);
  if (period.kind === 'day') return periodAssumed ? `Vandaag, peildatum ${day}` : `Peildatum ${day}`;
  const label = period.label.charAt(0).toUpperCase() + period.label.slice(1);
  return `${label}, peildatum ${day}`;
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
  return measure === 'reach' && window ? [`Beginleeftijd volgens: ${citationText(window.source)}.`] : [];
}

export function citationText({ document, section, status, note }: Citation): string {
  const place = section === undefined ? document : `${document}, ${section}`;
  return status === 'read' ? place : `${place} (${(note ?? 'niet bij de bron gelezen').replace(/\.$/, '')})`;
}

/** The same question about the period before the one that was asked. */
function earlier(measure: MeasureId, placeName: string, period: Period, periodAssumed: boolean): Button {
  const ask = (title: string, when: string): Button => askButton(title, `${measureQuestion[measure]} ${placeName} ${when}`);
  const year = Number(period.start.slice(0, 4));
  const month = Number(period.start.slice(5, 7));
  if (period.kind === 'quarter') return ask('Kwartaal ervoor', (month > 1 ? quarterPeriod(year, (month - 1) / 3) : quarterPeriod(year - 1, 4)).label);
  if (period.kind === 'month') return ask('Maand ervoor', (month > 1 ? monthPeriod(year, month - 1) : monthPeriod(year - 1, 12)).label);
  if (period.kind === 'year') return ask('Jaar ervoor', yearPeriod(year - 1).label);
  if (period.kind === 'school-year') return ask('Schooljaar ervoor', schoolYearPeriod(year - 1).label);
  if (periodAssumed) return ask('Vorig kwartaal', 'vorig kwartaal');
  return ask('Jaar eerder', formatDay(addMonths(period.start, -12)));
}

function nextQuestions({ measure, placeName, period, periodAssumed, reference, protected: isProtected }: AnswerParts): Button[] {
  const when = periodAssumed ? '' : ` ${period.label}`;
  const about = (other: MeasureId): Button => askButton(catalogue.get(other).title, `${measureQuestion[other]} ${placeName}${when}`);
  const others: readonly MeasureId[] = measure === 'reach' ? ['ve-places', 'free-places'] : measure === 've-places' ? ['free-places'] : ['ve-places'];
  return [
    earlier(measure, placeName, period, periodAssumed),
    ...others.map(about),
    // A protected figure's computation shows no more than the figure itself.
    ...(isProtected ? [] : [askButton('Toon berekening', `toon berekening ${reference}`)]),
    MENU_BUTTON,
  ];
}
