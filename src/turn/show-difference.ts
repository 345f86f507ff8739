import type { NoticeModel } from '../../cards/models.ts';
import { formatCount, formatDecimal, formatMonths } from '../ask/numbers.ts';
import { catalogue } from '../figures/catalogue.ts';
import { causesOf, deltasOf, type Cause } from '../figures/difference.ts';
import { counted } from '../figures/rows.ts';
import { TOPIC_TEXTS } from '../policy/explain/topics.ts';
import { actingAsLabel } from './acting-as.ts';
import { computeFigure, type ComputedFigure, type FigureRequest } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { askButton, MENU_BUTTON } from './menu.ts';
import { questionAgain } from './question-again.ts';
import { canonicalReference, knownText, recall, requestNow, shown, unknownReference, type Recalled } from './recompute.ts';
import { noticeReply } from './replies.ts';
import type { Reply } from './types.ts';

/** "verschil KL-7F3K-9Q2M", "wat is er veranderd sinds KL-…". */
export const DIFFERENCE_REQUEST = /^(?:(?:toon\s+)?(?:het\s+)?verschil(?:\s+(?:van|met|sinds))?|wat\s+is\s+er\s+(?:veranderd|anders)(?:\s+(?:aan|met|sinds))?)\s+(kl[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4})[.?!]*$/i;

/** Why a figure that was given would be another now: records, policy and definition, with counts that add up. */
export async function showDifference(reference: string, context: KnownContext): Promise<Reply> {
  const recalled = await recall(reference, context);
  if (!recalled) return unknownReference(canonicalReference(reference), context);
  if (recalled.isProtected) return noticeReply(notForProtected(recalled, context));
  const { stored, request } = recalled;
  const single: FigureRequest = { ...request, cells: [] };
  const then = await computeFigure(context.ports, single, { revision: stored.revision, knownAt: stored.knownAt });
  const recorded = await computeFigure(context.ports, single);
  const now = await computeFigure(context.ports, requestNow(single, context));
  const deltas = deltasOf(then.rows(), recorded.rows());
  const changes = await context.ports.figures.changes({
    children: deltas.filter(({ child }) => child).map(({ key }) => key),
    locations: deltas.filter(({ child, key }) => !child && /^[0-9a-f-]{36}/.test(key)).map(({ key }) => key.slice(0, 36)),
    since: { revision: stored.revision, knownAt: stored.knownAt }, referenceDate: request.whole.referenceDate,
  });
  return noticeReply(explanation(recalled, { then, recorded, now, causes: causesOf(deltas, changes) }, context));
}

interface Compared { readonly then: ComputedFigure; readonly recorded: ComputedFigure; readonly now: ComputedFigure; readonly causes: readonly Cause[] }

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '-' : ''}${Number.isInteger(value) ? formatCount(Math.abs(value)) : formatDecimal(Math.abs(value))}`;

/** "teller +1, noemer +2"; a figure without a denominator has only its number. */
function amounts({ numerator = 0, denominator = 0 }: { numerator?: number | undefined; denominator?: number | undefined }, hasDenominator: boolean): string {
  return hasDenominator ? `teller ${signed(numerator)}, noemer ${signed(denominator)}` : signed(numerator);
}

const gap = (a: ComputedFigure, b: ComputedFigure): { numerator: number; denominator: number } =>
  ({ numerator: (b.figure.numerator ?? 0) - (a.figure.numerator ?? 0), denominator: (b.figure.denominator ?? 0) - (a.figure.denominator ?? 0) });

function explanation(recalled: Recalled, compared: Compared, context: KnownContext): NoticeModel {
  const { stored, placeName, request } = recalled;
  const { then, recorded, now, causes } = compared;
  const hasDenominator = (then.figure.denominator ?? now.figure.denominator) !== undefined;
  const policy = gap(recorded, now);
  const all = gap(then, now);
  const byPolicy = policy.numerator !== 0 || policy.denominator !== 0 ? policyChanges(request, requestNow(request, context)) : [];
  const nothing = causes.length === 0 && byPolicy.length === 0;
  return {
    title: `Verschil ${stored.reference}`,
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: [
      `${catalogue.get(request.measure).title} · ${placeName}, zoals bekend op ${knownText(stored)}: ${shown(then)}. Met wat nu bekend is: ${shown(now)}.`,
      ...(nothing ? ['Er is sindsdien niets veranderd dat voor dit cijfer telt.'] : []),
    ],
    facts: nothing ? [] : [
      ...causes.map((cause) => ({ label: cause.label, value: `${amounts(cause, hasDenominator)}${cause.children > 0 ? ` (${counted(cause.children, 'kind', 'kinderen')})` : ''}` })),
      ...byPolicy.map((text, index) => ({ label: 'Beleid gewijzigd', value: index === 0 ? `${text}: ${amounts(policy, hasDenominator)}` : text })),
      { label: 'Samen', value: amounts(all, hasDenominator) },
    ],
    buttons: [askButton('Toon berekening', `toon berekening ${stored.reference}`), questionAgain(recalled, 'Dit cijfer nu'), MENU_BUTTON],
  };
}

/** "Putten: beginleeftijd van 2 jaar naar 2 jaar en 6 maanden", and the same for the other values and the definition. */
function policyChanges(then: FigureRequest, now: FigureRequest): string[] {
  const { version } = catalogue.get(now.measure);
  const definition = then.version === undefined || then.version === version ? [] : [`definitie van versie ${then.version} naar ${version}`];
  const places = then.whole.places.flatMap((place, index) => {
    const other = now.whole.places[index];
    const age = (months: number | undefined): string => (months === undefined ? 'geen afspraak' : formatMonths(months));
    const window = place.windowStartMonths === other?.windowStartMonths ? [] : [`beginleeftijd ${place.name} van ${age(place.windowStartMonths)} naar ${age(other?.windowStartMonths)}`];
    const topics = Object.keys({ ...place.policy, ...other?.policy }).filter((topic) => topic !== 'windowStartMonths' && topic !== 'disclosureMode') as (keyof typeof place.policy)[];
    return [...window, ...topics.filter((topic) => JSON.stringify(place.policy[topic]?.value) !== JSON.stringify(other?.policy[topic]?.value)).map((topic) => `${TOPIC_TEXTS[topic].label.toLowerCase()} ${place.name} gewijzigd`)];
  });
  const lines = [...places, ...definition];
  return lines.length === 0 ? ['de berekening'] : lines;
}

function notForProtected({ stored }: Recalled, context: KnownContext): NoticeModel {
  return {
    title: `Verschil ${stored.reference}`,
    actingAs: actingAsLabel(context.person.roles),
    tone: 'warning',
    paragraphs: ['Bij een cijfer met beschermde kleine aantallen laten we niet zien wat er veranderd is: een verschil zou een klein aantal kunnen verraden.'],
    buttons: [askButton('Toon berekening', `toon berekening ${stored.reference}`), MENU_BUTTON],
  };
}
