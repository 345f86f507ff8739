import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { Button, NoticeModel } from '../../cards/models.ts';
import type { StoredAnswer } from '../../dialogs/ports.ts';
import { formatDay, formatMonths } from '../ask/numbers.ts';
import type { ResolvedPolicy } from '../policy/engine/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { Breakdown, MeasureId } from '../figures/types.ts';
import { breakdownPhrase, questionText } from '../ask/lexicon.ts';
import { actingAsLabel } from './acting-as.ts';
import { computeFigure, type ComputedFigure, type FigureRequest } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { scopesFor } from './figure-scope.ts';
import { exportButton, MENU_BUTTON } from './menu.ts';
import { noticeReply } from './replies.ts';
import type { Reply } from './types.ts';

/** "toon berekening KL-7F3K-9Q2M", "berekening kl 7f3k 9q2m", or the reference alone. */
export const REFERENCE_REQUEST = /^(?:(?:toon|laat)\s+(?:de\s+)?)?(?:berekening\s+(?:van\s+)?)?(kl[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4})(?:\s+zien)?[.?!]*$/i;

const breakdowns = Object.keys(breakdownPhrase) as [Breakdown, ...Breakdown[]];

export const paramsSchema = z.object({
  windowStartMonths: z.number().optional(),
  placeName: z.string(),
  period: z.object({ label: z.string(), start: z.string() }),
  /** Absent in references from before figures could be split. */
  breakdown: z.enum(breakdowns).optional(),
});

/** Computes a figure again as it was known then, and says whether it would be another today. */
export async function recompute(reference: string, context: KnownContext): Promise<Reply> {
  const canonical = canonicalReference(reference);
  const stored = await context.ports.figures.recall(canonical);
  const isProtected = stored && protectionOf(stored, context);
  if (!stored || isProtected === undefined) return unknownReference(canonical, context);

  const params = paramsSchema.parse(stored.params);
  const policy = stored.municipalityCode ? context.policy(stored.municipalityCode, stored.referenceDate) : undefined;
  const request = requestOf(stored, policy, isProtected);
  const then = await computeFigure(context.ports, request, { revision: stored.revision, knownAt: stored.knownAt });
  const now = await computeFigure(context.ports, { ...request, windowStartMonths: policy?.windowStartMonths?.value ?? params.windowStartMonths });
  return noticeReply(explanation(stored, params, then, now, isProtected, context));
}

/** "KL-7F3K-9Q2M" for "kl 7f3k9q2m". */
export function canonicalReference(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/^KL(.{4})(.{4})$/, 'KL-$1-$2');
}

/** What was asked, with the policy values of then. */
export function requestOf(stored: StoredAnswer, policy: ResolvedPolicy | undefined, isProtected: boolean): FigureRequest {
  const { period, breakdown, windowStartMonths } = paramsSchema.parse(stored.params);
  return {
    measure: stored.measure as MeasureId, municipalityCode: stored.municipalityCode, locationId: stored.locationId,
    referenceDate: stored.referenceDate, from: period.start, breakdown, windowStartMonths, policy, protected: isProtected,
  };
}

/** Whether the person gets it protected; undefined when it is not theirs to see. Never wider than it was told. */
export function protectionOf(stored: StoredAnswer, context: Pick<KnownContext, 'person' | 'where'>): boolean | undefined {
  const scopes = scopesFor(stored.measure as MeasureId, context.person, context.where);
  const own = scopes.find((scope) => scope.locationId !== undefined && scope.locationId === stored.locationId);
  if (own) return stored.protected;
  if (stored.municipalityCode === undefined) return scopes.some((scope) => scope.municipalityCode) ? stored.protected || scopes.some((scope) => scope.protected) : undefined;
  const scope = scopes.find((candidate) => candidate.municipalityCode === stored.municipalityCode);
  return scope && (stored.protected || scope.protected);
}

function explanation(stored: StoredAnswer, params: z.infer<typeof paramsSchema>, then: ComputedFigure, now: ComputedFigure, isProtected: boolean, context: KnownContext): NoticeModel {
  const measure = catalogue.get(stored.measure as MeasureId);
  // In another capacity other birth dates can be seen, so only like is compared with like.
  const faithful = isProtected !== stored.protected || isDeepStrictEqual(then.counts, stored.counts);
  const same = isDeepStrictEqual(then.figure, now.figure);
  return {
    title: `Berekening ${stored.reference}`,
    actingAs: actingAsLabel(context.person.roles),
    tone: faithful ? 'plain' : 'attention',
    paragraphs: [
      `${measure.title} · ${params.placeName}: ${shown(then)}. Opnieuw berekend zoals bekend op ${moment(stored.askedAt)}.`,
      ...(faithful ? [] : ['Let op: dit wijkt af van wat toen is gemeld. Meld dit bij de beheerder, met de referentie.']),
      same ? 'Met wat nu bekend is, is het cijfer hetzelfde.' : `Met wat nu bekend is, zou het zijn: ${shown(now)}. Dat komt door registraties, correcties of beleid van daarna.`,
    ],
    facts: [
      { label: 'Periode', value: params.period.label },
      measure.periodKind === 'day' ? { label: 'Peildatum', value: formatDay(stored.referenceDate) } : { label: 'Geteld', value: `van ${formatDay(params.period.start)} tot en met ${formatDay(stored.referenceDate)}` },
      ...(params.windowStartMonths === undefined || measure.window !== 'municipal' ? [] : [{ label: 'Leeftijd', value: `van ${formatMonths(params.windowStartMonths)} tot 4 jaar` }]),
      ...(params.breakdown === undefined ? [] : [{ label: 'Uitgesplitst', value: breakdownPhrase[params.breakdown] }]),
      ...then.figure.parts.map(({ label, value }) => ({ label, value })),
      { label: 'Definitie', value: `${measure.definition} (versie ${stored.measureVersion})` },
    ],
    buttons: [again(stored, params), ...(context.where === 'personal' && context.exportLink ? [exportButton(stored.reference)] : []), MENU_BUTTON],
  };
}

const shown = ({ figure }: ComputedFigure): string => (figure.basis === undefined ? figure.value : `${figure.value} (${figure.basis})`);

/** In Dutch time, to the minute. */
function moment(iso: string): string {
  return new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

function again(stored: StoredAnswer, params: z.infer<typeof paramsSchema>): Button {
  return { title: 'Dit cijfer nu', verb: 'ask', data: { question: questionText(stored.measure as MeasureId, params.placeName, params.period.label, params.breakdown) } };
}

export function unknownReference(reference: string, context: KnownContext): Reply {
  return noticeReply({
    title: 'Deze referentie ken ik niet',
    actingAs: actingAsLabel(context.person.roles),
    tone: 'warning',
    paragraphs: [`Ik vind ${reference} niet bij de cijfers die u mag zien. Kijk of u de referentie goed heeft overgenomen.`],
    buttons: [MENU_BUTTON],
  });
}
