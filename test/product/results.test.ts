import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID, PUTTEN, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

let chat: Chat;
const OTHER_BOARD = '00000000-0000-4000-8000-0000000000b2';
const EIK = '00000000-0000-4000-8000-000000000044';
beforeAll(async () => {
  chat = await startChat();
  const insert = (school: string, year: number, domain: string, instrument: string, counts: string): string =>
    `insert into kansenlijn.kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change) values ('${school}', ${year}, 'end_group_2', '${domain}', '${instrument}', ${counts}, 'imported');`;
  await chat.world.owner.query(`insert into kansenlijn.organisation (id, kind, name) values ('${OTHER_BOARD}', 'school_board', 'De Kring');
    insert into kansenlijn.school (id, organisation_id, municipality_code, name) values ('${EIK}', '${OTHER_BOARD}', '${PUTTEN}', 'De Eik');
    ${insert(ID.schoolOffBot, 2025, 'language', 'kijk', '30, 20, 10, 6')}${insert(EIK, 2025, 'language', 'kijk', '25, 15, 8, 5')}${insert(EIK, 2025, 'motor', 'bosos', '25, 15, 8, 5')}`);
});
afterAll(() => chat.close());

const ask = async (person: PersonName, text: string, options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const referenceIn = (card: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];
const line = (domain: string, counts: readonly number[], instrument = 'kijk'): Record<string, string> => ({
  ...Object.fromEntries(['children', 'atLevel', 'veChildren', 'veAtLevel'].map((key, index) => [`${domain}_${key}`, String(counts[index])])), [`${domain}_instrument`]: instrument,
});
const entryForm = async (): Promise<Shown> => chat.press('school', await ask('school', 'kleuterresultaten invullen'), 'Verder');

describe('kindergarten results, from agreement to figure', () => {
  it('begin with an agreement of an official, under the administration', async () => {
    const numbers = await chat.press('official', await ask('official', 'beheer'), 'VE-plaatsen, doelen, afspraken');
    const agreements = await chat.press('official', numbers, 'Resultaatafspraken');
    expect(agreements.text).toContain('2025-2026: Geen afspraak');
    const form = await chat.press('official', agreements, 'Afspraak vastleggen');
    const stored = await chat.press('official', form, 'Opslaan', { domain: 'language', instrument: 'kijk', level: 'fase 9 of hoger', targetPercent: '60', source: 'LEA 12-06-2025' });
    expect(stored.text).toContain('60% van VE-kinderen met KIJK!: fase 9 of hoger');
    for (const person of ['school', 'reader', 'waterlelie'] as const) expect((await ask(person, 'resultaatafspraken')).text).toContain('2025-2026 · Eind groep 2 · Taal: 60% van VE-kinderen');
  });
  it('show which schools have not delivered', async () => {
    const { text } = await ask('official', 'welke scholen hebben nog geen resultaten?');
    for (const part of ['1 van 3', 'De Lindeboom: Nog niets geleverd', 'De Eik: Geleverd', 'De Wilg: Geleverd']) expect(text).toContain(part);
  });
  it('are entered by the school in one card, with what is wrong kept in it', async () => {
    const form = await entryForm();
    expect(form.text).toContain('De Lindeboom · Eind groep 2, schooljaar 2025-2026');
    expect(form.text).toContain('Afspraak: 60% van VE-kinderen, KIJK! · fase 9 of hoger.');
    const wrong = await chat.press('school', form, 'Opslaan', line('language', [24, 25, 9, 6]));
    expect(wrong.text).toContain('Taal: 25 op niveau is meer dan de 24 kinderen.');
    expect(wrong.inputs).toMatchObject({ language_children: '24', language_atLevel: '25' });
    const stored = await chat.press('school', wrong, 'Opslaan', { language_atLevel: '18', ...line('motor', [24, 20, 9, 9], 'bosos') });
    expect(stored.text).toContain('Kleuterresultaten opgeslagen');
    expect((await chat.press('school', wrong, 'Opslaan', line('language', [1, 1, 1, 1]))).text).toBe(stored.text);
  });
  it('are told to the official per school and board, exactly, by agreement', async () => {
    const { text } = await ask('official', 'resultaten taal schooljaar 2025-2026 per school');
    for (const part of ['Kleuterresultaten taal · per school · Putten', '63,0%', '17 van 27 VE-kinderen op of boven het niveau', 'De Lindeboom: 66,7% (6 van 9), afspraak 60%: gehaald', 'De Eik: 62,5% (5 van 8)', '3 van 3 scholen leverden een resultaat']) expect(text).toContain(part);
    expect((await ask('official', 'resultaten taal per schoolbestuur')).text).toContain('De Kring: 62,5% (5 van 8)');
    expect((await ask('official', 'kleuterresultaten 2025-2026')).text).toContain('1 van 1 afspraak gehaald');
    expect((await ask('official', 'resultaten taal van De Eik schooljaar 2025-2026')).text).toContain('5 van 8 VE-kinderen');
    expect((await ask('official', 'kleuterresultaten schooljaar 2026-2027')).text).toContain('In deze periode worden geen resultaten gemeten');
    expect((await ask('regional', 'resultaten taal schooljaar 2025-2026')).text).toContain('17 van 27 VE-kinderen');
  });
  it('are told to the school of itself, against all schools together in a rounded share', async () => {
    const { text } = await ask('school', 'resultaten taal eind groep 2');
    expect(text).toContain('Kleuterresultaten taal · De Lindeboom');
    expect(text).toContain('66,7% (6 van 9); alle scholen samen 63%');
    expect(text).not.toContain('27');
    expect((await ask('schoolErmelo', 'resultaten taal')).text).toContain('geen');
  });
  it('are told to readers and in channels as rounded shares only, with nothing by school', async () => {
    for (const [person, options] of [['reader', {}], ['nurse', {}], ['official', { where: 'channel' }]] as const) {
      const { text } = await ask(person, 'resultaten taal schooljaar 2025-2026', options);
      expect(text, person).toContain('63%');
      expect(text, person).not.toMatch(/17|27|Lindeboom|van \d+ VE/);
    }
    expect((await ask('reader', 'resultaten motoriek schooljaar 2025-2026')).text).toContain('niet getoond');
    expect((await ask('reader', 'resultaten taal per school')).text).not.toContain('Lindeboom');
    expect((await ask('reader', 'welke scholen hebben nog geen resultaten?')).text).toContain('hoort niet bij uw rol');
    expect((await ask('waterlelie', 'kleuterresultaten')).text).toContain('hoort niet bij uw rol');
  });
  it('are corrected by pasting again; a reference from before gives what it gave, and the difference says why', async () => {
    const before = await ask('official', 'resultaten taal schooljaar 2025-2026');
    const reference = referenceIn(before);
    const paste = await chat.press('school', await entryForm(), 'Plakken');
    const confirmed = await chat.press('school', paste, 'Opslaan', { pasted: 'domein\tinstrument\tkinderen\top niveau\tve\tve op niveau\nTaal\tKIJK!\t24\t19\t9\t8' });
    expect(confirmed.text).toContain('Bij Motoriek is nu niets ingevuld');
    expect((await chat.press('school', confirmed, 'Ja, toch opslaan')).text).toContain('1 gecorrigeerd, 1 ingetrokken');
    expect((await ask('official', 'resultaten taal schooljaar 2025-2026')).text).toContain('19 van 27 VE-kinderen');
    const again = await ask('official', `toon berekening ${reference}`);
    expect(again.text).toContain('63,0%');
    expect(again.text).toContain('70,4%');
    const difference = await ask('official', `verschil ${reference}`);
    expect(difference.text).toContain('Kleuterresultaat gecorrigeerd: teller +2');
    expect((await ask('official', 'resultaten taal schooljaar 2025-2026 zoals bekend op 21-11-2026')).text).not.toContain('27 VE');
  });
  it('go into a file with the counts of each school behind them', async () => {
    const reference = referenceIn(await ask('official', 'resultaten taal schooljaar 2025-2026'));
    const offer = await ask('official', `exporteer ${reference}`);
    const url = JSON.stringify(offer.raw).match(/http[^"]+\/export\/[\w.-]+/g)!;
    const files = await Promise.all(url.map(async (each) => (await fetch(each)).text()));
    expect(files.some((text) => text.includes('De Lindeboom') && text.includes('VE 8 van 9'))).toBe(true);
  });
  it('go over the years, each by its own agreement', async () => {
    const { text } = await ask('official', 'resultaten taal per schooljaar');
    expect(text).toContain('Schooljaar 2025-2026: 70,4% (19 van 27)');
    expect(text).toContain('Schooljaar 2024-2025: geen');
  });
  it('of a school that was closed or added later leave an earlier reference as it was', async () => {
    const reference = referenceIn(await ask('official', 'welke scholen hebben nog geen resultaten?'));
    await chat.world.as('official', async ({ ports }) => ports.admin.addSchool({ organisationId: ID.board, municipalityCode: PUTTEN, name: 'De Nieuwe' }));
    expect((await ask('official', 'welke scholen hebben nog geen resultaten?')).text).toContain('1 van 4');
    expect((await ask('official', `toon berekening ${reference}`)).text).toContain('0 van 3');
  });
});

describe('what childcare learns of the children that it prepared', () => {
  it('is nothing as long as it handed over too few, and never a number', async () => {
    const { text } = await ask('waterlelie', 'resultaten na de overdracht schooljaar 2025-2026');
    expect(text).toContain('Resultaten na de overdracht · De Waterlelie');
    expect(text).toContain('Er zijn geen resultaten van scholen waaraan is overgedragen.');
  });
  it('is a rounded share of the schools to which it handed over', async () => {
    await chat.world.owner.query(`
      with made as (insert into kansenlijn.child (code) select 'PU-' || lpad(n::text, 4, '0') || '-AAAA' from generate_series(1, 6) n returning id),
      numbered as (select id, row_number() over () as n from made),
      handed as (insert into kansenlijn.handover (child_id, location_id, school_id, started_by) select id, '${ID.waterlelie}', case when n <= 3 then '${ID.school}'::uuid else '${EIK}'::uuid end, 'childcare' from numbered returning id)
      insert into kansenlijn.handover_step (handover_id, step, side, on_date) select id, 'sent', 'childcare', '2024-03-01' from handed`);
    const { text } = await ask('waterlelie', 'resultaten na de overdracht schooljaar 2025-2026');
    // De Lindeboom 8 of 9 and De Eik 5 of 8 are 13 of 17: four are not at level, so it is not shown.
    expect(text).toContain('niet getoond');
    await chat.world.owner.query(`update kansenlijn.kindergarten_result set closing = 'corrected' where school_id = '${EIK}' and domain = 'language' and closed_revision is null;
      insert into kansenlijn.kindergarten_result (school_id, school_year, moment, domain, instrument, children, at_level, ve_children, ve_at_level, change) values ('${EIK}', 2025, 'end_group_2', 'language', 'kijk', 25, 15, 9, 5, 'corrected')`);
    const shown = await ask('waterlelie', 'resultaten na de overdracht schooljaar 2025-2026');
    expect(shown.text).toContain('72%');
    expect(shown.text).not.toMatch(/13|18/);
    expect((await ask('bosrand', 'resultaten na de overdracht schooljaar 2025-2026')).text).not.toContain('72%');
    expect((await ask('official', 'resultaten na de overdracht schooljaar 2025-2026 per aanbieder')).text).toContain('Stichting Peuterplein: Taal, KIJK!: 72%, 2 scholen');
    expect((await ask('waterlelie', `toon berekening ${referenceIn(shown)}`)).text).toContain('72%');
  });
});
