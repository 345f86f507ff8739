import { type Check, dutchDate, neighbourhoodCheck } from './checks.ts';
import { IMPORT_REASON, withdrawnCheck } from './ledger.ts';
import { notBeforeBirth, notInFuture } from './load-children.ts';
import type { Loader } from './loader.ts';

/**
 * Where a child lives is one fact for each residence: the first from its birth on, another
 * from the day of each move, each until the next. The first comes from the child's row, the
 * others from rows of moves; a row that is absent leaves what we believe as it is.
 * `residence_next` holds all residences of the children that this import touches, as they
 * will be: `corrected` when a changed row says so, not when only its end moves.
 */
const NEXT = `
  create temporary table residence_next on commit drop as
  with touched as (
    select s.target as child_id from stage_kinderen s where s.state in ('new', 'changed')
    union select s.kind_target from stage_verhuizingen s where s.state in ('new', 'changed') and s.kind_target is not null
  ), believed as (
    select d.*, lower(d.valid) = min(lower(d.valid)) over (partition by d.child_id) as is_first
    from kansenlijn.child_detail d join touched t using (child_id) where d.closed_revision is null
  ), residence as (
    select s.target as child_id, gen_random_uuid() as fact_id, s.geboortedatum as birth_date, s.geboortedatum as first_day,
      s.gemeente_target as municipality_code, s.wijk_target as neighbourhood_id, true as is_first, 'imported' as change,
      s.line as child_line, null::integer as move_line
    from stage_kinderen s where s.state = 'new'
    union all
    select b.child_id, b.fact_id, coalesce(k.geboortedatum, b.birth_date),
      case when b.is_first then coalesce(k.geboortedatum, b.birth_date) else coalesce(m.datum, lower(b.valid)) end,
      case when b.is_first then coalesce(k.gemeente_target, b.municipality_code) else coalesce(m.gemeente_target, b.municipality_code) end,
      case when b.is_first and k.line is not null then k.wijk_target when m.line is not null then m.wijk_target else b.neighbourhood_id end,
      b.is_first, case when k.line is not null or m.line is not null then 'corrected' else 'moved' end, k.line, m.line
    from believed b
    left join stage_kinderen k on k.target = b.child_id and k.state = 'changed'
    left join stage_verhuizingen m on m.target = b.fact_id and m.state = 'changed'
    union all
    select s.kind_target, s.target, coalesce(k.geboortedatum, b.birth_date), s.datum, s.gemeente_target, s.wijk_target, false, 'moved', k.line, s.line
    from stage_verhuizingen s
    left join stage_kinderen k on k.target = s.kind_target and k.state in ('new', 'changed')
    left join believed b on b.child_id = s.kind_target and b.is_first
    where s.state = 'new' and s.kind_target is not null
  )
  select r.*, lead(r.first_day) over (partition by r.child_id order by r.first_day, r.move_line nulls first) as end_day from residence r`;

const validOf = `case when n.end_day is null or n.end_day > n.first_day then daterange(n.first_day, n.end_day) end`;

const checks: readonly Check[] = [
  withdrawnCheck('verhuizingen', 'child_detail'),
  neighbourhoodCheck('verhuizingen'),
  notBeforeBirth('verhuizingen', 'datum'),
  notInFuture('verhuizingen', 'datum'),
  { kind: 'verhuizingen', column: 'datum', sql: `
    select n.move_line as line, ${dutchDate('n.first_day')} as value, 'is de geboortedag van het kind; zet deze gemeente dan in {kinderen}.' as text
    from residence_next n where not n.is_first and n.move_line is not null and n.first_day = n.birth_date` },
  { kind: 'verhuizingen', column: 'datum', sql: `
    select b.move_line as line, ${dutchDate('b.first_day')} as value,
      'dit kind verhuist op deze dag ook volgens ' || coalesce('regel ' || min(a.move_line), 'wat al vastligt') || '.' as text
    from residence_next a join residence_next b on a.child_id = b.child_id and a.first_day = b.first_day and a.fact_id <> b.fact_id
    where not a.is_first and not b.is_first and b.move_line is not null and (a.move_line is null or a.move_line < b.move_line)
    group by b.move_line, b.first_day` },
  { kind: 'verhuizingen', column: 'kind', sql: `
    select distinct s.line, s.kind as value, 'deze verhuizing hoort al bij een ander kind; geef een andere verhuizing een nieuwe id.' as text
    from stage_verhuizingen s join kansenlijn.child_detail d on d.fact_id = s.target where s.state = 'changed' and d.child_id <> s.kind_target` },
  { kind: 'kinderen', column: 'geboortedatum', sql: `
    select distinct n.child_line as line, ${dutchDate('n.birth_date')} as value, 'ligt niet voor de verhuizing die al vastligt op ' || ${dutchDate('n.first_day')} || '.' as text
    from residence_next n where not n.is_first and n.move_line is null and n.child_line is not null and n.first_day <= n.birth_date` },
];

const moves: Loader = {
  kind: 'verhuizingen', inLedger: true, storesAlso: 'kinderen',
  recognise: [
    `update stage_verhuizingen s set target = d.fact_id, state = 'adopted' from kansenlijn.child_detail d
     where s.state = 'new' and d.closed_revision is null and d.child_id = s.kind_target and lower(d.valid) = s.datum and d.birth_date < s.datum
       and d.municipality_code = s.gemeente_target and d.neighbourhood_id is not distinct from s.wijk_target`,
    NEXT, 'create index on residence_next (fact_id)', 'create index on residence_next (child_id)', 'analyze residence_next',
  ],
  checks,
  store: [
    `update kansenlijn.child_detail d set closing = 'corrected', closing_reason = '${IMPORT_REASON}'
     from residence_next n where d.fact_id = n.fact_id and d.closed_revision is null
       and (d.birth_date, d.municipality_code, d.neighbourhood_id, d.valid) is distinct from (n.birth_date, n.municipality_code, n.neighbourhood_id, ${validOf})`,
    `insert into kansenlijn.child_detail (fact_id, child_id, birth_date, municipality_code, neighbourhood_id, valid, change)
     select n.fact_id, n.child_id, n.birth_date, n.municipality_code, n.neighbourhood_id, ${validOf}, n.change
     from residence_next n
     where not exists (select from kansenlijn.child_detail d where d.fact_id = n.fact_id and d.closed_revision is null)`,
  ],
};

/** The loader of moves; it stores every residence, the first of new and corrected children too. */
export const MOVE_LOADERS: readonly Loader[] = [moves];
