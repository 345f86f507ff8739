import { afterAll, beforeAll, expect } from 'vitest';
import { signIdentity, type Capacity } from '../../../db/identity.ts';
import { CONTENT_FIELDS, type ContentField, type Side, type StepName } from '../../../src/policy/handover/index.ts';
import { createWorld, ID, PEOPLE, PUTTEN, TENANT, type PersonName, type World } from '../../support/world.ts';

/** The world of the tests of one file, with handovers in the states that they need. */
export let world: World;
export function useHandovers(): void {
  beforeAll(async () => { world = await createWorld(); });
  afterAll(() => world.close());
}

export const BORN = '2022-12-10';
export const secretOf = (field: ContentField): string => (field.endsWith('_level') ? '2' : `verteld: ${field}`);
export const EVERYBODY = Object.keys(PEOPLE) as PersonName[];

/** Hand-written SQL on the application's login, as somebody; nothing stays. */
export async function sql(person: PersonName | 'unset', text: string, values: unknown[] = [], capacity: Capacity = 'person'): Promise<Record<string, unknown>[]> {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    if (person !== 'unset') await client.query('select enter($1, null)', [signIdentity({ tenantId: TENANT, aadObjectId: PEOPLE[person] }, capacity, world.test.identityKey)]);
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

export interface Made { readonly id: string; readonly code: string; readonly childId: string }

export async function madeChild(birthDate = BORN): Promise<Omit<Made, 'id'>> {
  const child = await world.as('nurse', ({ ports }) => ports.children.register({ birthDate, municipalityCode: PUTTEN, neighbourhoodId: ID.centrum }));
  await world.as('waterlelie', async ({ ports }) => {
    await ports.children.link(child.code, birthDate, ID.waterlelie);
    await ports.placements.record({ childId: child.childId, groupId: ID.waterlelieGroup, locationId: ID.waterlelie, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2025-06-15', confirmations: [] });
  });
  return child;
}

export async function made(birthDate = BORN): Promise<Made> {
  const child = await madeChild(birthDate);
  const id = await world.as('waterlelie', async ({ ports: { handovers } }) => {
    const { handoverId } = await handovers.start(child.childId, ID.waterlelie);
    await handovers.chooseSchool(handoverId!, { schoolId: ID.school });
    return handoverId!;
  });
  return { ...child, id };
}

export const step = (person: PersonName, id: string, name: StepName, side: Side = 'childcare'): Promise<void> => world.as(person, ({ ports }) =>
  ports.handovers.record(id, { step: name, side, onDate: '2026-11-20', how: 'talk' }));
export const fill = (person: PersonName, id: string, fields: readonly ContentField[]): Promise<void> => world.as(person, ({ ports }) =>
  ports.handovers.saveContent(id, new Map(fields.map((field) => [field, secretOf(field)]))));
export const PREPARED_FIELDS = CONTENT_FIELDS.filter((field) => field !== 'school_addition' && field !== 'feedback');

export async function filled(birthDate?: string): Promise<Made> {
  const handover = await made(birthDate);
  await step('waterlelie', handover.id, 'consent_given');
  await world.as('waterlelie', ({ ports }) => ports.handovers.saveProgramme(handover.id, { programme: 'Peuterplein', startedOn: '2025-06-15', hoursPerWeek: 16 }));
  await fill('waterlelie', handover.id, PREPARED_FIELDS);
  return handover;
}
export const undo = (person: PersonName, id: string, name: StepName): Promise<void> => world.as(person, async ({ ports }) => {
  const handover = await ports.handovers.byId(id);
  expect(await ports.handovers.undo(handover!.steps.find((one) => one.step === name)!.versionId, 'vergissing')).toBe(true);
});
export const owned = async (id: string): Promise<Record<string, unknown>[]> => (await world.owner.query<Record<string, unknown>>('select field, value from handover_content where handover_id = $1', [id])).rows;

export async function sentOne(): Promise<Made> {
  const one = await filled();
  for (const name of ['prepared', 'seen_by_parents', 'sent'] as const) await step('waterlelie', one.id, name);
  return one;
}
export async function closedOne(): Promise<Made> {
  const one = await sentOne();
  await step('school', one.id, 'received', 'school');
  await fill('school', one.id, ['school_addition', 'feedback']);
  for (const name of ['completed', 'feedback_given', 'closed'] as const) await step('school', one.id, name, 'school');
  return one;
}
