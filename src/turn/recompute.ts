import { isDeepStrictEqual } from 'node:util';
import type { NoticeModel } from '../../cards/models.ts';
import type { StoredAnswer } from '../../dialogs/ports.ts';
import { breakdownPhrase } from '../ask/split-words.ts';
import { formatDay, formatMoment, formatMonths } from '../ask/numbers.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId } from '../figures/types.ts';
import { dayInNetherlands } from '../dutch-time.ts';
import type { IsoDate } from '../policy/engine/types.ts';
import { TOPIC_TEXTS } from '../policy/explain/topics.ts';
import { documentText } from '../policy/explain/words.ts';
import { actingAsLabel } from './acting-as.ts';
import { computeFigure, type ComputedFigure, type FigureRequest } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import type { FigureCell, FigurePlace } from './figure-request.ts';
import { scopesFor } from './figure-scope.ts';
import { requestOf, type GivenBefore } from './give-figure.ts';
import { askButton, exportButton, MENU_BUTTON } from './menu.ts';
import { locationPlace, municipalPlace } from './plan-figure.ts';
import { noticeReply } from './replies.ts';
import { questionAgain } from './question-again.ts';
import type { Reply } from './types.ts';

/** "toon berekening" or "verschil" without saying of which figure. */
export const REQUEST_WITHOUT_REFERENCE = /^(?:toon\s+(?:de\s+)?berekening|berekening|(?:toon\s+)?(?:het\s+)?verschil)[.?!]*$/i;

export const withoutReference = (context: KnownContext): Reply => noticeReply({
  title: 'Van welk cijfer?',
  actingAs: actingAsLabel(context.person.roles),
  paragraphs: ['Typ de referentie erbij. Die staat onder elk cijfer, bijvoorbeeld: toon berekening KL-7F3K-9Q2M, of verschil KL-7F3K-9Q2M.'],
  buttons: [askButton('Bereik nu', 'bereik'), MENU_BUTTON],
});

/** "toon berekening KL-7F3K-9Q2M", "berekening kl 7f3k 9q2m", or the reference alone. */
export const REFERENCE_REQUEST = /^(?:(?:toon|laat)\s+(?:de\s+)?)?(?:berekening\s+(?:van\s+)?)?(kl[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4})(?:\s+zien)?[.?!]*$/i;

/** `KL-XXXX-XXXX` of a reference as it was typed. */
export const canonicalReference = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/^KL(.{4})(.{4})$/, 'KL-$1-$2');

/** A figure that was given before, as far as the person may see it now. */
export interface Recalled extends GivenBefore {
  readonly stored: StoredAnswer;
  readonly isProtected: boolean;
}

/** Undefined when there is no such reference, or it is not the person's to see. */
export async function recall(typed: string, context: RecallContext): Promise<Recalled | undefined> {
  const stored = await context.ports.figures.recall(canonicalReference(typed));
  const isProtected = stored && protectionOf(stored, context);
  if (!stored || isProtected === undefined) return undefined;
  const given = requestOf(stored);
  return { ...given, stored, isProtected, request: { ...given.request, protected: isProtected } };
}

/** What seeing an earlier figure needs of a turn, or of a download. */
export type RecallContext = Pick<KnownContext, 'ports' | 'person' | 'where'>;

/** As it was told: in the revision, by the policy and the definition of then. */
export const computeThen = ({ ports }: RecallContext, { stored, request }: Recalled): Promise<ComputedFigure> =>
  computeFigure(ports, request, { revision: stored.revision, knownAt: stored.knownAt });

/** The same question by the policy and the definition that hold now. */
export function requestNow({ measure, ...request }: FigureRequest, context: KnownContext): FigureRequest {
  const placeNow = (place: FigurePlace, day: IsoDate): FigurePlace => (place.municipalityCode === undefined
    ? locationPlace(measure, place, day, request.dimension, context)
    : municipalPlace(measure, { code: place.municipalityCode, name: place.name }, day, request.dimension, context));
  const renewed = (cell: FigureCell): FigureCell => ({ ...cell, places: cell.places.map((place) => placeNow(place, cell.referenceDate)) });
  return { ...request, measure, version: undefined, whole: renewed(request.whole), cells: request.cells.map(renewed) };
}

/** Computes a figure again as it was known then, and says whether it would be another today. */
export async function recompute(reference: string, context: KnownContext): Promise<Reply> {
  const recalled = await recall(reference, context);
  if (!recalled) return unknownReference(canonicalReference(reference), context);
  const then = await computeThen(context, recalled);
  const now = await computeFigure(context.ports, requestNow(recalled.request, context));
  return noticeReply(explanation(recalled, { then, now, faithful: await isFaithful(recalled, then, context.ports) }, context));
}

/**
 * Whether the person gets it protected, which is for who asks and not for who was told:
 * a member of a channel with the right opens the exact figure. Undefined when it is not theirs to see.
 */
export function protectionOf(stored: StoredAnswer, context: Pick<KnownContext, 'person' | 'where'>): boolean | undefined {
  const scopes = scopesFor(stored.measure as MeasureId, context.person, context.where);
  const own = scopes.find(({ locationId, schoolId }) => (locationId !== undefined && locationId === stored.locationId) || (schoolId !== undefined && schoolId === stored.schoolId));
  if (own) return own.protected;
  if (stored.municipalityCodes) return orNotOfThatDay(protectionOfSeveral(stored.municipalityCodes, scopes), stored);
  if (stored.municipalityCode === undefined) return scopes.some((scope) => scope.municipalityCode) ? orNotOfThatDay(scopes.some((scope) => scope.protected), stored) : undefined;
  const scope = scopes.find((candidate) => candidate.municipalityCode === stored.municipalityCode);
  return scope && orNotOfThatDay(scope.protected, stored);
}

