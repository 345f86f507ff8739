import { createPool } from '../pool.ts';

/** How the handover of a child went: days before its 4th birthday, and what followed. */
interface Story {
  readonly school: string;
  readonly programme: string;
  readonly consent: 'consent_given' | 'consent_refused' | 'consent_asked';
  readonly daysBefore: number;
  readonly talk?: true;
  readonly feedback?: true;
  /** Prepared, and never sent. */
  readonly open?: true;
}

const HEIDEBLOEM = 'Basisschool De Heidebloem';
const KOMPAS = 'Basisschool Het Kompas';

/** One after the other for the children who turned four in 2026; undefined: nothing was handed over. */
const STORIES: readonly (Story | undefined)[] = [
  { school: HEIDEBLOEM, programme: 'Piramide', consent: 'consent_given', daysBefore: 70, talk: true, feedback: true },
  { school: KOMPAS, programme: 'Puk (Uk & Puk)', consent: 'consent_given', daysBefore: 42, talk: true },
  { school: HEIDEBLOEM, programme: 'Piramide', consent: 'consent_refused', daysBefore: 50 },
  undefined,
  { school: KOMPAS, programme: 'Puk (Uk & Puk)', consent: 'consent_given', daysBefore: 20, talk: true, feedback: true },
  { school: HEIDEBLOEM, programme: 'Piramide', consent: 'consent_asked', daysBefore: -9 },
  { school: HEIDEBLOEM, programme: 'Startblokken', consent: 'consent_asked', daysBefore: 14, open: true },
];

/** Known since the end of the autumn, as the other records of it. */
const KNOWN_ON = '2026-11-20';

const CHILDREN = `
select * from (select c.id as child, p.location_id as location, (d.birth_date + interval '48 months')::date::text as birthday, (row_number() over (order by d.birth_date, r.source_id))::int as number
from kansenlijn.child c join kansenlijn.import_record r on r.kind = 'kinderen' and r.target_id = c.id::text join kansenlijn.child_detail d on d.child_id = c.id and d.closed_revision is null
  join lateral (select location_id from kansenlijn.placement p where p.child_id = c.id and p.closed_revision is null order by lower(p.valid) desc limit 1) p on true
where d.municipality_code = '0273' and d.birth_date + interval '48 months' >= '2026-01-01' and d.birth_date + interval '48 months' <= '2026-11-01'
) turned where not exists (select from kansenlijn.handover h where h.child_id = turned.child)`;

const BEGIN = `
with made as (
  insert into kansenlijn.handover (child_id, location_id, school_id, started_by)
  select $1::uuid, $2::uuid, s.id, 'childcare' from kansenlijn.school s where s.name = $3::text returning id
)
insert into kansenlijn.handover_programme (handover_id, programme, started_on, hours_per_week)
select id, $4::text, $5::date - 540, 16 from made returning handover_id as id`;

const STEP = `insert into kansenlijn.handover_step (handover_id, step, side, on_date, how, change) values ($1::uuid, $2::text, $3::text, least($4::date + $5::int, '${KNOWN_ON}'::date), $6::text, 'imported')`;

/** The steps with their days from the 4th birthday on. */
function stepsOf({ consent, daysBefore, talk, feedback, open }: Story): readonly (readonly [step: string, side: 'childcare' | 'school', day: number, how: string | null])[] {
  const sent = -daysBefore;
  const begun = [[consent, 'childcare', sent - 20, consent === 'consent_asked' ? null : 'talk'], ['prepared', 'childcare', sent - 7, null]] as const;
  if (open) return begun;
  return [
    ...begun, ['sent', 'childcare', sent, null], ['received', 'school', sent + 3, null],
    ...(talk ? [['talk_held', 'school', sent + 7, null] as const] : []), ['completed', 'school', sent + 10, null],
    ...(feedback ? [['feedback_given', 'school', sent + 90, null] as const] : []), ['closed', 'school', sent + 95, null],
  ];
}

/** Handovers of children who went to school this year, so that each figure about them says something. Again changes nothing. */
export async function loadHandovers(ownerUrl: string): Promise<void> {
  const pool = createPool(ownerUrl, { max: 1 });
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ child: string; location: string; birthday: string; number: number }>(`${CHILDREN} order by number`);
    const told = rows.flatMap((row) => {
      const story = STORIES[(row.number - 1) % STORIES.length];
      return story ? [{ ...row, story }] : [];
    });
    if (told.length > 0) await client.query(`select kansenlijn.open_revision(null, least('${KNOWN_ON}'::timestamptz, now()), 'import')`);
    for (const { child, location, birthday, story } of told) {
      const made = await client.query<{ id: string }>(BEGIN, [child, location, story.school, story.programme, birthday]);
      for (const [step, side, day, how] of stepsOf(story)) await client.query(STEP, [made.rows[0]!.id, step, side, birthday, day, how]);
    }
    await client.query('commit');
  } finally {
    client.release();
    await pool.end();
  }
}
