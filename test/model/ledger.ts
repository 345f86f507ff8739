import type pg from 'pg';
import type { Child, Event, Home, Records } from './records.ts';
import { noRecords, tell } from './records.ts';
import type { Day } from './calendar.ts';
import { groupOf, GROUPS, LOCATIONS, MUNICIPALITIES, NEIGHBOURHOODS, PROVIDERS, REGION } from './world.ts';

/** Writes a history into the ledger as the product does: a belief is closed and another opened. All text in it is our own. */

const quoted = (value: string | number | undefined): string => (value === undefined ? 'null' : `'${value}'`);
const idOf = (name: string): string => `md5('${name}')::uuid`;
const list = (values: readonly string[]): string => `array[${values.map(quoted).join(', ')}]::text[]`;
const days = (from: Day, until: Day | undefined): string => `daterange('${from}', ${quoted(until)})`;

export const PEOPLE = { '9001': 'model-official-1', '9002': 'model-official-2', region: 'model-regional' } as const;

/** Everything of the small world that is not in the ledger. */
export const WORLD_SQL = `
set search_path = kansenlijn, public;
insert into municipality (code, name, code_prefix) values ${MUNICIPALITIES.map(({ code, name }, index) => `('${code}', '${name}', 'M${'ABC'[index]!}')`).join(', ')};
insert into region (id, name) values ('${REGION.id}', '${REGION.name}');
insert into region_member (region_id, municipality_code) values ${REGION.members.map((code) => `('${REGION.id}', '${code}')`).join(', ')};
insert into neighbourhood (id, municipality_code, name, cluster) values ${NEIGHBOURHOODS.map(({ id, municipality, name, cluster }) => `('${id}', '${municipality}', '${name}', ${quoted(cluster)})`).join(', ')};
insert into organisation (id, kind, name) values ${PROVIDERS.map(({ id, name }) => `('${id}', 'childcare', '${name}')`).join(', ')};
insert into location (id, organisation_id, municipality_code, neighbourhood_id, name) values ${LOCATIONS.map(({ id, provider, municipality, neighbourhood, name }) =>
  `('${id}', '${PROVIDERS.find((each) => each.name === provider)!.id}', '${municipality}', ${quoted(neighbourhood)}, '${name}')`).join(', ')};
insert into care_group (id, location_id, name) values ${GROUPS.map(({ id, location, name }) => `('${id}', '${location}', '${name}')`).join(', ')};
insert into person (tenant_id, aad_object_id) select 'test-tenant', unnest(${list(Object.values(PEOPLE))});
insert into person_role (person_id, role, municipality_code, region_id)
select p.id, r.role, r.municipality_code, r.region_id from (values
  ('${PEOPLE['9001']}', 'official', '9001', null), ('${PEOPLE['9002']}', 'official', '9002', null), ('${PEOPLE.region}', 'regional', null, '${REGION.id}')) r (person, role, municipality_code, region_id)
join person p on p.aad_object_id = r.person`;

/** So that the next history starts with an empty ledger; its clock runs on. */
export const EMPTY_SQL = 'truncate kansenlijn.child, kansenlijn.ve_place_offer, kansenlijn.population cascade';

const close = (table: string, fact: string, closing: string): string => `update ${table} set closing = '${closing}', closing_reason = 'test' where fact_id = ${idOf(fact)} and closed_revision is null;`;

interface Stay extends Home { readonly birth: Day; readonly until: Day | undefined }
const staysOf = (child: Child | undefined): Stay[] => (child?.homes ?? []).map((home, index) => ({ ...home, birth: child!.birth, until: child!.homes[index + 1]?.from }));
const same = (a: Stay, b: Stay): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only homes that change, if only in their last day, get another belief. */
function childSql(id: string, before: Child | undefined, after: Child | undefined): string {
  const [old, now] = [staysOf(before), staysOf(after)];
  const closed = old.filter((stay) => !now.some((other) => same(stay, other)));
  const opened = now.filter((stay) => !old.some((other) => same(stay, other)));
  return [
    ...(after ? [`insert into child (id, code) values (${idOf(id)}, 'MA-${id.replace('child ', '').padStart(4, '0')}') on conflict do nothing;`] : []),
    ...closed.map((stay) => close('child_detail', stay.id, now.some((other) => other.id === stay.id) ? 'corrected' : 'withdrawn')),
    ...opened.map((stay) => `insert into child_detail (fact_id, child_id, birth_date, municipality_code, neighbourhood_id, valid, change)
      values (${idOf(stay.id)}, ${idOf(id)}, '${stay.birth}', '${stay.municipality}', ${quoted(stay.neighbourhood)}, ${days(stay.from, stay.until)}, '${old.some((other) => other.id === stay.id) ? 'corrected' : 'recorded'}');`),
  ].join('\n');
}

