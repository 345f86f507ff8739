import type { AskContext, MeasureName, Order, Scope, Split, Step } from '../question.ts';
import type { Ambiguous } from '../lexicon/ambiguous.ts';
import { alwaysBackground, askedWhyAs, background, countedAtHome } from '../lexicon/two-measures.ts';
import type { Span } from '../types.ts';
import { measureOf } from './options.ts';
import type { PeriodPiece } from './period-pieces.ts';
import type { Reading, Said } from './reading.ts';

/** A question in the making: what was said, still without what goes without saying. */
export interface Draft {
  readonly measures: readonly MeasureName[];
  readonly doubtfulMeasures?: Ambiguous;
  readonly periods: readonly PeriodPiece[];
  readonly againstDefault: boolean;
  readonly steps: readonly Step[];
  readonly trend: boolean;
  readonly scopes: readonly Scope[];
  readonly splits: readonly Split[];
  readonly order?: Order;
  readonly limit?: number;
  readonly knownOn?: string;
  /** Words, as typed, that could not be used. */
  readonly unread: readonly string[];
}

type SaidMeasure = Said & { readonly meaning: { readonly kind: 'measure' } };
const isMeasure = (said: Said): said is SaidMeasure => said.meaning.kind === 'measure';

const joined = /(?<![\p{L}])(?:en|and)(?![\p{L}])|,/u;

/** "doelgroeppeuters en bereik" are two figures; "bereik van doelgroeppeuters" is one. */
function areCoordinated(text: string, a: Span, b: Span): boolean {
  const [first, second] = a[0] <= b[0] ? [a, b] : [b, a];
  return first[1] <= second[0] && joined.test(text.slice(first[1], second[0]));
}

function isBackground(text: string, hit: SaidMeasure, hits: readonly SaidMeasure[]): boolean {
  return hits.some((other) => {
    const [mine, theirs] = [hit.meaning.measures, other.meaning.measures];
    const says = mine.every((name) => theirs.some((each) => each !== name && (background[each]?.includes(name) || (alwaysBackground.includes(name) && !alwaysBackground.includes(each)))));
    return other !== hit && says && !areCoordinated(text, hit.span, other.span);
  });
}

export interface SaidMeasures {
  readonly names: readonly MeasureName[];
  readonly splits: readonly Split[];
  readonly spans: readonly Span[];
  readonly doubtful?: Ambiguous;
}

export function measuresSaid({ said, text }: Reading): SaidMeasures {
  const hits = said.filter(isMeasure);
  const meant = hits.filter((hit) => !isBackground(text, hit, hits));
  const names = [...new Set(meant.flatMap(({ meaning }) => meaning.measures))];
  const doubtful = said.flatMap((each) => (each.meaning.kind === 'ambiguous' ? [{ entry: each.meaning.entry, span: each.span }] : [])).find(({ entry, span }) => {
    const settling = meant.filter(({ meaning }) => entry.settledBy === 'any' || meaning.measures.some((name) => entry.settledBy.includes(name)));
    return !settling.some((hit) => !areCoordinated(text, span, hit.span));
  });
  return {
    names, spans: meant.map(({ span }) => span),
    splits: meant.flatMap(({ meaning }) => (meaning.split === undefined ? [] : [meaning.split])),
    ...(doubtful === undefined ? {} : { doubtful: doubtful.entry }),
  };
}

const typedOf = (said: readonly Said[]): string[] => said.flatMap(({ typed }) => typed);
const ofKind = (said: readonly Said[], kind: Said['meaning']['kind']): Said[] => said.filter(({ meaning }) => meaning.kind === kind);

export const distinctScopes = (scopes: readonly Scope[]): Scope[] => [...new Map(scopes.map((scope) => [`${scope.kind} ${scope.id}`, scope])).values()];

/** "Waar" and "waarom" ask for a split that depends on the figure. */
export function placeSplit(measures: readonly MeasureName[], context: AskContext): Split | undefined {
  const split: Split = measures.some((name) => countedAtHome.includes(name)) ? 'neighbourhood' : 'location';
  return measures.length > 0 && measures.every((name) => measureOf(context, name)?.splits.includes(split)) ? split : undefined;
}

