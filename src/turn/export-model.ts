import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { StoredAnswer } from '../../dialogs/ports.ts';
import { breakdownPhrase } from '../ask/lexicon.ts';
import { formatMonths } from '../ask/numbers.ts';
import type { Period } from '../ask/types.ts';
import type { ExportRefusal } from '../export/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId } from '../figures/types.ts';
import { targetFor } from '../policy/engine/resolve.ts';
import type { ResolvedPolicy } from '../policy/engine/types.ts';
import { fileNameOf } from '../records/export/file-name.ts';
import { dutchMoment } from '../records/export/lines.ts';
import { wholeNumber } from '../records/export/safe-text.ts';
import type { ExportModel, ExportPolicyLine, ExportRows } from '../records/export/types.ts';
import { answerModel, citationText } from './answer-card.ts';
import { computeFigure, type ComputedFigure } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { paramsSchema, protectionOf, requestOf } from './recompute.ts';

/** What making a file of an answer needs of a turn, or of a download. */
export type ExportContext = Pick<KnownContext, 'ports' | 'person' | 'where' | 'policy'> & { readonly now: Date };

type Params = z.infer<typeof paramsSchema>;

/** Measures whose facts say which child they are about, so that their rows can be given as codes. */
const MEASURES_WITH_ROWS: ReadonlySet<MeasureId> = new Set();

/** A protected figure never has rows: they would give back what it hides. */
export const hasRows = (stored: StoredAnswer, isProtected: boolean): boolean => !isProtected && MEASURES_WITH_ROWS.has(stored.measure as MeasureId);

export const NOT_YOURS: ExportRefusal = {
  problem: 'not-yours',
  text: 'Dit cijfer vind ik niet bij de cijfers die u mag zien. Kijk of de referentie klopt en of uw rol nog dezelfde is, en vraag de export opnieuw in de chat.',
};
const GONE: ExportRefusal = {
  problem: 'gone',
  text: 'Dit cijfer kan ik voor uw rol niet meer precies zo berekenen als het is gemeld. Daarom geef ik het niet. Vraag het cijfer opnieuw in de chat, en daarna de export opnieuw.',
};
const NO_ROWS: ExportRefusal = { problem: 'gone', text: 'Bij dit cijfer kan ik geen rijen geven. Vraag de export opnieuw in de chat, en kies Excel of CSV.' };

/**
 * A stored answer, computed again as it was known then, for a file. Refused when the person
 * may not see it now, or when it would not come out as it was told: then another figure
 * would go round under its reference.
 */
export async function exportModelOf(stored: StoredAnswer, context: ExportContext, withRows: boolean): Promise<ExportModel | ExportRefusal> {
  if (!catalogue.all.some(({ id }) => id === stored.measure)) return NOT_YOURS;
  const isProtected = protectionOf(stored, context);
  if (isProtected === undefined) return NOT_YOURS;
  if (withRows && !hasRows(stored, isProtected)) return NO_ROWS;
  const params = paramsSchema.parse(stored.params);
  const policy = stored.municipalityCode ? context.policy(stored.municipalityCode, stored.referenceDate) : undefined;
  const computed = await computeFigure(context.ports, requestOf(stored, policy, isProtected), { revision: stored.revision, knownAt: stored.knownAt });
  if (!isFaithful(stored, computed, isProtected)) return GONE;
  const rows = withRows ? await rowsOf() : undefined;
  return { ...modelOf(stored, params, computed, asUsed(policy, params), isProtected), madeOn: context.now.toISOString(), ...(rows ? { rows } : {}) };
}

/** What was counted then and now. In another capacity other birth dates can be seen, so there only the definition can be compared. */
function isFaithful(stored: StoredAnswer, { counts, figure }: ComputedFigure, isProtected: boolean): boolean {
  return isProtected === stored.protected ? isDeepStrictEqual(counts, stored.counts) : figure.version === stored.measureVersion;
}

