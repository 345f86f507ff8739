import { type Check, dutchDate, overlapChecks } from './checks.ts';
import { notBeforeBirth } from './load-children.ts';
import { IMPORT_REASON, withdrawnCheck } from './ledger.ts';
import type { Loader } from './loader.ts';
import { LIVE } from './stage.ts';

/**
 * A placement and its exit come from two files but are one belief. `placement_next` holds
 * what the placements touched by this import will be: each field from the row that is new
 * or changed, otherwise as we believe it now. An exit is never undone by an absent row.
 */
const NEXT = `
  create temporary table placement_next on commit drop as
  select touched.fact_id, coalesce(s.version_id, u.version_id) as version_id,
    s.line as placement_line, u.line as exit_line,
    coalesce(s.kind_target, c.child_id) as child_id,
    coalesce(g.location_id, gs.locatie_target, c.location_id) as location_id,
    coalesce(s.groep_target, c.group_id) as group_id,
    coalesce(s.ve_plaats, c.ve_place) as ve_place,
    coalesce(s.uren_per_week, c.hours_per_week) as hours_per_week,
    coalesce(s.dagen_per_week, c.days_per_week) as days_per_week,
    coalesce(s.start, lower(c.valid)) as first_day,
    coalesce(u.laatste_dag + 1, s.laatste_dag + 1, upper(c.valid)) as end_day,
    coalesce(u.reden, s.reden, c.exit_reason) as exit_reason,
    case when u.line is not null then u.toelichting when s.laatste_dag is not null then s.toelichting else c.exit_note end as exit_note,
    s.line is null and upper_inf(c.valid) as only_ended,
    s.state = 'new' as is_new
  from (
    select s.target as fact_id from stage_plaatsingen s where ${LIVE}
    union select s.plaatsing_target from stage_uitstroom s where ${LIVE} and s.plaatsing_target is not null
  ) touched
  left join stage_plaatsingen s on s.target = touched.fact_id and ${LIVE}
  left join (select distinct on (s.plaatsing_target) s.* from stage_uitstroom s where ${LIVE} order by s.plaatsing_target, s.line) u
    on u.plaatsing_target = touched.fact_id
  left join kansenlijn.placement c on c.fact_id = touched.fact_id and c.closed_revision is null
  left join stage_groepen gs on gs.target = s.groep_target and gs.state <> 'broken'
  left join kansenlijn.care_group g on g.id = s.groep_target`;

const validOf = `case when n.end_day is null or n.end_day > n.first_day then daterange(n.first_day, n.end_day) end`;
const complete = `n.child_id is not null and n.group_id is not null`;
const overlap = overlapChecks('plaatsingen', 'start',
  `select n.placement_line as line, coalesce(j.into_child_id, n.child_id) as owner, ${validOf} as valid
   from placement_next n left join kansenlijn.child_join j on j.child_id = n.child_id and j.closed_revision is null
   where n.ve_place and ${complete} and n.placement_line is not null`,
  `select coalesce(j.into_child_id, p.child_id) as owner, p.valid
   from kansenlijn.placement p left join kansenlijn.child_join j on j.child_id = p.child_id and j.closed_revision is null
   where p.ve_place and p.closed_revision is null and not exists (select from placement_next n where n.fact_id = p.fact_id and n.placement_line is not null)`,
  'zelfde kind op een VE-plaats');

const placements: Loader = {
  kind: 'plaatsingen', inLedger: true,
  checks: [
    withdrawnCheck('plaatsingen', 'placement'),
    notBeforeBirth('plaatsingen', 'start'),
    { kind: 'plaatsingen', column: 'start', sql: `
      select s.line, ${dutchDate('s.start')} as value, 'ligt meer dan een jaar vooruit.' as text
      from stage_plaatsingen s, import_context c where ${LIVE} and s.start > c.today + interval '1 year'` },
  ],
  store: [],
};

