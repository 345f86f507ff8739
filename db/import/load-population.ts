import { type Check, dutchDate, neighbourhoodCheck } from './checks.ts';
import { closeChanged, withdrawnCheck } from './ledger.ts';
import type { Loader } from './loader.ts';
import { LIVE } from './stage.ts';

const AGES = `int4range(s.leeftijd_van * case s.eenheid when 'year' then 12 else 1 end, s.leeftijd_tot * case s.eenheid when 'year' then 12 else 1 end)`;
const NEXT = `select s.line, s.target, s.gemeente_target as municipality, s.wijk_target as neighbourhood, s.peildatum as day, ${AGES} as ages
  from stage_bevolking s where ${LIVE}`;
const SAME_PLACE_AND_DAY = `a.municipality = b.municipality and a.neighbourhood is not distinct from b.neighbourhood and a.day = b.day and a.ages && b.ages`;

/** Children would be counted twice. The later row of two is the one reported. */
const overlaps: readonly Check[] = [
  { kind: 'bevolking', column: 'leeftijd_van', sql: `
    select b.line, s.leeftijd_van as value, 'deze leeftijd overlapt met die van regel ' || min(a.line) || ' (zelfde gemeente, wijk en peildatum).' as text
    from (${NEXT}) a join (${NEXT}) b on ${SAME_PLACE_AND_DAY} and a.line < b.line join stage_bevolking s on s.line = b.line
    group by b.line, s.leeftijd_van` },
  { kind: 'bevolking', column: 'leeftijd_van', sql: `
    select distinct b.line, s.leeftijd_van as value, 'deze leeftijd overlapt met wat al vastligt op ' || ${dutchDate('b.day')} || ' (zelfde gemeente en wijk).' as text
    from (select p.fact_id, p.municipality_code as municipality, p.neighbourhood_id as neighbourhood, p.reference_date as day, p.age_months as ages
          from kansenlijn.population p where p.closed_revision is null) a
    join (${NEXT}) b on ${SAME_PLACE_AND_DAY} join stage_bevolking s on s.line = b.line
    where not exists (select from stage_bevolking o where o.target = a.fact_id and o.state in ('new', 'changed', 'adopted'))` },
];

const population: Loader = {
  kind: 'bevolking', inLedger: true,
  recognise: [
    // The same count from another source is the same count; another count is an overlap.
    `update stage_bevolking s set target = p.fact_id, state = 'adopted' from kansenlijn.population p
     where s.state = 'new' and p.closed_revision is null and p.municipality_code = s.gemeente_target and p.neighbourhood_id is not distinct from s.wijk_target
       and p.reference_date = s.peildatum and p.age_months = ${AGES} and p.children = s.aantal`,
  ],
  checks: [withdrawnCheck('bevolking', 'population'), neighbourhoodCheck('bevolking'), ...overlaps],
  store: [
    closeChanged('bevolking', 'population'),
    `insert into kansenlijn.population (version_id, fact_id, municipality_code, neighbourhood_id, reference_date, age_months, children, source, change)
     select s.version_id, s.target, s.gemeente_target, s.wijk_target, s.peildatum, ${AGES}, s.aantal, s.bron,
       case s.state when 'new' then 'imported' else 'corrected' end
     from stage_bevolking s where s.state in ('new', 'changed')`,
  ],
};

/** Loaders of counts of children that are no records of a child. */
export const POPULATION_LOADERS: readonly Loader[] = [population];
