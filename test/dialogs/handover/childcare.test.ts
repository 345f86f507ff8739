import { describe, expect, it } from 'vitest';
import { handoverAboutDialog, handoverDomainsDialog } from '../../../dialogs/handover/content-cards.ts';
import { handoverProgrammeDialog } from '../../../dialogs/handover/programme.ts';
import { handoverSendDialog } from '../../../dialogs/handover/send.ts';
import { handoverDialog } from '../../../dialogs/handover/start.ts';
import { CODES, fieldIds, HOSTILE, optionsOf, rules, uuid } from '../world.ts';
import { open, openForm, openNotice, submit, titles } from './run.ts';
import { candidate, HANDOVER, handoverOf, handoverWorld, SCHOOL, TODAY, without, type HandoverWorld } from './world.ts';

const consent = { consent: 'consent_given', consentOn: '2026-11-20', consentHow: 'talk' };
const given = (over: Partial<HandoverWorld> = {}): HandoverWorld => handoverWorld({ handover: handoverOf(['consent_given']), ...over });

describe('the list of children', () => {
  it('has who is due, most urgent first, late ones marked, and what was sent last', async () => {
    const world = handoverWorld({
      candidates: [
        candidate(0, '2023-05-10'),
        candidate(1, '2022-11-22'),
        candidate(2, '2022-12-10'),
        candidate(3, '2022-11-01', { handoverId: HANDOVER, steps: ['sent'], doneOn: '2026-10-01' }),
        candidate(4, '2023-09-01'),
      ],
    });
    const labels = optionsOf(await openForm(handoverDialog, world), 'child').map(({ label }) => label);
    expect(labels).toEqual([
      `${CODES[1]} · ⚠ TE LAAT, 4 jaar op 22-11-2026`,
      `${CODES[2]} · ! bijna te laat, 4 jaar op 10-12-2026`,
      `${CODES[0]} · nu voorbereiden, 4 jaar op 10-05-2027`,
      `${CODES[3]} · verstuurd`,
    ]);
  });
  it.each([['2023-06-23', 1], ['2023-06-24', 0]])('shows who becomes due within a month: born %s, %i', async (birthDate, count) => {
    const view = await open(handoverDialog, handoverWorld({ candidates: [candidate(0, birthDate)] }));
    expect(view.kind === 'form' ? optionsOf(view, 'child').length : 0).toBe(count);
  });
  it('leaves out what is closed, and says so when there is nobody', async () => {
    const world = handoverWorld({ candidates: [candidate(0, '2022-11-01', { handoverId: HANDOVER, steps: ['sent', 'closed'], doneOn: '2026-10-01' })] });
    expect((await openNotice(handoverDialog, world)).title).toBe('Geen kinderen aan de beurt');
  });
  it('opens any child of the location by its code, also long before it is due, and no other', async () => {
    const world = handoverWorld({ candidates: [candidate(0, '2024-03-12')] });
    expect((await openForm(handoverDialog, world, { code: CODES[0] })).title).toBe('Stap 1 van 6 · School en toestemming');
    const other = await open(handoverDialog, world, { code: CODES[1] });
    expect(JSON.stringify(other)).toContain('niet van uw locatie');
  });
});

