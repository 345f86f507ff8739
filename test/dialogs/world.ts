import type { AnyDialog, DialogContext, FormView, NoticeView, Receipt, View } from '../../dialogs/dialog.ts';
import type { FormValues } from '../../cards/models.ts';
import type {
  Child, ChildrenPort, Group, GuidanceOutcome, Indication, InvitationInput, OwnRecord, Placement, PlacementsPort, Ports, RecordKind, RoleGrant,
} from '../../dialogs/ports.ts';
import { adminOf, emptyAdmin, type AdminRecords } from './admin/stub.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import { policyOf } from '../../src/policy/municipalities/index.ts';

/** Small in-memory stands-in for the ports. They hold what a test puts in and note what is stored. */
export const TODAY = '2026-11-22';
export const PUTTEN = '0273';
export const CODES = ['PU-9QN9-F37P', 'PU-5Q52-G2YK', 'PU-6SV7-HSJS', 'PU-H89R-WVRP'] as const;

export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const LOCATION = { id: uuid(900), name: 'De Waterlelie' };
export const kikkers: Group = { groupId: uuid(901), name: 'De Kikkers', locationId: LOCATION.id, locationName: LOCATION.name, municipalityCode: PUTTEN };
export const vissen: Group = { ...kikkers, groupId: uuid(902), name: 'De Vissen' };
export const elsewhere: Group = { ...kikkers, groupId: uuid(903), name: 'De Reigers', locationId: uuid(904), locationName: 'Het Riet' };

export const childcareGrant: RoleGrant = { id: uuid(1), role: 'childcare', locationId: LOCATION.id, locationName: LOCATION.name, municipalityCode: PUTTEN, municipalityName: 'Putten' };
export const healthGrant: RoleGrant = { id: uuid(2), role: 'health', organisationId: uuid(950), organisationName: 'JGZ Veluwe', municipalityCode: PUTTEN, municipalityName: 'Putten' };
export const officialGrant: RoleGrant = { id: uuid(3), role: 'official', municipalityCode: PUTTEN, municipalityName: 'Putten' };

/** 2 years and 8 months old on TODAY. */
export const BORN = '2024-03-12';
export const child = (number: number, birthDate = BORN): Child => ({ childId: uuid(100 + number), code: CODES[number] ?? '', birthDate, municipalityCode: PUTTEN });
export const placement = (number: number, over: Partial<Placement> = {}): Placement => ({
  versionId: uuid(200 + number), child: child(number), group: kikkers, vePlace: true, hoursPerWeek: 16, daysPerWeek: 4, start: '2026-09-01', ...over,
});

export interface Stored { readonly what: string; readonly value: unknown }

/** What is on record; change it before or between steps. */
export interface World {
  grants: readonly RoleGrant[];
  groups: Group[];
  withoutPlacement: Child[];
  placements: Placement[];
  /** Children that the person can see by code. */
  visible: Child[];
  /** Children that exist but are seen only after a link. */
  hidden: Child[];
  linkOutcome?: 'too_many' | 'forbidden';
  links: string[];
  indications: Map<string, Indication[]>;
  guidance: (GuidanceOutcome & { child: Child })[];
  otherVe: Map<string, { start: string; end?: string; sameLocation: boolean }[]>;
  enrolled: number;
  offered: number | undefined;
  taken: number;
  doubles: { childId: string; code: string }[];
  sameChild: Map<string, string>;
  joinedCodes: Map<string, string[]>;
  lookAlikes: { code: string; other: string; birthDate: string }[];
  records: OwnRecord[];
  municipalities: { code: string; name: string }[];
  neighbourhoods: Map<string, { id: string; name: string }[]>;
  places: { locations: { id: string; name: string }[]; schools: { id: string; name: string }[]; healthOrganisations: { id: string; name: string }[] };
  admin: AdminRecords;
  /** Whether a version is still current when it is closed. */
  isCurrent: boolean;
  stored: Stored[];
}

