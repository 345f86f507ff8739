import { dutchCount } from '../engine/dutch.ts';
import { finding, inOrder, type Rule } from '../engine/findings.ts';
import type { Finding } from '../engine/types.ts';
import { domainLabel, instrumentLabel, schoolYearLabel, type ResultDomain } from './lists.ts';

/** Counts of one domain by one instrument. */
export interface ResultCounts { readonly children: number; readonly atLevel: number; readonly veChildren: number; readonly veAtLevel: number }
export interface DomainResult extends ResultCounts { readonly domain: ResultDomain; readonly instrument: string }

export interface ResultFacts {
  readonly schoolYear: number;
  readonly rows: readonly DomainResult[];
  /** Instrument of the agreement that holds for the school, by domain. */
  readonly agreed: ReadonlyMap<ResultDomain, string>;
  /** Children of these years of birth that were handed over to the school. */
  readonly handedOver: number;
  /** The largest number of children in the same group a year before; absent when nothing is on record. */
  readonly lastYear?: number | undefined;
  /** Domains that are on record and would go. */
  readonly emptied: readonly ResultDomain[];
}

/** Rules of this product; written out in `resultaatregels.md` next to this file. */
const rule = (id: string, section: string): Rule => ({ id, citation: { document: 'Resultaatregels Kansenlijn', section, status: 'read' } });
const COUNTS = rule('result-counts', 'Aantallen die kloppen');
const PLAUSIBLE = rule('result-plausible', 'Aantallen die opvallen');
const INSTRUMENT = rule('result-instrument', 'Het afgesproken instrument');
const EMPTIED = rule('result-emptied', 'Een leeg domein');

/** A cohort seldom changes by more than half; of a few children it does. */
const MOST_CHANGE = 0.5;
const FEW_CHILDREN = 5;

/** What the counts of a school cannot be, what stands out, and what is told apart. */
export function checkResults(facts: ResultFacts): Finding[] {
  return inOrder([
    ...facts.rows.flatMap(impossible),
    tooFewForHandovers(facts),
    unlikeLastYear(facts),
    ...facts.emptied.map((domain) => finding(EMPTIED, 'confirm', `Bij ${domainLabel(domain)} is nu niets ingevuld. Wat er stond, wordt ingetrokken. Klopt dat?`)),
    ...facts.rows.map((row) => otherInstrument(row, facts.agreed.get(row.domain))),
  ]);
}

const cannot = (domain: string, text: string): Finding => finding(COUNTS, 'block', `${domainLabel(domain)}: ${text}`);

function impossible({ domain, children, atLevel, veChildren, veAtLevel }: DomainResult): Finding[] {
  if (atLevel > children) return [cannot(domain, `${atLevel} op niveau is meer dan de ${dutchCount(children, 'kind', 'kinderen')}.`)];
  if (veAtLevel > veChildren) return [cannot(domain, `${veAtLevel} VE-kinderen op niveau is meer dan de ${dutchCount(veChildren, 'VE-kind', 'VE-kinderen')}.`)];
  if (veChildren > children) return [cannot(domain, `${dutchCount(veChildren, 'VE-kind', 'VE-kinderen')} is meer dan de ${dutchCount(children, 'kind', 'kinderen')} samen.`)];
  if (veAtLevel > atLevel) return [cannot(domain, `${veAtLevel} VE-kinderen op niveau is meer dan de ${atLevel} van alle kinderen.`)];
  const [below, veBelow] = [children - atLevel, veChildren - veAtLevel];
  return veBelow > below ? [cannot(domain, `${veBelow} VE-kinderen onder het niveau is meer dan de ${below} van alle kinderen.`)] : [];
}

const largest = (rows: readonly DomainResult[]): number => Math.max(0, ...rows.map(({ children }) => children));

function tooFewForHandovers({ rows, handedOver }: ResultFacts): Finding | undefined {
  const children = largest(rows);
  if (rows.length === 0 || handedOver <= children) return undefined;
  return finding(PLAUSIBLE, 'confirm', `Van kinderen van deze leeftijd ${handedOver === 1 ? 'is 1 overdracht' : `zijn ${handedOver} overdrachten`} aan uw school gemeld, en u vult ${dutchCount(children, 'kind', 'kinderen')} in. Klopt dat?`);
}

function unlikeLastYear({ rows, lastYear, schoolYear }: ResultFacts): Finding | undefined {
  const children = largest(rows);
  if (rows.length === 0 || lastYear === undefined) return undefined;
  const change = Math.abs(children - lastYear);
  if (change < FEW_CHILDREN || change <= lastYear * MOST_CHANGE) return undefined;
  return finding(PLAUSIBLE, 'confirm', `In ${schoolYearLabel(schoolYear - 1)} waren het ${dutchCount(lastYear, 'kind', 'kinderen')}, nu ${children}. Klopt dat?`);
}

function otherInstrument({ domain, instrument }: DomainResult, agreed: string | undefined): Finding | undefined {
  if (agreed === undefined || agreed === instrument) return undefined;
  return finding(INSTRUMENT, 'inform', `${domainLabel(domain)}: afgesproken is ${instrumentLabel(agreed)}. Wat u met ${instrumentLabel(instrument)} meet, wordt bewaard en apart getoond; het telt niet mee voor de afspraak.`);
}
