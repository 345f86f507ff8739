import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createAppLogin } from '../../../db/app-role.ts';
import { loadDemo } from '../../../db/demo/load.ts';
import { migrate } from '../../../db/migrate.ts';
import type { Person } from '../../teams/driver.ts';

/** A database with records, and what a bot needs to work on it. */
export interface World {
  readonly label: string;
  /** Rows by table, for the report. */
  readonly sizes: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A tenant of nobody; the official of Putten in the demo's records. */
export const ASKER: Person & { readonly aadObjectId: string } = { tenantId: '6f1d3a5e-93c0-4d1f-8a55-0b7c2e4d0273', aadObjectId: 'demo-beleid-putten' };
const TODAY = '2026-11-22';

/** Migrates, loads the demo and, when asked, `children` more in five municipalities; then lets the planner count. */
export async function buildWorld(label: string, ownerUrl: string, children: number): Promise<World> {
  const identityKey = randomBytes(32).toString('base64url');
  await migrate({ ownerUrl, identityKey });
  await loadDemo({ ownerUrl, tenantId: ASKER.tenantId });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if (children > 0) await owner.query(manyChildren(children));
    await owner.query('vacuum analyze');
    const { rows } = await owner.query<{ sizes: string }>(SIZES);
    return { label, sizes: rows[0]!.sizes, env: { DATABASE_URL: await createAppLogin(ownerUrl), IDENTITY_KEY: identityKey, KANSENLIJN_TODAY: TODAY } };
  } finally {
    await owner.end();
  }
}

const TABLES = ['municipality', 'location', 'child', 'indication', 'placement', 'guidance_outcome'];
const SIZES = `select ${TABLES.map((table) => `(select count(*) || ' ${table}' from kansenlijn.${table})`).join(` || ', ' || `)} as sizes`;

/**
 * Children born evenly over the eight years before the demo's day, a fifth of them in each
 * municipality: 60% indicated at two years, 80% of those on a VE place from two years and a
 * half until the fourth birthday, a fifth with a refusal. One revision, as an import has.
 */
function manyChildren(count: number): string {
  return `
    set search_path = kansenlijn, public;
    begin;
    select open_revision(null, null, 'import');
    insert into municipality (code, name, code_prefix) values ('9001', 'Noorddorp', 'QA'), ('9002', 'Oostdorp', 'QB'), ('9003', 'Zuiddorp', 'QC'), ('9004', 'Westdorp', 'QD');
    create temp table bench_place on commit drop as
      select row_number() over (order by code) - 1 as nr, code from municipality where code = '0273' or code like '900_';
    insert into organisation (kind, name) values ('childcare', 'Grote aanbieder');
    insert into location (organisation_id, municipality_code, name)
      select o.id, p.code, 'Grote locatie ' || n from bench_place p, generate_series(0, 9) n, organisation o where o.name = 'Grote aanbieder';
    insert into care_group (location_id, name) select id, 'Groep' from location where name like 'Grote locatie %';
    insert into ve_place_offer (location_id, places, valid) select id, 16, '[2018-01-01,)' from location where name like 'Grote locatie %';

    create temp table bench_child on commit drop as
      select n, gen_random_uuid() as id, p.code as municipality, '${TODAY}'::date - (n * 7919) % 2922 as born, (n * 104729) % 100 as luck
      from generate_series(1, ${count}) n join bench_place p on p.nr = n % 5;
    insert into child (id, code) select id, 'QZ-' || lpad(upper(to_hex(n)), 8, '0')::char(4) || '-' || right(lpad(upper(to_hex(n)), 8, '0'), 4) from bench_child;
    insert into child_detail (child_id, birth_date, municipality_code, valid) select id, born, municipality, daterange(born, null) from bench_child;
    insert into indication (child_id, valid)
      select id, daterange((born + interval '2 years')::date, null) from bench_child where luck < 60 and born + interval '2 years' <= '${TODAY}';
    insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason)
      select c.id, l.id, g.id, true, 16, 4, daterange((born + interval '30 months')::date, case when born + interval '4 years' <= '${TODAY}' then (born + interval '4 years')::date end),
        case when born + interval '4 years' <= '${TODAY}' then 'school_at_4' end
      from bench_child c join location l on l.municipality_code = c.municipality and l.name = 'Grote locatie ' || c.n / 5 % 10 join care_group g on g.location_id = l.id
      where luck < 48 and born + interval '30 months' <= '${TODAY}';
    insert into guidance_outcome (child_id, on_date, kind)
      select id, (born + interval '26 months')::date, 'refusal' from bench_child where luck between 48 and 59 and born + interval '26 months' <= '${TODAY}';
    commit;
    reset search_path`;
}
