import { describe, expect, it } from 'vitest';
import { handoverDialogs } from '../../../dialogs/handover/index.ts';
import { handoverConsentDialog } from '../../../dialogs/handover/consent.ts';
import { handoverJoinDialog } from '../../../dialogs/handover/join.ts';
import { handoverLinkDialog } from '../../../dialogs/handover/link.ts';
import { handoverBeginDialog } from '../../../dialogs/handover/school-begin.ts';
import { handoversDialog } from '../../../dialogs/handover/school-list.ts';
import { handoverDialog } from '../../../dialogs/handover/start.ts';
import { handoverCompleteDialog, handoverFeedbackDialog, handoverReceiveDialog, handoverTalkDialog } from '../../../dialogs/handover/steps.ts';
import { handoverUndoDialog } from '../../../dialogs/handover/undo.ts';
import { handoverMoreDialog, handoverViewDialog } from '../../../dialogs/handover/views.ts';
import { childcareGrant, CODES, HOSTILE, LOCATION, optionsOf, rules, uuid } from '../world.ts';
import { openForm, openNotice, submit, titles } from './run.ts';
import { HANDOVER, handoverContext, handoverOf, handoverWorld, recorded, SCHOOL, schoolGrant, TODAY, without, type HandoverWorld } from './world.ts';

const SENT = ['consent_given', 'prepared', 'seen_by_parents', 'sent'] as const;
const atSchool = (over: Partial<HandoverWorld> = {}): HandoverWorld => handoverWorld({ grants: [schoolGrant], handover: handoverOf([...SENT]), ...over });
const values = { handover: HANDOVER };

describe('what a school finds', () => {
  it('is its handovers with what there is to do, under the words of childcare too', async () => {
    for (const dialog of [handoversDialog, handoverDialog]) {
      expect(optionsOf(await openForm(dialog, atSchool()), 'handover').map(({ label }) => label)).toEqual([`${CODES[0]} · geboren 10-12-2022 · De Waterlelie · te ontvangen`]);
    }
    expect((await openNotice(handoversDialog, atSchool({ handover: undefined }))).title).toBe('Nog geen overdrachten');
  });
  it('can be received, talked about, completed and fed back, each in its turn', async () => {
    const world = atSchool();
    expect(titles(await openNotice(handoversDialog, world, values))).toEqual(['Ontvangst bevestigen', 'Warm gesprek vastleggen', 'Inhoud bekijken', 'Meer…', 'Menu']);
    await submit(handoverReceiveDialog, world, { ...values, onDate: TODAY });
    await submit(handoverTalkDialog, world, { ...values, onDate: TODAY, participants: 'teacher,parents' });
    await submit(handoverCompleteDialog, world, { ...values, onDate: TODAY, text: 'kennismaken op maandag' });
    await submit(handoverFeedbackDialog, world, { ...values, onDate: TODAY, text: 'de start gaat goed' });
    expect(world.stored).toEqual([
      'received school 2026-11-22', 'talk_held school 2026-11-22 teacher+parents', 'completed school 2026-11-22', 'feedback_given school 2026-11-22', 'closed school 2026-11-22',
    ]);
    expect([...world.content]).toEqual([['school_addition', 'kennismaken op maandag'], ['feedback', 'de start gaat goed']]);
    expect(titles(await openNotice(handoversDialog, world, values))).toEqual(['Inhoud bekijken', 'Meer…', 'Menu']);
  });
  it('is explained when a step does not fit: opened afresh with the reason, typed with the text kept', async () => {
    const world = atSchool();
    expect((await openNotice(handoverCompleteDialog, world, values)).paragraphs[0]).toContain('kan pas na');
    const late = { ...values, onDate: TODAY, text: 'al getypt' };
    expect(rules(await submit(handoverCompleteDialog, world, late), 'block')).toEqual(['handover-step-order']);
    expect((await openForm(handoverCompleteDialog, world, late)).fields.map(({ id }) => id)).toContain('text');
  });
  it('needs a talk with somebody, from the list, and feedback with a text', async () => {
    const talk = atSchool();
    for (const participants of ['', 'Fatima', 'teacher,juf_anne']) expect((await submit(handoverTalkDialog, talk, { ...values, onDate: TODAY, participants })).receipt).toBeUndefined();
    const completed = atSchool({ handover: handoverOf([...SENT, recorded('received', { side: 'school' }), recorded('completed', { side: 'school' })]) });
    expect((await submit(handoverFeedbackDialog, completed, { ...values, onDate: TODAY })).receipt).toBeUndefined();
    for (const [length, taken] of [[500, true], [501, false]] as const) {
      const its = { ...completed, stored: [], content: new Map() };
      expect((await submit(handoverFeedbackDialog, its, { ...values, onDate: TODAY, text: 'x'.repeat(length) })).receipt !== undefined, String(length)).toBe(taken);
    }
  });
});

