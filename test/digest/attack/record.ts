import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { IsoDate } from '../../../src/policy/engine/types.ts';
import { ID } from '../../support/world.ts';
import { PLACES, type History, type Life, type Sent, type Stay, type Outcome, type Told } from './lives.ts';

/** Writes a history into the ledger, day after day, as the product does: a belief is closed and another opened. */

const WILG = { id: '00000000-0000-4000-8000-000000000014', group: '00000000-0000-4000-8000-000000000024' } as const;
const AT = {
  waterlelie: [ID.waterlelie, ID.waterlelieGroup], bosrand: [ID.bosrand, ID.bosrandGroup], wilg: [WILG.id, WILG.group], ermelo: [ID.ermelo, ID.ermeloGroup],
} as const;

const idOf = (name: string): string => createHash('md5').update(name).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const quoted = (value: string | undefined): string => (value === undefined ? 'null' : `'${value}'`);

/** So many questions of so few records: planning each anew, or waiting for the disk, would take longer than answering. */
const QUICK = `do $$ begin
  execute format('alter database %I set plan_cache_mode = force_generic_plan', current_database());
  execute format('alter database %I set synchronous_commit = off', current_database());
end $$;`;

/** The places of this history, and what does not change. */
export const worldSql = ({ offered }: History): string => `${QUICK}
set search_path = kansenlijn, public;
insert into location (id, organisation_id, municipality_code, name) values ('${WILG.id}', '${ID.otherProvider}', '0273', 'De Es');
insert into care_group (id, location_id, name) values ('${WILG.group}', '${WILG.id}', 'Vlinders');
delete from ve_place_offer;
insert into ve_place_offer (location_id, places, valid) values ${PLACES.map((place) => `('${AT[place][0]}', ${offered[place]}, '[2023-01-01,)')`).join(', ')};
insert into population (municipality_code, reference_date, age_months, children) values ('0273', '2026-01-01', '[24,48)', 220);`;

const isoDays = (from: IsoDate, until: IsoDate | undefined): string => `daterange('${from}', ${quoted(until)})`;

const openStay = (child: string, fact: string, { at, ve, start, end, reason }: Stay, change: string): string => `
insert into placement (fact_id, child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason, change)
  values ('${fact}', '${child}', '${AT[at][0]}', '${AT[at][1]}', ${ve}, 16, 4, ${isoDays(start, end)}, ${quoted(reason)}, '${change}');`;
const openOutcome = (child: string, fact: string, { on, reason }: Outcome, change: string): string => `
insert into guidance_outcome (fact_id, child_id, on_date, kind, reasons, change) values ('${fact}', '${child}', '${on}', 'non_reach', '{${reason}}', '${change}');`;

/** Closes what was believed and opens what is believed now. */
function believe<T>(table: string, fact: string, told: Told<T> | undefined, day: IsoDate, open: (value: T, change: string) => string): string {
  const at = told?.findIndex(({ known }) => known === day) ?? -1;
  if (at < 0) return '';
  const { value } = told![at]!;
  const closed = at === 0 ? '' : `update ${table} set closing = '${value === undefined ? 'withdrawn' : 'corrected'}', closing_reason = 'test' where fact_id = '${fact}' and closed_revision is null;`;
  return `${closed}${value === undefined ? '' : open(value, at === 0 ? 'recorded' : 'corrected')}`;
}

function handoverSql({ id, stay, handover }: Life, child: string, day: IsoDate): string {
  const at = handover?.findIndex(({ known }) => known === day) ?? -1;
  if (at < 0) return '';
  const own = idOf(`handover ${id}`);
  const place = stay?.[0]?.value?.at ?? 'waterlelie';
  const begin = at > 0 ? `update handover_step set closing = 'corrected', closing_reason = 'test' where handover_id = '${own}' and closed_revision is null;`
    : `insert into handover (id, child_id, location_id, school_id, started_by) values ('${own}', '${child}', '${AT[place][0]}', '${ID.school}', 'childcare');`;
  const { value } = handover![at]!;
  const step = (kind: string, { on }: Sent): string => `insert into handover_step (handover_id, step, side, on_date, how) values ('${own}', '${kind}', 'childcare', '${on}', 'talk');`;
  return `${begin}${value ? [...(value.consent ? [value.consent] : []), 'sent'].map((kind) => step(kind, value)).join('\n') : ''}`;
}

function lifeSql(life: Life, day: IsoDate, isFirst: boolean): string {
  const child = idOf(`child ${life.id}`);
  const version = idOf(`indication ${life.id}`);
  const born = isFirst ? `insert into child (id, code) values ('${child}', '${codeOf(life.id)}');
    insert into child_detail (child_id, birth_date, municipality_code, valid) values ('${child}', '${life.birth}', '0273', '[${life.birth},)');` : '';
  const indicated = life.indication?.known === day ? `insert into indication (version_id, child_id, valid) values ('${version}', '${child}', '[${life.indication.on},)');
    insert into indication_ground (version_id, ground) values ('${version}', 'child_development');` : '';
  return [
    born, indicated,
    believe('guidance_outcome', idOf(`outcome ${life.id}`), life.outcome, day, (value, change) => openOutcome(child, idOf(`outcome ${life.id}`), value, change)),
    believe('placement', idOf(`stay ${life.id}`), life.stay, day, (value, change) => openStay(child, idOf(`stay ${life.id}`), value, change)),
    handoverSql(life, child, day),
  ].join('');
}

const codeOf = (id: string): string => `PU-${createHash('md5').update(id).digest('hex').slice(0, 8).toUpperCase().replace(/^(.{4})/, '$1-')}`;

const daysOf = ({ indication, outcome = [], stay = [], handover = [] }: Life): IsoDate[] => [...(indication ? [indication.known] : []), ...[...outcome, ...stay, ...handover].map(({ known }) => known)];

/** Records all that is told after `after` up to and including `until`, each day at nine in the morning. */
export async function record(owner: pg.Pool, { lives }: History, after: IsoDate, until: IsoDate): Promise<void> {
  const first = new Map(lives.map((life) => [life, daysOf(life).sort()[0]]));
  const days = [...new Set(lives.flatMap(daysOf))].filter((day) => after < day && day <= until).sort();
  const statements = days.map((day) => `begin; select open_revision(null, '${day} 09:00 Europe/Amsterdam', 'import');
    ${lives.map((life) => lifeSql(life, day, first.get(life) === day)).filter(Boolean).join('\n')} commit;`);
  if (statements.length > 0) await owner.query(`set search_path = kansenlijn, public; ${statements.join('\n')}`);
}

export const longAgo: IsoDate = '2023-01-01';