describe('the first card', () => {
  const world = (): HandoverWorld => handoverWorld({ handover: undefined, candidates: [candidate(0, '2022-12-10')] });
  const answers = { child: uuid(100), school: SCHOOL.id, ...consent };

  it('stores the handover, the school and the answer of the parents, and leads to the next card', async () => {
    const its = world();
    const { receipt } = await submit(handoverDialog, its, answers);
    expect(its.stored).toEqual([`start ${uuid(100)}`, `school ${SCHOOL.id}`, 'consent_given childcare 2026-11-20 talk']);
    expect(receipt?.next).toEqual({ dialog: 'handover-programme', values: { handover: HANDOVER } });
  });
  it('takes a typed name of a school in the list for that school, and any other as it is', async () => {
    for (const [typed, stored] of [['de lindeboom', SCHOOL.id], ['De Beuk, Nijkerk', uuid(701)], ['De Zonnewijzer, Harderwijk', 'De Zonnewijzer, Harderwijk']] as const) {
      const its = world();
      await submit(handoverDialog, its, { child: uuid(100), otherSchool: typed, ...consent });
      const chosen = world();
      await submit(handoverDialog, chosen, { child: uuid(100), school: 'other', otherSchool: typed, ...consent });
      expect(chosen.stored).toEqual(its.stored);
      expect(its.stored[1]).toBe(`school ${stored}`);
    }
  });
  it.each([
    [{ consent: '' }, 'consent'], [{ consentOn: '' }, 'consentOn'], [{ consentHow: '' }, 'consentHow'], [{ otherSchool: 'De Beuk' }, 'otherSchool'], [{ school: 'other' }, 'otherSchool'], [{ consent: 'sent' }, 'consent'],
  ])('stores nothing with %j and says where', async (wrong, field) => {
    const its = world();
    expect(Object.keys((await submit(handoverDialog, its, { ...answers, ...wrong })).errors ?? {})).toEqual([field]);
    expect(its.stored).toEqual([]);
  });
  it('needs no way when parents were only asked', async () => {
    const its = world();
    await submit(handoverDialog, its, { ...answers, consent: 'consent_asked', consentHow: '' });
    expect(its.stored.at(-1)).toBe('consent_asked childcare 2026-11-20');
  });
  it.each([[TODAY, false], ['2026-11-23', true]])('consent on %s is blocked: %s', async (consentOn, blocked) => {
    expect((await submit(handoverDialog, world(), { ...answers, consentOn })).receipt === undefined).toBe(blocked);
  });
  it('is refused for a child that another location prepares, or that is not theirs', async () => {
    expect(rules(await submit(handoverDialog, { ...world(), elsewhere: true }, answers), 'block')).toEqual(['handover-one-a-child']);
    expect(rules(await submit(handoverDialog, world(), { ...answers, child: uuid(777) }), 'block')).toEqual(['record-changed']);
  });
  it('stores nothing for a hostile value', async () => {
    for (const field of ['child', 'school', 'consent', 'consentOn', 'consentHow']) for (const value of HOSTILE) {
      const its = world();
      const outcome = await submit(handoverDialog, its, { ...answers, [field]: value });
      // An absent school is no mistake: it may be chosen later.
      if (!(field === 'school' && value === null)) expect(outcome.receipt, `${field} ${JSON.stringify(value)}`).toBeUndefined();
    }
  });
});