/** The policy without a window that was laid down differently since: its source would not belong to this figure. */
function asUsed(policy: ResolvedPolicy | undefined, { windowStartMonths }: Params): ResolvedPolicy | undefined {
  if (!policy || policy.windowStartMonths?.value === windowStartMonths) return policy;
  return Object.fromEntries(Object.entries(policy).filter(([topic]) => topic !== 'windowStartMonths')) as unknown as ResolvedPolicy;
}

/** To be filled with each measure of MEASURES_WITH_ROWS: its facts, and `codesOf` for the codes. */
async function rowsOf(): Promise<ExportRows | undefined> {
  return undefined;
}

function modelOf(stored: StoredAnswer, params: Params, { figure }: ComputedFigure, policy: ResolvedPolicy | undefined, isProtected: boolean): Omit<ExportModel, 'madeOn' | 'rows'> {
  const measure = catalogue.get(stored.measure as MeasureId);
  const { reference, referenceDate } = stored;
  const shown = answerModel({
    measure: measure.id, placeName: params.placeName, period: periodOf(stored), periodAssumed: false, breakdown: params.breakdown,
    referenceDate, figure, policy, protected: isProtected, reference, actingAs: '', canExport: false,
  });
  const split = params.breakdown === undefined ? '' : ` ${breakdownPhrase[params.breakdown]}`;
  return {
    fileName: fileNameOf({ title: `${measure.title}${split}`, scope: params.placeName, day: referenceDate, reference }),
    title: shown.title,
    period: shown.period,
    scope: params.placeName,
    value: shown.figure,
    ...numbered(shown.figure),
    ...(shown.basis === undefined ? {} : { basis: shown.basis }),
    ...(figure.numerator === undefined ? {} : { numerator: figure.numerator }),
    ...(figure.denominator === undefined ? {} : { denominator: figure.denominator }),
    ...(shown.target ? { target: `${shown.target.met ? 'Gehaald' : 'Niet gehaald'}. ${shown.target.text}` } : {}),
    parts: shown.parts.map(({ label, value }) => ({ label, value, ...numbered(value) })),
    definition: shown.definition,
    definitionVersion: stored.measureVersion,
    policy: policyLines(measure.id, params, policy),
    source: measure.source,
    remarks: shown.remarks,
    reference,
    knownAs: knownAs(stored),
  };
}

function numbered(value: string): { number?: number } {
  const number = wholeNumber(value);
  return number === undefined ? {} : { number };
}

const periodSchema = z.object({ kind: z.enum(['day', 'month', 'quarter', 'year', 'school-year']).catch('day'), start: z.string(), endExclusive: z.string(), label: z.string() });

const periodOf = ({ params }: StoredAnswer): Period => periodSchema.parse(params['period']);

/** What the municipality decided and this figure used. */
function policyLines(measure: MeasureId, { windowStartMonths, breakdown }: Params, policy: ResolvedPolicy | undefined): ExportPolicyLine[] {
  const window = policy?.windowStartMonths;
  const target = targetFor(policy, measure);
  const grounds = breakdown === 'ground' ? policy?.grounds : undefined;
  const lines: (ExportPolicyLine | undefined)[] = [
    catalogue.get(measure).window === 'municipal' && windowStartMonths !== undefined
      ? { topic: 'Beginleeftijd van de doelgroep', value: formatMonths(windowStartMonths), source: window ? citationText(window.source) : 'Zoals gebruikt toen het cijfer werd gegeven; de vastgelegde afspraak is daarna veranderd.' }
      : undefined,
    target && { topic: 'Doel', value: `Minstens ${target.value.atLeastPercent}%${target.value.aimPercent === undefined ? '' : `, streven ${target.value.aimPercent}%`}`, source: citationText(target.source) },
    grounds && { topic: 'Gronden', value: grounds.value.map(({ label }) => label).join('; '), source: citationText(grounds.source) },
  ];
  return lines.filter((line) => line !== undefined);
}

/** The limit of knowledge that was asked for; without one, the moment of the answer. */
function knownAs({ knownAt, askedAt }: StoredAnswer): string {
  return `zoals bekend op ${dutchMoment(knownAt === 'infinity' ? askedAt : knownAt)}`;
}
