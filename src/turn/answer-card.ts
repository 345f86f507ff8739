import type { AnswerModel, Button } from '../../cards/models.ts';
import { notShown } from '../figures/disclosure.ts';
import { breakdownPhrase } from '../ask/split-words.ts';
import { formatDay } from '../ask/numbers.ts';
import type { Period, Question } from '../ask/question.ts';
import { periodAround, shiftYears } from '../ask/understand/make-periods.ts';
import { catalogue } from '../figures/catalogue.ts';
import { meets } from '../figures/release-bands.ts';
import { barsOf } from '../figures/order-parts.ts';
import type { Breakdown, Dimension, Figure, Measure, MeasureId } from '../figures/types.ts';
import { targetFor } from '../policy/engine/resolve.ts';
import type { Citation, IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import type { Reading } from './answer-asked.ts';
import type { FigureScope } from './figure-scope.ts';
import { placeNameOf } from './give-figure.ts';
import { askButton, exportButton, MENU_BUTTON } from './menu.ts';
import { breakdownOf } from './plan-figure.ts';
import { exactButton } from './question-again.ts';
import { tickNames } from './tick-names.ts';

export interface AnswerParts {
  readonly measure: MeasureId;
  /** What was asked, with this one measure. */
  readonly question: Question;
  readonly scopes: readonly Pick<FigureScope, 'name'>[];
  readonly referenceDate: IsoDate;
  readonly figure: Figure;
  readonly policy: ResolvedPolicy | undefined;
  readonly protected: boolean;
  readonly reference: string;
  readonly actingAs: string;
  /** Links to files are for the personal chat, and need a public address. */
  readonly canExport: boolean;
  readonly reading: Reading;
}

/** A figure with everything that explains it. */
export function answerModel(parts: AnswerParts): AnswerModel {
  const measure = catalogue.get(parts.measure);
  const { question, figure } = parts;
  const breakdown = breakdownOf(question);
  const target = targetOf(parts);
  return {
    actingAs: parts.actingAs,
    title: [measure.title, splitText(breakdown, measure), placeNameOf(parts.scopes as FigureScope[])].filter(Boolean).join(' · '),
    period: periodText(parts),
    figure: figure.value,
    ...(figure.basis === undefined ? {} : { basis: figure.basis }),
    parts: figure.parts,
    chart: figure.chart.length > 0 || figure.series !== undefined || parts.protected ? figure.chart : barsOf(figure.parts),
    ...seriesOf(question, figure),
    ...(target ? { target } : {}),
    definition: measure.definition,
    source: measure.source,
    remarks: [...figure.remarks, ...windowSource(parts), ...noTarget(parts, measure)],
    readAs: readAsText(parts.reading),
    reference: parts.reference,
    buttons: nextQuestions(parts),
  };
}

/** Steps of time make a line with a name under each; places and compared periods stand next to each other. */
function seriesOf({ when }: Question, { series = [] }: Figure): Pick<AnswerModel, 'series'> {
  if (series.length === 0) return {};
  if (when.kind !== 'series') return { series: { kind: 'bars', points: series } };
  return { series: { kind: 'line', points: series.map(({ label, value, day }) => ({ label, value, ...(day === undefined ? {} : { ticks: tickNames(when.step, day) }) })) } };
}

/** Nothing where the title says it: "Indicaties naar grond". */
function splitText(breakdown: Breakdown | undefined, { title, splitBy }: Measure): string | undefined {
  if (breakdown === undefined) return undefined;
  const phrase = breakdownPhrase[breakdown];
  return breakdown === splitBy && title.endsWith(phrase.replace('per ', 'naar ')) ? undefined : phrase;
}

/** "Gelezen als: Bereik · kwartaal 1 van 2026 (aangevuld)"; of a follow-up that it is one, and how to leave it. */
function readAsText({ readAs, followUp, afterPost }: Reading): string | undefined {
  if (!readAs || (!followUp && !readAs.some(({ assumed }) => assumed))) return undefined;
  const text = readAs.map((part) => (part.assumed ? `${part.text} (aangevuld)` : part.text)).join(' · ');
  return followUp ? `Vervolg op ${afterPost ? 'de weekpost' : 'uw vorige vraag'}: ${text}. Een hele vraag begint opnieuw.` : `Gelezen als: ${text}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function periodText({ measure, question: { when, knownOn }, referenceDate }: AnswerParts): string {
  const known = knownOn === undefined ? '' : `, zoals bekend op ${formatDay(knownOn)}`;
  if (when.kind === 'comparison') return `${capital(when.periods.map(({ label }) => label).join(' tegenover '))}${known}`;
  return `${wholeText(measure, when.period, when.kind === 'period' && when.assumed && when.period.kind === 'day', referenceDate)}${known}`;
}

function wholeText(measure: MeasureId, period: Period, isToday: boolean, referenceDate: IsoDate): string {
  const day = formatDay(referenceDate);
  if (catalogue.get(measure).periodKind === 'period') return period.kind === 'day' ? `Op ${day}` : `${capital(period.label)}, van ${formatDay(period.start)} tot en met ${day}`;
  if (isToday && referenceDate === period.start) return `Vandaag, peildatum ${day}`;
  return period.kind === 'day' ? `Peildatum ${day}` : `${capital(period.label)}, peildatum ${day}`;
}

/** The municipality's own target on the reference date; compared in whole numbers, not in a rounded percentage. */
function targetOf({ figure, policy, measure }: AnswerParts): AnswerModel['target'] {
  const target = targetFor(policy, measure);
  const met = target && metOf(figure, target.value.atLeastPercent);
  if (!target || met === undefined) return undefined;
  const { atLeastPercent, aimPercent } = target.value;
  const aim = aimPercent === undefined ? '' : `, streven ${aimPercent}%`;
  return { text: `Doel: minstens ${atLeastPercent}%${aim}`, met };
}

function metOf({ numerator, denominator, share }: Figure, atLeastPercent: number): ReturnType<typeof meets> | undefined {
  if (share) return meets(share, atLeastPercent);
  return numerator === undefined || !denominator ? undefined : numerator * 100 >= atLeastPercent * denominator ? 'yes' : 'no';
}

/** Measures for which municipalities set targets; of the others nobody misses one. */
const WITH_TARGET: ReadonlySet<MeasureId> = new Set(['reach', 'reach-all-toddlers']);

const noTarget = ({ policy, measure, scopes }: AnswerParts, { title }: Measure): string[] =>
  (WITH_TARGET.has(measure) && scopes.length === 1 && policy && !targetFor(policy, measure) ? [`Doel voor ${title.toLowerCase()}: geen afspraak vastgelegd voor deze peildatum.`] : []);

function windowSource({ policy, measure }: AnswerParts): string[] {
  const window = policy?.windowStartMonths;
  return catalogue.get(measure).window === 'municipal' && window ? [`Beginleeftijd volgens: ${citationText(window.source)}.`] : [];
}

export function citationText({ document, section, status, note }: Citation): string {
  const place = section === undefined ? document : `${document}, ${section}`;
  return status === 'read' ? place : `${place} (${(note ?? 'niet bij de bron gelezen').replace(/\.$/, '')})`;
}

const EARLIER: Readonly<Partial<Record<Period['kind'], string>>> = {
  week: 'Week ervoor', month: 'Maand ervoor', quarter: 'Kwartaal ervoor', 'half-year': 'Halfjaar ervoor', year: 'Jaar ervoor', 'school-year': 'Schooljaar ervoor',
};

/** The same question about the period before the one that was asked; of a day or range a year before. */
function earlier(question: Question): Button | undefined {
  const { when } = question;
  if (when.kind !== 'period') return undefined;
  const { kind, start } = when.period;
  if (when.assumed && kind === 'day') return exactButton('Vorig kwartaal', { ...question, when: { kind: 'period', period: periodAround(start, 'quarter', -1), assumed: false } });
  const title = EARLIER[kind];
  const before = title === undefined || kind === 'day' || kind === 'range' ? shiftYears(when.period, -1) : periodAround(start, kind, -1);
  return exactButton(title ?? 'Jaar eerder', { ...question, when: { kind: 'period', period: before, assumed: false } });
}

/** The next split that says something, when nothing was split yet; otherwise the figure as a whole. */
function otherSplit(question: Question, { breakdowns, id, splitBy }: Measure): Button | undefined {
  if (question.when.kind !== 'period' || question.scopes.length > 1) return undefined;
  const { split, order: _order, limit: _limit, ...whole } = question;
  // Without a split it comes in these lines as well.
  if (split !== undefined && split !== splitBy) return exactButton('Zonder uitsplitsing', whole);
  const first = breakdowns.find((by) => PREFERRED.includes(by) && by !== splitBy && !question.scopes.some(({ kind }) => kind === by));
  return first === undefined || id === 'last-delivery' ? undefined : exactButton(capital(breakdownPhrase[first]), { ...whole, split: first });
}
const PREFERRED: readonly Dimension[] = ['location', 'neighbourhood', 'provider', 'reason'];

function nextQuestions(parts: AnswerParts): Button[] {
  const { measure, question, reference, protected: isProtected, canExport } = parts;
  const text = catalogue.get(measure);
  const { split: _split, order: _order, limit: _limit, ...bare } = question;
  const about = (other: MeasureId): Button => exactButton(catalogue.get(other).title, { ...bare, measures: [other], when: whenFor(bare.when, other, isProtected) });
  const fixed = [
    // A protected figure's computation shows no more than the figure itself.
    ...(isProtected ? [] : [askButton('Waarom dit getal', `toon berekening ${reference}`)]),
    ...(canExport ? [exportButton(reference)] : []),
    MENU_BUTTON,
  ];
  const related = text.related.filter((other) => fits(other, question) && (!isProtected || isTold(other, question)));
  const asks = [...(isProtected ? earlierProtected(parts, text) : [earlier(question), otherSplit(question, text)]), ...related.map(about)].filter((button) => button !== undefined);
  return [...asks.slice(0, MAX_BUTTONS - fixed.length), ...fixed];
}
const MAX_BUTTONS = 6;

/** What a reader or channel may be told of it: nothing where the answer would only be that it is not told. */
function isTold(other: MeasureId, { when }: Question): boolean {
  const { protectedAs } = catalogue.get(other);
  return protectedAs === 'today' ? when.kind === 'period' && when.assumed && when.period.kind === 'day' : protectedAs !== 'nothing';
}

/** Of what is told by the whole quarter the last whole one; of what is told of today no other day. */
function earlierProtected({ question, figure, referenceDate }: AnswerParts, { protectedAs, periodKind }: Measure): (Button | undefined)[] {
  if (protectedAs !== undefined) return [];
  if (periodKind === 'day' || figure.value !== notShown || question.when.kind === 'series') return [earlier(question)];
  return [exactButton('Vorig heel kwartaal', { ...question, when: { kind: 'period', period: periodAround(referenceDate, 'quarter', -1), assumed: false } })];
}

/** A related figure that means something in the same place. */
function fits(other: MeasureId, { scopes }: Question): boolean {
  const { parts } = catalogue.get(other);
  return scopes.every(({ kind }) => kind === 'municipality' || kind === 'region' || parts.some((part) => part === kind));
}

/** Today says little about what is counted over a period: that is this year so far, and the other way round. */
function whenFor(when: Question['when'], other: MeasureId, isProtected: boolean): Question['when'] {
  if (when.kind !== 'period' || !when.assumed) return when;
  const counts = catalogue.get(other).periodKind === 'period';
  if (counts === (when.period.kind !== 'day')) return when;
  return { kind: 'period', assumed: true, period: counts ? (isProtected ? periodAround(when.period.start, 'quarter', -1) : periodAround(when.period.start, 'year')) : periodAround(when.period.endExclusive, 'day', -1) };
}