describe('the programme', () => {
  const answers = { handover: HANDOVER, programme: 'Peuterplein', startedOn: '2025-06-15', hours: '16,5' };
  it('is filled in from the placement, and leads to the domains with consent and to the end without', async () => {
    const world = given({ programme: undefined });
    expect((await openForm(handoverProgrammeDialog, world, { handover: HANDOVER })).defaults).toEqual({ startedOn: '2025-06-15', hours: '16' });
    expect((await submit(handoverProgrammeDialog, world, answers)).receipt?.next?.dialog).toBe('handover-domains');
    const refused = handoverWorld({ handover: handoverOf(['consent_refused']) });
    expect((await submit(handoverProgrammeDialog, refused, answers)).receipt?.next?.dialog).toBe('handover-send');
  });
  it.each([
    [{ programme: '' }, 'programme'], [{ otherProgramme: 'Eigen' }, 'otherProgramme'], [{ programme: 'other' }, 'otherProgramme'], [{ endedOn: '2025-06-14' }, 'endedOn'], [{ hours: '0' }, 'hours'], [{ hours: '61' }, 'hours'],
    [{ programme: '', otherProgramme: 'x'.repeat(81) }, 'otherProgramme'], [{ startedOn: '2026-02-30' }, 'startedOn'],
  ])('is not stored with %j', async (wrong, field) => {
    expect(Object.keys((await submit(handoverProgrammeDialog, given(), { ...answers, ...wrong })).errors ?? {})).toContain(field);
  });
  it('is stored for a child that left on its first day, and with eighty signs', async () => {
    const world = given();
    await submit(handoverProgrammeDialog, world, { ...answers, programme: '', otherProgramme: 'x'.repeat(80), endedOn: '2025-06-15' });
    expect(world.stored).toEqual([`programme ${'x'.repeat(80)}`]);
  });
  it('that is none of the list can be chosen, and comes back so', async () => {
    const world = given({ programme: { programme: 'Eigen', startedOn: '2025-06-15', hoursPerWeek: 16 } });
    await submit(handoverProgrammeDialog, world, { ...answers, programme: 'other', otherProgramme: 'Eigen' });
    expect(world.stored).toEqual(['programme Eigen']);
    expect((await openForm(handoverProgrammeDialog, world, { handover: HANDOVER })).defaults).toMatchObject({ programme: 'other', otherProgramme: 'Eigen' });
  });
  it('is refused after sending, and for a handover that is not theirs', async () => {
    const sent = handoverWorld({ handover: handoverOf(['consent_given', 'prepared', 'seen_by_parents', 'sent']) });
    expect(rules(await submit(handoverProgrammeDialog, sent, answers), 'block')).toEqual(['record-changed']);
    expect(rules(await submit(handoverProgrammeDialog, given(), { ...answers, handover: uuid(999) }), 'block')).toEqual(['record-changed']);
    expect((await openNotice(handoverProgrammeDialog, given(), { handover: uuid(999) })).title).toContain('ziet u niet');
  });
});

describe('a card about the child', () => {
  const seen = async (world: HandoverWorld): Promise<string> => (await openForm(handoverDomainsDialog, world, { handover: HANDOVER })).hidden!['seen']!;
  it('has no field without consent, and stores nothing', async () => {
    const world = handoverWorld({ handover: handoverOf(['consent_refused']) });
    expect((await openNotice(handoverDomainsDialog, world, { handover: HANDOVER })).paragraphs.join(' ')).toContain('geen toestemming');
    expect(rules(await submit(handoverDomainsDialog, world, { handover: HANDOVER, language_strong: 'x' }), 'block')).toEqual(['handover-consent']);
  });
  it('stores what was typed and removes what was emptied, and its receipt says neither', async () => {
    const world = given({ content: new Map([['language_helps', 'oud']]) });
    const { receipt } = await submit(handoverDomainsDialog, world, { handover: HANDOVER, seen: await seen(world), language_level: '3', language_strong: 'vertelt graag' });
    expect([...world.content]).toEqual([['language_level', '3'], ['language_strong', 'vertelt graag']]);
    expect(JSON.stringify(receipt)).not.toContain('vertelt graag');
  });
  it.each([[300, true], [301, false]])('takes %i signs: %s', async (length, taken) => {
    const world = given();
    const outcome = await submit(handoverDomainsDialog, world, { handover: HANDOVER, seen: await seen(world), language_strong: 'x'.repeat(length) });
    expect(outcome.receipt !== undefined).toBe(taken);
  });
  it('takes the four levels and no other', async () => {
    for (const [value, taken] of [['1', true], ['4', true], ['0', false], ['5', false], ['1,2', false]] as const) {
      const world = given();
      expect((await submit(handoverDomainsDialog, world, { handover: HANDOVER, seen: await seen(world), language_level: value })).receipt !== undefined, value).toBe(taken);
    }
  });
  it('takes a level away again', async () => {
    const world = given({ content: new Map([['language_level', '2']]) });
    await submit(handoverDomainsDialog, world, { handover: HANDOVER, seen: await seen(world), language_level: 'none' });
    expect([...world.content]).toEqual([]);
  });
  it('asks before it replaces what a colleague stored, and shows what was typed', async () => {
    const world = given();
    const mark = await seen(world);
    world.content.set('language_strong', 'van de collega');
    const values = { handover: HANDOVER, seen: mark, language_strong: 'van mij' };
    expect(rules(await submit(handoverDomainsDialog, world, values), 'confirm')).toEqual(['handover-also-filled-in']);
    expect((await openForm(handoverDomainsDialog, world, values)).defaults).toEqual({});
    expect(rules(await submit(handoverDomainsDialog, world, { ...values, language_strong: 'van de collega' }), 'confirm')).toEqual([]);
  });
  it('has two domains, or the rest, and shows what is stored when it is opened', async () => {
    const world = given({ content: new Map([['interests', 'treinen']]) });
    expect(fieldIds(await openForm(handoverDomainsDialog, world, { handover: HANDOVER }))).toHaveLength(6);
    const about = await openForm(handoverAboutDialog, world, { handover: HANDOVER });
    expect([about.title, about.defaults]).toEqual(['Stap 5 van 6 · Het kind en wat helpt', { interests: 'treinen' }]);
  });
});

