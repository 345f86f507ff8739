import pg from 'pg';
import { z } from 'zod/v4';
import { actingAsLabel, shortRoleLabel } from '../turn/acting-as.ts';
import type { RoleGrant } from '../../dialogs/ports.ts';
import type { DemoPerson, DemoRoles } from '../turn/context.ts';

const rowSchema = z.object({ aadObjectId: z.string(), roles: z.array(z.record(z.string(), z.unknown())) });

/**
 * The demo people, and as whom the Playground's user acts: kept in the database, so that a
 * restart does not change who you are. People are read with the owner's login, which only a
 * demo has here, each time that they are listed: an import may have brought others.
 */
export async function createDemoRoles(ownerUrl: string, pool: pg.Pool, tenantId: string, playgroundUser: string): Promise<DemoRoles> {
  const people = await demoPeople(ownerUrl, tenantId);
  const [first] = people;
  if (!first) throw new Error('the demo data hold no people');
  const { rows } = await pool.query<{ user: string; as: string }>('select aad_object_id as "user", acts_as as "as" from kansenlijn.demo_acting');
  const acting = new Map(rows.filter((row) => people.some((person) => person.aadObjectId === row.as)).map((row) => [row.user, row.as]));
  return {
    people: () => demoPeople(ownerUrl, tenantId),
    actingAs(user) {
      // Only the Playground's own user starts as somebody; anyone else is a stranger until they choose.
      const chosen = acting.get(user.aadObjectId) ?? (user.aadObjectId === playgroundUser ? first.aadObjectId : undefined);
      return chosen === undefined ? user : { tenantId, aadObjectId: chosen };
    },
    async switchTo(user, demoPerson) {
      await pool.query(`insert into kansenlijn.demo_acting (aad_object_id, acts_as) values ($1, $2)
        on conflict (aad_object_id) do update set acts_as = excluded.acts_as`, [user, demoPerson]);
      acting.set(user, demoPerson);
    },
  };
}

/** Officials first: who opens the demo begins with the figures. */
const ORDER = ['official', 'childcare', 'health', 'regional', 'reader', 'school'];

async function demoPeople(ownerUrl: string, tenantId: string): Promise<DemoPerson[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<Record<string, unknown>>(
      'select aad_object_id as "aadObjectId", kansenlijn.roles_of(id) as roles from kansenlijn.person where tenant_id = $1 order by created_at, aad_object_id', [tenantId]);
    return rows.map((row) => rowSchema.parse(row))
      .map(({ aadObjectId, roles }) => ({ aadObjectId, grants: roles.map(withoutNulls) }))
      .filter(({ grants }) => grants.length > 0)
      .sort((a, b) => ORDER.indexOf(a.grants[0]!.role) - ORDER.indexOf(b.grants[0]!.role))
      .map(({ aadObjectId, grants }) => ({ aadObjectId, label: shortRoleLabel(grants), fullLabel: actingAsLabel(grants) }));
  } finally {
    await owner.end();
  }
}

const withoutNulls = (role: Record<string, unknown>): RoleGrant => Object.fromEntries(Object.entries(role).filter(([, value]) => value !== null)) as unknown as RoleGrant;