describe('a school that begins', () => {
  const world = (over: Partial<HandoverWorld> = {}): HandoverWorld => handoverWorld({ grants: [schoolGrant], handover: handoverOf([], { startedBy: 'school', hasProgramme: false }), ...over });
  const answers = { school: SCHOOL.id, birthDate: '2022-12-10', municipality: '0273', consent: 'consent_refused', consentOn: TODAY, consentHow: 'talk' };
  it('stores by code, or makes a code', async () => {
    const byCode = world();
    await submit(handoverBeginDialog, byCode, { ...answers, code: CODES[0] });
    expect(byCode.stored).toEqual([`try ${CODES[0]}`, `begin ${CODES[0]}`, 'consent_refused school 2026-11-22 talk']);
    const noCode = world();
    await submit(handoverBeginDialog, noCode, answers);
    expect(noCode.stored).toEqual(['register 2022-12-10 0273', 'consent_refused school 2026-11-22 talk']);
  });
  it.each([['unknown', 'child-code'], ['too_many', 'child-code'], ['elsewhere', 'handover-one-a-child'], ['known', 'handover-one-a-child'], ['forbidden', 'not-yours']] as const)('is told of a code that is %s', async (outcome, rule) => {
    expect(rules(await submit(handoverBeginDialog, world({ outcome }), { ...answers, code: CODES[0] }), 'block')).toEqual([rule]);
  });
  it.each([['2023-11-22', 0], ['2023-11-23', 1], ['2020-11-23', 0], ['2020-11-22', 1]])('born %s: asked %i times', async (birthDate, count) => {
    expect(rules(await submit(handoverBeginDialog, world(), { ...answers, birthDate }), 'confirm')).toHaveLength(count);
  });
  it('does so for its own school only, and never with a hostile value', async () => {
    expect(rules(await submit(handoverBeginDialog, world(), { ...answers, school: uuid(701) }), 'block')).toEqual(['not-yours']);
    for (const field of ['school', 'birthDate', 'consent', 'consentOn', 'consentHow']) for (const value of HOSTILE) expect((await submit(handoverBeginDialog, world(), { ...answers, [field]: value })).receipt).toBeUndefined();
  });
});

describe('consent that changes', () => {
  it('offers what parents can say now', async () => {
    const offered = async (steps: Parameters<typeof handoverOf>[0]): Promise<string[]> => {
      const view = await openForm(handoverConsentDialog, handoverWorld({ handover: handoverOf(steps) }), values);
      return optionsOf(view, 'consent').map(({ value }) => value);
    };
    expect(await offered([])).toEqual(['consent_given', 'consent_refused', 'consent_asked']);
    expect(await offered(['consent_given'])).toEqual(['consent_withdrawn']);
    expect(await offered(['consent_refused'])).toEqual(['consent_given', 'consent_asked']);
  });
  it('asks before it removes what was told, says how much, and needs no question when there is nothing', async () => {
    const answers = { ...values, consent: 'consent_withdrawn', consentOn: TODAY, consentHow: 'form' };
    const full = handoverWorld({ handover: handoverOf(['consent_given']), content: new Map([['home', 'x'], ['interests', 'y']]) });
    const outcome = await submit(handoverConsentDialog, full, answers);
    expect(outcome.findings.map(({ level, text }) => [level, text.includes('2 onderdelen')])).toEqual([['confirm', true]]);
    const empty = handoverWorld({ handover: handoverOf(['consent_given']) });
    await submit(handoverConsentDialog, empty, answers);
    expect(empty.stored).toEqual(['consent_withdrawn childcare 2026-11-22 form']);
  });
});

