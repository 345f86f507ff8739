import { TARGET_MET } from '../../cards/models.ts';
import type { StoredAnswer } from '../../dialogs/ports.ts';
import { formatMoment } from '../ask/numbers.ts';
import { breakdownPhrase } from '../ask/split-words.ts';
import type { ExportRefusal } from '../export/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId } from '../figures/types.ts';
import { targetFor } from '../policy/engine/resolve.ts';
import type { PolicyTopics, PolicyValue, TopicName } from '../policy/engine/types.ts';
import { TOPIC_TEXTS } from '../policy/explain/topics.ts';
import { fileNameOf } from '../records/export/file-name.ts';
import { wholeNumber } from '../records/export/safe-text.ts';
import type { ExportModel, ExportPolicyLine } from '../records/export/types.ts';
import { answerModel, citationText } from './answer-card.ts';
import type { ComputedFigure } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { exportRows } from './export-rows.ts';
import { questionOf } from './question-of.ts';
import { policyWithTargets } from './recorded-targets.ts';
import { computeThen, isFaithful, recall, type Recalled } from './recompute.ts';

/** What making a file of an answer needs of a turn, or of a download. */
export type ExportContext = Pick<KnownContext, 'ports' | 'person' | 'where' | 'policy'> & { readonly now: Date };

/** A protected figure never has rows: they would give back what it hides. */
export const hasRows = ({ isProtected }: Pick<Recalled, 'isProtected'>): boolean => !isProtected;

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
export async function exportModelOf(reference: string, context: ExportContext, withRows: boolean): Promise<ExportModel | ExportRefusal> {
  const recalled = await recall(reference, context);
  if (!recalled) return NOT_YOURS;
  if (withRows && !hasRows(recalled)) return NO_ROWS;
  const then = await computeThen(context, recalled);
  if (!await isFaithful(recalled, then, context.ports)) return GONE;
  const rows = withRows ? await exportRows(then.rows(), context.ports) : undefined;
  return { ...await modelOf(recalled, then, context), madeOn: context.now.toISOString(), ...(rows ? { rows } : {}) };
}

async function modelOf(recalled: Recalled, { figure }: ComputedFigure, context: ExportContext): Promise<Omit<ExportModel, 'madeOn' | 'rows'>> {
  const { stored, request, placeName, breakdown, notes, isProtected } = recalled;
  const measure = catalogue.get(stored.measure as MeasureId);
  const { reference, referenceDate } = stored;
  const resolved = stored.municipalityCode === undefined ? undefined : await policyWithTargets(stored.municipalityCode, placeName, referenceDate, context);
  const shown = answerModel({
    measure: measure.id, question: questionOf(recalled), scopes: [{ name: placeName }],
    referenceDate, figure: { ...figure, remarks: [...figure.remarks, ...notes] }, policy: resolved, protected: isProtected, reference, actingAs: '', canExport: false, reading: {},
  });
  const split = breakdown === undefined ? '' : ` ${breakdownPhrase[breakdown]}`;
  return {
    fileName: fileNameOf({ title: `${measure.title}${split}`, scope: placeName, day: referenceDate, reference }),
    title: shown.title,
    period: shown.period,
    scope: placeName,
    value: shown.figure,
    ...numbered(shown.figure),
    ...(shown.basis === undefined ? {} : { basis: shown.basis }),
    ...(figure.numerator === undefined ? {} : { numerator: figure.numerator }),
    ...(figure.denominator === undefined ? {} : { denominator: figure.denominator }),
    ...(shown.target ? { target: `${TARGET_MET[shown.target.met]}. ${shown.target.text}` } : {}),
    parts: shown.parts.map(({ label, value }) => ({ label, value, ...numbered(value) })),
    definition: shown.definition,
    definitionVersion: stored.measureVersion,
    policy: [...request.whole.places.flatMap(({ name, policy: used }) => policyLines(used, request.whole.places.length > 1 ? name : undefined)), ...targetLine(measure.id, resolved)],
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

/** The values that went into the number, as they were then, with their source. */
function policyLines(used: Recalled['request']['whole']['places'][number]['policy'], place: string | undefined): ExportPolicyLine[] {
  return (Object.keys(used) as TopicName[]).filter((topic) => topic !== 'disclosureMode').map((topic) => {
    const value = used[topic] as PolicyValue<PolicyTopics[TopicName]>;
    const write = TOPIC_TEXTS[topic].write as (given: PolicyTopics[TopicName]) => readonly string[];
    return { topic: place === undefined ? TOPIC_TEXTS[topic].label : `${TOPIC_TEXTS[topic].label}, ${place}`, value: write(value.value).join('; '), source: citationText(value.source) };
  });
}

function targetLine(measure: MeasureId, policy: Parameters<typeof targetFor>[0]): ExportPolicyLine[] {
  const target = targetFor(policy, measure);
  if (!target) return [];
  const { atLeastPercent, aimPercent } = target.value;
  return [{ topic: 'Doel', value: `Minstens ${atLeastPercent}%${aimPercent === undefined ? '' : `, streven ${aimPercent}%`}`, source: citationText(target.source) }];
}

/** The limit of knowledge that was asked for; without one, the moment of the answer. */
function knownAs({ knownAt, askedAt }: StoredAnswer): string {
  return `zoals bekend op ${formatMoment(knownAt === 'infinity' ? askedAt : knownAt)}`;
}
