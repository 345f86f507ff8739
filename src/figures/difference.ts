import type { FigureRow } from './types.ts';

/** What happened to a child or location between two moments of knowledge. */
export type ChangeKind =
  | 'placement-recorded' | 'placement-imported' | 'exit-processed' | 'placement-corrected' | 'placement-withdrawn' | 'exit-reopened'
  | 'indication-recorded' | 'indication-imported' | 'indication-corrected' | 'indication-withdrawn'
  | 'guidance-recorded' | 'guidance-corrected' | 'guidance-withdrawn'
  | 'handover-recorded' | 'handover-undone'
  | 'residence-changed' | 'codes-joined' | 'codes-parted' | 'offer-changed' | 'population-changed'
  | 'result-recorded' | 'result-imported' | 'result-corrected' | 'result-withdrawn';

export interface Change { readonly key: string; readonly kind: ChangeKind }

/** Dutch, at the beginning of a line. */
export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  'placement-recorded': 'Instroom later vastgelegd', 'placement-imported': 'Plaatsing geïmporteerd', 'exit-processed': 'Uitstroom verwerkt',
  'placement-corrected': 'Plaatsing gecorrigeerd', 'placement-withdrawn': 'Plaatsing ingetrokken', 'exit-reopened': 'Uitstroom ingetrokken',
  'indication-recorded': 'Indicatie later vastgelegd', 'indication-imported': 'Indicatie geïmporteerd', 'indication-corrected': 'Indicatie gecorrigeerd', 'indication-withdrawn': 'Indicatie ingetrokken',
  'guidance-recorded': 'Toeleiding later vastgelegd', 'guidance-corrected': 'Toeleiding gecorrigeerd', 'guidance-withdrawn': 'Toeleiding ingetrokken',
  'handover-recorded': 'Stap van de overdracht vastgelegd', 'handover-undone': 'Stap van de overdracht ingetrokken',
  'residence-changed': 'Woonplaats of geboortedatum gewijzigd', 'codes-joined': 'Codes samengevoegd', 'codes-parted': 'Samenvoeging ingetrokken',
  'offer-changed': 'Aantal VE-plekken gewijzigd', 'population-changed': 'Bevolkingsaantal gewijzigd',
  'result-recorded': 'Kleuterresultaat later ingevuld', 'result-imported': 'Kleuterresultaat geïmporteerd', 'result-corrected': 'Kleuterresultaat gecorrigeerd', 'result-withdrawn': 'Kleuterresultaat ingetrokken',
};
const NO_CAUSE = 'Overige wijzigingen';

/** What one child or location adds to the figure, or takes from it. */
export interface Delta { readonly key: string; readonly child: boolean; readonly numerator: number; readonly denominator: number }

export interface Cause { readonly label: string; readonly numerator: number; readonly denominator: number; readonly children: number }

/** Children and locations that count differently now; together they are the whole difference. */
export function deltasOf(then: readonly FigureRow[], now: readonly FigureRow[]): Delta[] {
  const deltas = new Map<string, Delta>();
  const add = (rows: readonly FigureRow[], sign: 1 | -1): void => rows.forEach(({ key, child, numerator, denominator }) => {
    const known = deltas.get(key) ?? { key, child: child !== undefined, numerator: 0, denominator: 0 };
    deltas.set(key, { ...known, numerator: known.numerator + sign * numerator, denominator: known.denominator + sign * denominator });
  });
  add(now, 1);
  add(then, -1);
  return [...deltas.values()].filter(({ numerator, denominator }) => Math.abs(numerator) > 1e-9 || denominator !== 0);
}

/**
 * The difference by what caused it. A child to which more than one thing happened stands
 * under all of them together, so that every child counts once and the lines add up.
 */
export function causesOf(deltas: readonly Delta[], changes: readonly Change[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { key, child, numerator, denominator } of deltas) {
    const kinds = [...new Set(changes.filter((change) => change.key === key).map(({ kind }) => CHANGE_LABELS[kind]))].sort();
    const label = kinds.length === 0 ? NO_CAUSE : kinds.map((kind, index) => (index === 0 ? kind : kind.charAt(0).toLowerCase() + kind.slice(1))).join(' en ');
    const known = causes.get(label) ?? { label, numerator: 0, denominator: 0, children: 0 };
    causes.set(label, { label, numerator: known.numerator + numerator, denominator: known.denominator + denominator, children: known.children + (child ? 1 : 0) });
  }
  return [...causes.values()].sort((a, b) => b.children - a.children || a.label.localeCompare(b.label, 'nl'));
}