const exitChecks: readonly Check[] = [
  { kind: 'uitstroom', column: 'plaatsing', sql: `
    select s.line, s.plaatsing as value, 'deze plaatsing eindigt ook op regel ' || min(o.line) || '.' as text
    from stage_uitstroom s join stage_uitstroom o on o.plaatsing_target = s.plaatsing_target and o.line < s.line and o.state <> 'broken'
    where s.state <> 'broken' group by s.line, s.plaatsing` },
  { kind: 'uitstroom', column: 'plaatsing', sql: `
    select s.line, s.plaatsing as value, 'deze plaatsing heeft al een laatste dag in {plaatsingen}, regel ' || p.line || '; noem de uitstroom op één plek.' as text
    from stage_uitstroom s join stage_plaatsingen p on p.target = s.plaatsing_target
    where s.state <> 'broken' and p.state <> 'broken' and p.laatste_dag is not null` },
  { kind: 'uitstroom', column: 'plaatsing', sql: `
    select s.line, s.plaatsing as value, 'deze plaatsing is in Kansenlijn ingetrokken.' as text
    from stage_uitstroom s where ${LIVE} and s.plaatsing_target is not null
    and not exists (select from stage_plaatsingen p where p.target = s.plaatsing_target and p.state in ('new', 'broken'))
    and not exists (select from kansenlijn.placement p where p.fact_id = s.plaatsing_target and p.closed_revision is null)` },
  { kind: 'uitstroom', column: 'laatste_dag', sql: `
    select n.exit_line as line, ${dutchDate('n.end_day - 1')} as value, 'ligt voor de start van de plaatsing (' || ${dutchDate('n.first_day')} || ').' as text
    from placement_next n where n.exit_line is not null and n.end_day <= n.first_day` },
  { kind: 'uitstroom', column: 'laatste_dag', sql: `
    select s.line, ${dutchDate('s.laatste_dag')} as value, 'ligt meer dan een jaar vooruit.' as text
    from stage_uitstroom s, import_context c where ${LIVE} and s.laatste_dag > c.today + interval '1 year'` },
];

/** A start that moves behind an exit that we know from elsewhere. */
const startsAfterKnownExit: Check = { kind: 'plaatsingen', column: 'start', sql: `
  select n.placement_line as line, ${dutchDate('n.first_day')} as value,
    'ligt na de laatste dag die in Kansenlijn vastligt (' || ${dutchDate('n.end_day - 1')} || ').' as text
  from placement_next n where n.exit_line is null and n.placement_line is not null and n.end_day <= n.first_day` };

/** An exit that moves forward can run into the next placement. */
const exitOverlap: Check = { kind: 'uitstroom', column: 'laatste_dag', sql: `
  select distinct n.exit_line as line, ${dutchDate('n.end_day - 1')} as value,
    'de plaatsing zou dan overlappen met een andere plaatsing van hetzelfde kind op een VE-plaats.' as text
  from placement_next n
  join kansenlijn.placement p on p.child_id = n.child_id and p.ve_place and p.closed_revision is null
  where n.ve_place and n.placement_line is null and n.exit_line is not null and p.valid && ${validOf}
    and not exists (select from placement_next o where o.fact_id = p.fact_id)` };

const exits: Loader = {
  kind: 'uitstroom', inLedger: true, storesAlso: 'plaatsingen',
  recognise: [NEXT, 'create index on placement_next (fact_id)', 'create index on placement_next (child_id)', 'analyze placement_next'],
  checks: [...exitChecks, startsAfterKnownExit, exitOverlap, ...overlap],
  store: [
    `update kansenlijn.placement p set closing = case when n.only_ended then 'exited' else 'corrected' end, closing_reason = '${IMPORT_REASON}'
     from placement_next n where p.fact_id = n.fact_id and p.closed_revision is null`,
    `insert into kansenlijn.placement (version_id, fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week,
       valid, exit_reason, exit_note, change)
     select n.version_id, n.fact_id, n.child_id, n.location_id, n.group_id, n.ve_place, n.hours_per_week, n.days_per_week,
       ${validOf}, n.exit_reason, n.exit_note, case when n.is_new then 'imported' when n.only_ended then 'exited' else 'corrected' end
     from placement_next n`,
    `insert into kansenlijn.child_location (child_id, location_id, how)
     select distinct n.child_id, n.location_id, 'import' from placement_next n on conflict do nothing`,
  ],
};

/** Loaders of placements and exits; the second stores both. */
export const PLACEMENT_LOADERS: readonly Loader[] = [placements, exits];