describe('looking it over and sending', () => {
  const answers = { handover: HANDOVER, what: 'send', seenOn: TODAY };
  it('records that it was prepared, seen and sent, and keeps the reaction', async () => {
    const world = given();
    await submit(handoverSendDialog, world, { ...answers, seenOn: '2026-11-21', reaction: 'wij zijn er blij mee' });
    expect(world.stored).toEqual(['prepared childcare 2026-11-21', 'seen_by_parents childcare 2026-11-21', 'sent childcare 2026-11-22']);
    expect(world.content.get('parents_reaction')).toBe('wij zijn er blij mee');
  });
  it.each([[500, true], [501, false]])('takes a reaction of %i signs: %s', async (length, taken) => {
    expect((await submit(handoverSendDialog, given(), { ...answers, reaction: 'x'.repeat(length) })).receipt !== undefined).toBe(taken);
  });
  it('can be kept for later, and sent then without doing it twice', async () => {
    const world = given();
    expect((await submit(handoverSendDialog, world, { ...answers, what: 'keep' })).receipt?.title).toContain('nog niet verstuurd');
    expect(fieldIds(await openForm(handoverSendDialog, world, { handover: HANDOVER }))).toEqual(['what']);
    await submit(handoverSendDialog, world, { handover: HANDOVER, what: 'send' });
    expect(world.stored).toEqual(['prepared childcare 2026-11-22', 'seen_by_parents childcare 2026-11-22', 'sent childcare 2026-11-22']);
  });
  it('asks when parents did not answer, and refuses a reaction without consent', async () => {
    const asked = handoverWorld({ handover: handoverOf(['consent_asked']) });
    expect(rules(await submit(handoverSendDialog, asked, { handover: HANDOVER, what: 'send' }), 'confirm')).toEqual(['handover-no-answer']);
    expect(rules(await submit(handoverSendDialog, asked, { ...answers, reaction: 'x' }), 'block')).toEqual(['handover-consent']);
  });
  it('is refused before the parents saw it, without a school, and on a day to come', async () => {
    expect(rules(await submit(handoverSendDialog, given(), { handover: HANDOVER, what: 'send' }), 'block')).toEqual(['handover-step-order']);
    const nowhere = without(handoverOf(['consent_refused']), 'schoolId', 'schoolName');
    expect(rules(await submit(handoverSendDialog, handoverWorld({ handover: nowhere }), { handover: HANDOVER, what: 'send' }), 'block')).toEqual(['handover-step-order']);
    expect(rules(await submit(handoverSendDialog, given(), { ...answers, seenOn: '2026-11-23' }), 'block')).toEqual(['handover-step-date']);
  });
  it('has a step back and a way to stop that says what was kept', async () => {
    const view = await openForm(handoverSendDialog, given(), { handover: HANDOVER });
    expect([view.cancel?.title, view.moreButtons?.map(({ title, verb }) => [title, verb])]).toEqual(['Stoppen', [['Vorige stap', 'handover-about.open']]]);
    expect(titles(view)).toEqual([]);
  });
});