describe('undoing, joining and linking', () => {
  it('offers the last steps of the own side, and stores the reason', async () => {
    const world = handoverWorld({ handover: handoverOf([...SENT, recorded('received', { side: 'school' })]) });
    expect(optionsOf(await openForm(handoverUndoDialog, world, values), 'step').map(({ label }) => label)).toEqual(['Toestemming gegeven · 20-11-2026']);
    const sent = handoverWorld({ handover: handoverOf([...SENT]) });
    const step = sent.handover!.steps.at(-1)!.versionId;
    await submit(handoverUndoDialog, sent, { ...values, step, why: 'verkeerde school' });
    expect(sent.stored).toEqual([`undo ${step} verkeerde school`]);
  });
  it('refuses a step of the other side, one that others stand on, and one without a reason', async () => {
    const world = handoverWorld({ handover: handoverOf([...SENT, recorded('received', { side: 'school' })]) });
    const [, prepared, , , received] = world.handover!.steps;
    expect(rules(await submit(handoverUndoDialog, world, { ...values, step: received!.versionId, why: 'x1' }), 'block')).toEqual(['record-changed']);
    expect(rules(await submit(handoverUndoDialog, world, { ...values, step: prepared!.versionId, why: 'x1' }), 'block')).toEqual(['handover-step-undo']);
    expect((await submit(handoverUndoDialog, world, { ...values, step: prepared!.versionId, why: '' })).errors).toHaveProperty('why');
  });
  it('lets a location take part in what a school began, once and for itself', async () => {
    const world = handoverWorld({ handover: without(handoverOf([], { startedBy: 'school' }), 'locationId', 'locationName') });
    expect(titles(await openNotice(handoverDialog, world, values))).toEqual(['Meedoen', 'Menu']);
    await submit(handoverJoinDialog, world, { ...values, location: LOCATION.id });
    expect(world.stored).toEqual([`join ${LOCATION.id}`]);
    expect(rules(await submit(handoverJoinDialog, world, { ...values, location: uuid(904) }), 'block')).toEqual(['record-changed']);
    expect(rules(await submit(handoverJoinDialog, handoverWorld(), { ...values, location: LOCATION.id }), 'block')).toEqual(['record-changed']);
  });
  it('makes a link for what was sent, to copy and not to keep, or says what is missing for it', async () => {
    const world = handoverWorld({ handover: handoverOf([...SENT], { schoolOnBot: false }) });
    const made = await submit(handoverLinkDialog, world, { ...values, what: 'make' });
    expect(made.receipt?.copyable?.value).toBe('https://bot.example/overdracht/x');
    expect(handoverLinkDialog.highlightIsSecret).toBe(true);
    const nowhere = await submit(handoverLinkDialog, { ...world, publicUrl: undefined }, { ...values, what: 'make' });
    expect([nowhere.receipt?.title, nowhere.receipt?.copyable]).toEqual(['Er is geen link gemaakt', undefined]);
    expect((await submit(handoverLinkDialog, handoverWorld(), { ...values, what: 'make' })).receipt).toBeUndefined();
  });
});

describe('every conversation of the handover', () => {
  it('shows nothing and stores nothing of a handover that is not there for the person', async () => {
    for (const dialog of handoverDialogs.filter(({ id }) => !['handover-begin'].includes(id))) for (const handover of [uuid(999), 'x', '__proto__', "'; drop table child; --"]) {
      const world = handoverWorld({ grants: [childcareGrant, schoolGrant] });
      const view = await dialog.form(handoverContext(world), { handover });
      expect(view.kind, dialog.id).toBe('notice');
      expect(JSON.stringify(view)).not.toContain(CODES[0]);
      expect((await submit(dialog, world, { handover, onDate: TODAY, consent: 'consent_given', consentOn: TODAY, consentHow: 'talk', programme: 'Peuterplein', startedOn: TODAY, hours: '16', what: 'send', step: uuid(1), why: 'x1', location: LOCATION.id })).receipt, dialog.id).toBeUndefined();
      expect(world.stored).toEqual([]);
    }
  });
  it('shows what is told to the two sides only', async () => {
    const told = new Map([['home', 'verteld']] as const);
    const stranger = handoverWorld({ grants: [{ ...childcareGrant, locationId: uuid(905) }], handover: handoverOf(['consent_given']), content: new Map(told) });
    expect(JSON.stringify(await openNotice(handoverViewDialog, stranger, values))).not.toContain('verteld');
    const own = handoverWorld({ handover: handoverOf(['consent_given']), content: new Map(told) });
    expect(JSON.stringify(await openNotice(handoverViewDialog, own, values))).toContain('verteld');
  });
  it('has at most six buttons', async () => {
    for (const steps of [[], ['consent_given'], [...SENT], [...SENT, 'received', 'completed']] as const) for (const grants of [[childcareGrant], [schoolGrant], [childcareGrant, schoolGrant]]) {
      const world = handoverWorld({ grants, handover: handoverOf(steps) });
      for (const view of [await openNotice(handoverViewDialog, world, { ...values, what: 'overview' }), await openNotice(handoverMoreDialog, world, values)]) expect(titles(view).length).toBeLessThanOrEqual(6);
    }
  });
});