/** An exact figure of another day than the one on which it was told, also as a step beside it, is nothing that a reader could have asked. */
function orNotOfThatDay(isProtected: boolean | undefined, stored: StoredAnswer): boolean | undefined {
  const { measure, protected: wasProtected, askedAt, knownAt } = stored;
  if (!isProtected || wasProtected || catalogue.get(measure as MeasureId).protectedAs !== 'today') return isProtected;
  const { whole, cells } = requestOf(stored).request;
  const day = dayInNetherlands(new Date(askedAt));
  return knownAt === 'infinity' && [whole, ...cells].every(({ referenceDate }) => referenceDate === day) ? isProtected : undefined;
}

/** Of several municipalities it takes the right to each; protected as soon as it is for one. */
function protectionOfSeveral(codes: readonly string[], scopes: ReturnType<typeof scopesFor>): boolean | undefined {
  const mine = codes.map((code) => scopes.find((scope) => scope.municipalityCode === code));
  return mine.every((scope) => scope !== undefined) ? mine.some((scope) => scope.protected) : undefined;
}

/** In another capacity other birth dates can be seen, so only like is compared with like. Older references kept the number only. */
export async function isFaithful({ stored, isProtected }: Recalled, { counts }: ComputedFigure, { figures }: Pick<KnownContext['ports'], 'figures'>): Promise<boolean> {
  if (isProtected !== stored.protected) return true;
  const kept = await figures.countsOf(stored.reference);
  if (isDeepStrictEqual(counts, kept)) return true;
  const numbers = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? value as Record<string, unknown> : {});
  const [told, again] = [numbers(kept), numbers(counts)];
  return told['numerator'] === undefined && told['count'] !== undefined && told['count'] === again['numerator'];
}

interface Again { readonly then: ComputedFigure; readonly now: ComputedFigure; readonly faithful: boolean }

function explanation(recalled: Recalled, { then, now, faithful }: Again, context: KnownContext): NoticeModel {
  const { stored, placeName, notes } = recalled;
  const measure = catalogue.get(stored.measure as MeasureId);
  const same = isDeepStrictEqual(then.figure, now.figure);
  const { isProtected } = recalled;
  return {
    title: `Berekening ${stored.reference}`,
    actingAs: actingAsLabel(context.person.roles),
    tone: faithful ? 'plain' : 'attention',
    paragraphs: [
      `${measure.title} · ${placeName}: ${shown(then)}. Opnieuw berekend zoals bekend op ${knownText(stored)}.`,
      ...(faithful ? [] : ['Let op: dit wijkt af van wat toen is gemeld. Meld dit bij de beheerder, met de referentie.']),
      // What it would be now is another answer, which may be more than may be asked.
      ...(isProtected ? [] : [same ? 'Met wat nu bekend is, is het cijfer hetzelfde.' : `Met wat nu bekend is, zou het zijn: ${shown(now)}. Dat komt door registraties, correcties of beleid van daarna.`]),
      ...notes,
    ],
    facts: facts(recalled, then),
    buttons: [...(same || isProtected ? [] : [askButton('Wat is er veranderd?', `verschil ${stored.reference}`)]), questionAgain(recalled, 'Dit cijfer nu'), ...(context.where === 'personal' && context.exportLink ? [exportButton(stored.reference)] : []), MENU_BUTTON],
  };
}

function facts({ stored, request, period, breakdown }: Recalled, then: ComputedFigure): { label: string; value: string }[] {
  const measure = catalogue.get(stored.measure as MeasureId);
  const { from, referenceDate } = request.whole;
  return [
    { label: 'Periode', value: period.label },
    measure.periodKind === 'day' ? { label: 'Peildatum', value: formatDay(referenceDate) } : { label: 'Geteld', value: `van ${formatDay(from)} tot en met ${formatDay(referenceDate)}` },
    ...(measure.window === 'municipal' ? windows(request) : []),
    ...(breakdown === undefined ? [] : [{ label: 'Uitgesplitst', value: breakdownPhrase[breakdown] }]),
    ...then.figure.parts.map(({ label, value }) => ({ label, value })),
    { label: 'Definitie', value: `${measure.definition} (versie ${stored.measureVersion})` },
    ...policyFacts(request),
  ];
}

function windows({ whole: { places } }: FigureRequest): { label: string; value: string }[] {
  return places.flatMap(({ name, windowStartMonths }) => (windowStartMonths === undefined ? [] : [{ label: places.length === 1 ? 'Leeftijd' : `Leeftijd ${name}`, value: `van ${formatMonths(windowStartMonths)} tot 4 jaar` }]));
}

/** Which version of the policy went into it: topic, document and since when it holds. */
export function policyFacts({ whole: { places }, protected: isProtected }: FigureRequest): { label: string; value: string }[] {
  return places.flatMap(({ name, policy }) => Object.entries(policy).filter(([topic]) => isProtected || topic !== 'disclosureMode').map(([topic, value]) => ({
    label: places.length === 1 ? 'Beleid' : `Beleid ${name}`, value: `${TOPIC_TEXTS[topic as keyof typeof TOPIC_TEXTS].label}: ${documentText(value.source)}, geldt vanaf ${formatDay(value.from)}`,
  })));
}

export const shown = ({ figure }: ComputedFigure): string => (figure.basis === undefined ? figure.value : `${figure.value} (${figure.basis})`);

/** When it was told; for a question "zoals bekend op" what was known at the end of that day. */
export function knownText({ askedAt, knownAt }: StoredAnswer): string {
  return knownAt === 'infinity' ? formatMoment(askedAt) : `${formatMoment(new Date(knownAt).toISOString())} (gevraagd op ${formatMoment(askedAt)})`;
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