export function emptyWorld(over: Partial<World> = {}): World {
  return {
    grants: [childcareGrant], groups: [kikkers], withoutPlacement: [], placements: [], visible: [], hidden: [], links: [],
    indications: new Map(), guidance: [], otherVe: new Map(), enrolled: 0, offered: 10, taken: 0, doubles: [], sameChild: new Map(), joinedCodes: new Map(), lookAlikes: [],
    records: [], municipalities: [{ code: PUTTEN, name: 'Putten' }, { code: '0267', name: 'Nijkerk' }],
    neighbourhoods: new Map([[PUTTEN, [{ id: uuid(800), name: 'Dorpskern' }]], ['0267', [{ id: uuid(801), name: 'Paasbos' }]]]),
    places: { locations: [LOCATION], schools: [], healthOrganisations: [{ id: uuid(950), name: 'JGZ Veluwe' }, { id: uuid(951), name: 'CJG' }] },
    admin: emptyAdmin(), isCurrent: true, stored: [], ...over,
  };
}

export function contextOf(world: World): DialogContext {
  return {
    ports: portsOf(world),
    person: { personId: uuid(5), roles: world.grants },
    grants: world.grants,
    today: TODAY,
    policy: (code, day) => {
      const policy = policyOf(code);
      return policy && resolvePolicy(policy, day);
    },
  };
}

function portsOf(world: World): Ports {
  const keep = (what: string, value: unknown): void => void world.stored.push({ what, value });
  const notUsed = async (): Promise<never> => { throw new Error('not for dialogs'); };
  const correct = (what: string) => async (versionId: string, change: unknown, reason: string, confirmations: readonly string[]): Promise<boolean> => {
    if (world.isCurrent) keep(what, { versionId, change, reason, confirmations });
    return world.isCurrent;
  };
  return {
    children: childrenOf(world, keep),
    placements: placementsOf(world, keep),
    indications: { of: async (childId) => world.indications.get(childId) ?? [], record: async (value) => keep('indication', value) },
    guidance: { record: async (value) => keep('guidance', value) },
    records: {
      own: async (limit) => world.records.slice(0, limit),
      ownByVersion: async (kind, versionId) => world.records.find((one) => one.kind === kind && one.versionId === versionId),
      indication: async (versionId) => [...world.indications].flatMap(([childId, list]) =>
        list.filter((one) => one.versionId === versionId).map((one) => ({ ...one, child: world.visible.find((seen) => seen.childId === childId)! })))[0],
      guidance: async (versionId) => world.guidance.find((one) => one.versionId === versionId),
      correctIndication: correct('correct indication'), correctGuidance: correct('correct guidance'),
      correctPlacement: correct('correct placement'), correctExit: correct('correct exit'),
      withdraw: async (kind, versionId, reason) => {
        if (world.isCurrent) keep('withdraw', { kind, versionId, reason });
        return world.isCurrent;
      },
    },
    // The handover has a world of its own.
    handovers: {} as Ports['handovers'],
    reminders: {} as Ports['reminders'],
    // So have the kindergarten results.
    results: {} as Ports['results'],
    people: {
      places: async () => world.places,
      invite: async (value: InvitationInput) => { keep('invite', value); return { code: 'ABCD-EFGH-JKLM', expiresOn: '2026-12-06' }; },
      redeem: notUsed,
    },
    // Dialogs ask for no figures, and the runner alone keeps submissions and questions: a use of them fails the test.
    figures: {} as Ports['figures'],
    submissions: {} as Ports['submissions'],
    conversation: {} as Ports['conversation'],
    bindingMessages: {} as Ports['bindingMessages'],
    admin: adminOf(world.admin, () => world.isCurrent, keep),
    bindings: { list: async () => [], of: async () => undefined, propose: notUsed, confirm: notUsed, refuse: notUsed, unbind: notUsed, pause: notUsed, resume: notUsed, change: notUsed, settle: notUsed },
  };
}

function childrenOf(world: World, keep: (what: string, value: unknown) => void): ChildrenPort {
  return {
    lookAlikes: async () => world.lookAlikes,
    setOwnReference: async (childId, organisationId, reference) => keep('ownReference', { childId, organisationId, reference }),
    byCode: async (code) => world.visible.find((one) => one.code === code),
    async link(code, birthDate, locationId) {
      world.links.push(`${code} ${birthDate} ${locationId}`);
      if (world.linkOutcome) return world.linkOutcome;
      const found = [...world.hidden, ...world.visible].find((one) => one.code === code && one.birthDate === birthDate);
      if (!found) return 'unknown';
      if (!world.visible.includes(found)) world.visible.push(found);
      return 'linked';
    },
    async register(value) {
      keep('register', value);
      return { childId: uuid(199), code: CODES[3], birthDate: value.birthDate, municipalityCode: value.municipalityCode };
    },
    likelyDoubles: async () => world.doubles,
    sameChild: async (childId) => world.sameChild.get(childId) ?? childId,
    joinedCodes: async (childId) => world.joinedCodes.get(childId) ?? [],
    join: async (childId, intoChildId) => keep('join', { childId, intoChildId }),
    municipalities: async () => world.municipalities,
    neighbourhoods: async (code) => world.neighbourhoods.get(code) ?? [],
  };
}