const PLACEMENT_CHANGES: Readonly<Record<string, string>> = { exit: 'exited', reopen: 'reopened' };

/** Closes what was held to be true and opens what is now. */
function beliefSql(event: Event, isKnown: boolean): string {
  const table = { child: 'child_detail', indication: 'indication', outcome: 'guidance_outcome', placement: 'placement', join: 'child_join', offer: 've_place_offer', count: 'population' }[event.about];
  const change = isKnown ? 'corrected' : 'recorded';
  const closing = event.value === undefined ? 'withdrawn' : (PLACEMENT_CHANGES[event.what] ?? 'corrected');
  const closed = isKnown ? close(table, event.id, closing) : '';
  return `${closed}\n${event.value === undefined ? '' : openSql(event, isKnown ? (PLACEMENT_CHANGES[event.what] ?? change) : change)}`;
}

function openSql(event: Event, change: string): string {
  const fact = idOf(event.id);
  switch (event.about) {
    case 'child': throw new Error('a child is told with its homes');
    case 'indication': {
      const { child, from, until, grounds } = event.value!;
      return `with opened as (insert into indication (fact_id, child_id, valid, change) values (${fact}, ${idOf(child)}, ${days(from, until)}, '${change}') returning version_id)
        insert into indication_ground (version_id, ground) select version_id, unnest(${list(grounds)}) from opened;`;
    }
    case 'outcome': {
      const { child, on, kind, reasons } = event.value!;
      return `insert into guidance_outcome (fact_id, child_id, on_date, kind, reasons, change) values (${fact}, ${idOf(child)}, '${on}', '${kind}', ${list(reasons)}, '${change}');`;
    }
    case 'placement': {
      const { child, group, ve, hours, days: daysPerWeek, start, end, reason } = event.value!;
      return `insert into placement (fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, change)
        values (${fact}, ${idOf(child)}, '${groupOf(group).location}', '${group}', ${ve}, ${hours}, ${daysPerWeek}, ${days(start, end)}, ${quoted(reason)}, '${change}');`;
    }
    case 'join': return `insert into child_join (fact_id, child_id, into_child_id, change) values (${fact}, ${idOf(event.value!.code)}, ${idOf(event.value!.into)}, '${change}');`;
    case 'offer': {
      const { location, places, from, until } = event.value!;
      return `insert into ve_place_offer (fact_id, location_id, places, valid, change) values (${fact}, '${location}', ${places}, ${days(from, until)}, '${change}');`;
    }
    case 'count': {
      const { municipality, neighbourhood, on, fromMonths, untilMonths, children } = event.value!;
      return `insert into population (fact_id, municipality_code, neighbourhood_id, reference_date, age_months, children, change)
        values (${fact}, '${municipality}', ${quoted(neighbourhood)}, '${on}', int4range(${fromMonths}, ${untilMonths}), ${children}, '${change}');`;
    }
  }
}

/** Late in the evening, in the Netherlands: the day after in the summer months, for who looks at UTC. */
const moment = (known: Day): string => `('${known} 23:30 Europe/Amsterdam')::timestamptz`;
export const endOf = (known: Day): string => `${known} 23:59 Europe/Amsterdam`;

/** Tells the events, each in a transaction of its own. Returns the revision of each. */
export async function tellAll(client: pg.ClientBase, events: readonly Event[], records: Records = noRecords()): Promise<number[]> {
  const statements = events.map((event, place) => {
    const change = event.about === 'child' ? childSql(event.id, records.child.get(event.id), event.value) : beliefSql(event, records[event.about].has(event.id));
    tell(records, event, place);
    return `begin; select kansenlijn.open_revision(null, ${moment(event.known)}, 'import') as revision;\n${change}\ncommit;`;
  });
  if (statements.length === 0) return [];
  const results = await client.query<{ revision: number }>(statements.join('\n')) as unknown as pg.QueryResult<{ revision: number | string }>[];
  return results.flatMap(({ rows }) => (rows[0]?.revision === undefined ? [] : [Number(rows[0].revision)]));
}
