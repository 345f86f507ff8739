import type { DialogContext } from '../../../dialogs/dialog.ts';
import type { Handover, HandoverCandidate, HandoverSchool, HandoversPort, Programme, RecordedStep, StepInput } from '../../../dialogs/handover/port.ts';
import type { RoleGrant } from '../../../dialogs/ports.ts';
import { consentOf, type ContentField, type StepName } from '../../../src/policy/handover/index.ts';
import { childcareGrant, CODES, contextOf, emptyWorld, LOCATION, PUTTEN, TODAY, uuid, type World } from '../world.ts';

/** A stand-in for the port of the handover, on one handover; notes what is stored and refuses content without consent, as the database does. */
export const SCHOOL = { id: uuid(700), name: 'De Lindeboom' };
export const schoolGrant: RoleGrant = { id: uuid(7), role: 'school', schoolId: SCHOOL.id, schoolName: SCHOOL.name, municipalityCode: PUTTEN, municipalityName: 'Putten' };
export const HANDOVER = uuid(600);

export interface HandoverWorld {
  grants: RoleGrant[];
  candidates: HandoverCandidate[];
  handover: Handover | undefined;
  schools: HandoverSchool[];
  programme: Programme | undefined;
  content: Map<ContentField, string>;
  elsewhere: boolean;
  outcome: Awaited<ReturnType<HandoversPort['startBySchool']>>['outcome'];
  publicUrl: string | undefined;
  stored: string[];
}

let version = 800;
export const recorded = (step: StepName, over: Partial<RecordedStep> = {}): RecordedStep =>
  ({ versionId: uuid((version += 1)), step, side: 'childcare', onDate: '2026-11-20', participants: [], recordedAt: '2026-11-20T10:00:00Z', ...over });

export const handoverOf = (steps: readonly (StepName | RecordedStep)[] = [], over: Partial<Handover> = {}): Handover => ({
  handoverId: HANDOVER, child: { code: CODES[0], birthDate: '2022-12-10' }, startedBy: 'childcare', locationId: LOCATION.id, locationName: LOCATION.name,
  schoolId: SCHOOL.id, schoolName: SCHOOL.name, schoolOnBot: true, hasProgramme: true, steps: steps.map((step) => (typeof step === 'string' ? recorded(step) : step)), ...over,
});

export const candidate = (number: number, birthDate: string, over: Partial<HandoverCandidate> = {}): HandoverCandidate => ({
  childId: uuid(100 + number), child: { code: CODES[number] ?? '', birthDate }, locationId: LOCATION.id, municipalityCode: PUTTEN, withVeOrCare: true, steps: [], ...over,
});

export const handoverWorld = (over: Partial<HandoverWorld> = {}): HandoverWorld => ({
  grants: [childcareGrant], candidates: [], handover: handoverOf(), programme: { programme: 'Peuterplein', startedOn: '2025-06-15', hoursPerWeek: 16 }, content: new Map(), elsewhere: false,
  schools: [{ ...SCHOOL, municipalityCode: PUTTEN, municipalityName: 'Putten', onBot: true }, { id: uuid(701), name: 'De Beuk', municipalityCode: '0267', municipalityName: 'Nijkerk', onBot: false }],
  outcome: 'started', publicUrl: 'https://bot.example', stored: [], ...over,
});

export function handoverContext(world: HandoverWorld): DialogContext {
  const base = contextOf(emptyWorld({ grants: world.grants } satisfies Partial<World>));
  return { ...base, ports: { ...base.ports, handovers: portOf(world) } };
}

function portOf(world: HandoverWorld): HandoversPort {
  const keep = (what: string): void => void world.stored.push(what);
  const current = (id: string): Handover | undefined => (id === world.handover?.handoverId ? world.handover : undefined);
  return {
    candidates: async () => world.candidates,
    ofSchool: async (code) => (world.handover && (code === undefined || code === world.handover.child.code) ? [world.handover] : []),
    lock: async () => undefined,
    byId: async (id) => current(id),
    async start(childId) {
      keep(`start ${childId}`);
      world.handover = handoverOf([], { hasProgramme: false });
      return { outcome: 'started', handoverId: HANDOVER };
    },
    preparedElsewhere: async () => world.elsewhere,
    async startBySchool({ code, store }) {
      keep(`${store ? 'begin' : 'try'} ${code}`);
      return world.outcome === 'started' && store ? { outcome: 'started', handoverId: HANDOVER } : { outcome: world.outcome };
    },
    async registerBySchool({ birthDate, municipalityCode }) {
      keep(`register ${birthDate} ${municipalityCode}`);
      return HANDOVER;
    },
    async join(_, locationId) { keep(`join ${locationId}`); return true; },
    async chooseSchool(_, school) { keep(`school ${'schoolId' in school ? school.schoolId : school.name}`); return true; },
    schools: async () => world.schools,
    async record(_, { step, side, onDate, how, participants }: StepInput) {
      keep([step, side, onDate, how, participants?.join('+')].filter(Boolean).join(' '));
      if (world.handover) world.handover = { ...world.handover, steps: [...world.handover.steps, recorded(step, { side, onDate })] };
    },
    async undo(versionId, reason) { keep(`undo ${versionId} ${reason}`); return true; },
    programme: async () => world.programme,
    async saveProgramme(_, { programme }) { keep(`programme ${programme}`); if (world.handover) world.handover = { ...world.handover, hasProgramme: true }; },
    programmeFromPlacements: async () => ({ startedOn: '2025-06-15', hoursPerWeek: 16 }),
    content: async () => world.content,
    async saveContent(_, content) {
      if (consentOf(world.handover?.steps ?? []) !== 'given') throw new Error('no consent on record');
      for (const [field, value] of content) if (value === '') world.content.delete(field); else world.content.set(field, value);
    },
    async makeLink() { return world.publicUrl === undefined ? undefined : { url: `${world.publicUrl}/overdracht/x`, expiresOn: '2026-12-06' }; },
    link: async () => undefined,
    async revokeLinks() { keep('revoke'); return 1; },
  };
}

/** A handover in which something was not recorded. */
export const without = (handover: Handover, ...keys: (keyof Handover)[]): Handover =>
  Object.fromEntries(Object.entries(handover).filter(([key]) => !keys.includes(key as keyof Handover))) as unknown as Handover;

export { TODAY };