function placementsOf(world: World, keep: (what: string, value: unknown) => void): PlacementsPort {
  return {
    groups: async () => world.groups,
    childrenWithoutPlacement: async () => world.withoutPlacement,
    withoutExit: async () => world.placements.filter((one) => one.end === undefined),
    byVersion: async (versionId) => world.placements.find((one) => one.versionId === versionId),
    otherVePlacements: async (childId, _location, exceptVersionId) => [
      ...(world.otherVe.get(childId) ?? []),
      ...world.placements.filter((one) => one.vePlace && one.child.childId === childId && one.versionId !== exceptVersionId)
        .map(({ start, end }) => ({ start, sameLocation: true, ...(end === undefined ? {} : { end }) })),
    ],
    enrolledInGroup: async () => world.enrolled,
    vePlaces: async () => ({ taken: world.taken, ...(world.offered === undefined ? {} : { offered: world.offered }) }),
    record: async (value) => keep('placement', value),
    async end(value) {
      if (world.isCurrent) keep('exit', value);
      return world.isCurrent;
    },
  };
}

export const indication = (issuedOn: string, over: Partial<Indication> = {}): Indication => ({ versionId: uuid(300), issuedOn, grounds: ['child_development'], ...over });

export const record = (kind: RecordKind, versionId: string, over: Partial<OwnRecord> = {}): OwnRecord =>
  ({ kind, versionId, childCode: CODES[0], day: '2026-09-01', recordedAt: '2026-11-22T09:41:00.000Z', ...over });

export interface Outcome { readonly errors?: Readonly<Record<string, string>>; readonly findings: readonly Finding[]; readonly receipt?: Receipt }

/** What a runner does with a form that comes back: parse, check, and store when nothing stands in the way. */
export async function submit(dialog: AnyDialog, world: World, values: unknown, confirm = false): Promise<Outcome> {
  const parsed = dialog.input.safeParse(values);
  if (!parsed.success) return { errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])), findings: [] };
  const context = contextOf(world);
  const findings = await dialog.check(context, parsed.data);
  const isStopped = findings.some(({ level }) => level === 'block' || (level === 'confirm' && !confirm));
  if (isStopped) return { findings };
  const confirmations = findings.filter(({ level }) => level === 'confirm').map(({ rule }) => rule);
  return { findings, receipt: await dialog.commit(context, parsed.data, confirmations) };
}

export const open = (dialog: AnyDialog, world: World, values: FormValues = {}): Promise<View> => dialog.form(contextOf(world), values);

export async function openForm(dialog: AnyDialog, world: World, values: FormValues = {}): Promise<FormView> {
  const view = await open(dialog, world, values);
  if (view.kind !== 'form') throw new Error(`a notice instead of a form: ${view.title}`);
  return view;
}

export async function openNotice(dialog: AnyDialog, world: World, values: FormValues = {}): Promise<NoticeView> {
  const view = await open(dialog, world, values);
  if (view.kind !== 'notice') throw new Error(`a form instead of a notice: ${view.title}`);
  return view;
}

export async function prefilled(dialog: AnyDialog, world: World, sentence: string) {
  return (await dialog.prefill?.(sentence, contextOf(world))) ?? { values: {} };
}

export const fieldIds = (view: FormView): string[] => view.fields.map(({ id }) => id);
export function optionsOf(view: FormView, id: string): { value: string; label: string }[] {
  const field = view.fields.find((one) => one.id === id);
  return field?.kind === 'choice' ? [...field.options] : [];
}
export const rules = ({ findings }: Outcome, level: Finding['level']): string[] => findings.filter((one) => one.level === level).map(({ rule }) => rule);
export const factsOf = ({ receipt }: Outcome): Record<string, string> => Object.fromEntries((receipt?.facts ?? []).map(({ label, value }) => [label, value]));

/** Things a client could send that no form of ours has in it. */
export const HOSTILE: readonly unknown[] = [null, 7, true, [], {}, 'x'.repeat(20_000), '\u0000', "'; drop table child; --", '__proto__', '<at>iedereen</at>', '2026-02-30', '-1', '../..'];