export const whyMeasures = (measures: readonly MeasureName[]): MeasureName[] => [...new Set(measures.map((name) => askedWhyAs[name] ?? name))];

function splitsSaid({ said }: Reading, measures: SaidMeasures): Split[] {
  const named = said.flatMap(({ meaning }): Split[] => (meaning.kind === 'split' ? [meaning.split] : meaning.kind === 'why' ? ['reason'] : []));
  const bare = said.flatMap(({ meaning }): Split[] => (meaning.kind === 'bare-split' ? [meaning.split] : []));
  // "redenen van niet bereikt per wijk": a bare noun is only a split when nothing else is.
  return [...new Set([...named, ...measures.splits, ...(named.length + measures.splits.length > 0 && !named.includes('reason') && !bare.includes('reason') ? [] : bare)])];
}

/** Words that only mean something beside others: without those they count as unread. */
function leftOver(reading: Reading, scopes: readonly Scope[], measures: readonly MeasureName[], place: Split | undefined, context: AskContext): string[] {
  const { said, when, limit } = reading;
  const compares = (context.previous !== undefined && measures.length === 0 && scopes.length > 0) || scopes.length > 1 || measures.length > 1 || when.periods.length > 1 || when.againstDefault;
  return [
    ...(scopes.length > 0 || limit !== undefined ? [] : typedOf(ofKind(said, 'only'))),
    ...(compares ? [] : typedOf(ofKind(said, 'compare'))),
    ...(said.some(({ meaning }) => meaning.kind === 'split' || meaning.kind === 'bare-split' || meaning.kind === 'step') ? [] : typedOf(ofKind(said, 'splitting'))),
    ...(place === undefined && measures.length > 0 ? typedOf(ofKind(said, 'where')) : []),
  ];
}

export function regionOf({ vocabulary }: AskContext): Scope | undefined {
  const regions = vocabulary.filter(({ scope }) => scope.kind === 'region');
  return regions.length === 1 ? regions[0]?.scope : undefined;
}

export function draftOf(reading: Reading, context: AskContext): Draft {
  const { said, when, names, limit, unread } = reading;
  const named = measuresSaid(reading);
  const region = ofKind(said, 'region').length > 0 ? regionOf(context) : undefined;
  const scopes = distinctScopes([...names.flatMap(({ scopes: each }) => (each.length === 1 ? each : [])), ...(region === undefined ? [] : [region])]);
  const whyAsked = ofKind(said, 'why').length > 0;
  const measures = whyAsked ? whyMeasures(named.names) : named.names;
  const whereAsked = ofKind(said, 'where').length > 0;
  const place = whereAsked ? placeSplit(measures, context) : undefined;
  const splits = splitsSaid(reading, named);
  const orders = [...new Set(said.flatMap(({ meaning }) => (meaning.kind === 'order' ? [meaning.order] : [])))];
  const order = orders[0] ?? (limit === undefined ? undefined : 'largest');
  return {
    measures,
    ...(named.doubtful === undefined ? {} : { doubtfulMeasures: named.doubtful }),
    periods: when.periods, againstDefault: when.againstDefault,
    steps: [...new Set(said.flatMap(({ meaning }) => (meaning.kind === 'step' ? [meaning.step] : [])))],
    trend: ofKind(said, 'trend').length > 0,
    scopes,
    splits: splits.length === 0 && place !== undefined ? [place] : splits,
    ...(order === undefined ? {} : { order }),
    ...(limit === undefined ? {} : { limit }),
    ...(when.knownOn === undefined ? {} : { knownOn: when.knownOn }),
    unread: [...unread.map(({ typed }) => typed), ...leftOver(reading, scopes, measures, place, context), ...(region === undefined ? typedOf(ofKind(said, 'region')) : []), ...(orders.length > 1 ? typedOf(ofKind(said, 'order')) : [])],
  };
}
