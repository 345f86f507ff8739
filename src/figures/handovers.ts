import { addMonths } from '../policy/engine/days.ts';
import type { HandoverMoments, IsoDate } from '../policy/engine/types.ts';
import { momentsFor } from '../policy/handover/moments.ts';
import type { Facts, HandoverFact } from './facts.ts';
import type { FigureRow, MeasureParams, MeasureText } from './types.ts';

/**
 * Handovers of children whose 4th birthday lies in the period. Each child is either handed
 * over or missing; of those handed over the parents gave consent, refused it (or took it
 * back), or did not answer.
 */

export type Answered = 'given' | 'refused' | 'unanswered';

export const turnedFour = ({ handovers }: Facts, { from, until }: MeasureParams): HandoverFact[] =>
  handovers.filter(({ birthday4 }) => from <= birthday4 && birthday4 < until);

/** Sent by childcare or submitted by the school, on or before the reference date. */
export const isDone = ({ doneOn }: HandoverFact, { referenceDate }: Pick<MeasureParams, 'referenceDate'>): boolean => doneOn !== undefined && doneOn <= referenceDate;

export const doneIn = (facts: Facts, params: MeasureParams): HandoverFact[] => turnedFour(facts, params).filter((handover) => isDone(handover, params));

export function answerOf({ consent }: HandoverFact): Answered {
  if (consent === 'consent_given') return 'given';
  return consent === 'consent_refused' || consent === 'consent_withdrawn' ? 'refused' : 'unanswered';
}

/** What the municipality agreed about when a handover is late, or the practice; undefined before there was either. */
export const momentsOf = ({ policy, referenceDate }: Pick<MeasureParams, 'policy' | 'referenceDate'>): HandoverMoments | undefined => momentsFor(policy, referenceDate)?.value;

/** First day on which a handover that was not done is late. */
export const lateOn = ({ birthDate }: HandoverFact, { overdueMonths }: HandoverMoments): IsoDate => addMonths(birthDate, overdueMonths);

/** Handed over on or after the day on which it is late, or not at all by then. */
export function isLate(handover: HandoverFact, moments: HandoverMoments, params: MeasureParams): boolean {
  const late = lateOn(handover, moments);
  return isDone(handover, params) ? handover.doneOn! >= late : late <= params.referenceDate;
}

const ANSWERS: Readonly<Record<Answered, string>> = { given: 'met toestemming', refused: 'zonder toestemming', unanswered: 'zonder antwoord van de ouders' };

export const statusOf = (handover: HandoverFact, params: MeasureParams): string => (isDone(handover, params) ? `Overgedragen, ${ANSWERS[answerOf(handover)]}` : 'Niet overgedragen');

export function handoverRow(handover: HandoverFact, params: MeasureParams, counts: Pick<FigureRow, 'numerator' | 'denominator'> & { readonly status?: string }): FigureRow {
  const { child, location, provider, neighbourhood, cluster, school, programme, birthday4, doneOn } = handover;
  return { key: child, child, location, provider, neighbourhood, cluster, school, programme, day: isDone(handover, params) ? doneOn : birthday4, status: statusOf(handover, params), ...counts };
}

/** Who is counted; said in every definition, so that it can be read alone. */
export const counting = 'de kinderen uit de gemeente die in de periode 4 jaar werden, tot en met de peildatum, en een plaatsing of overdracht hadden';
/** Of those who were handed over. */
export const countingDone = 'de kinderen uit de gemeente die in de periode 4 jaar werden en uiterlijk op de peildatum zijn overgedragen';
/** Said where it is counted otherwise than for a municipality. */
export const ownChildren = 'Een locatie en een school tellen al hun eigen kinderen; een school alleen wat aan haar is verstuurd of wat zij zelf begon.';

/** What all measures of handovers share. */
export const aboutHandovers = {
  source: 'Stappen van de warme overdracht, vastgelegd door kinderopvang en school, en plaatsingen van de kinderopvang',
  periodKind: 'period',
  seenBy: ['childcare', 'health', 'school', 'official', 'regional', 'reader'],
  protectedFor: ['health'],
  breakdowns: ['school', 'provider', 'location', 'programme', 'neighbourhood', 'cluster'],
  reads: ['handovers'],
  parts: ['location', 'provider', 'neighbourhood', 'cluster', 'school'],
  words: ['kind', 'kinderen'],
} as const satisfies Partial<MeasureText> & { readonly words: readonly [string, string] };
