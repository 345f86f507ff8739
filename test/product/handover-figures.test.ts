import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ID, type PersonName } from '../support/world.ts';
import { startChat, type Chat, type Shown } from './chat.ts';

/**
 * Children who turned four in the third quarter of 2026 on De Waterlelie: 1 with consent, a
 * talk and feedback, 2 refused, 3 late and without an answer, 4 prepared and not sent, 5
 * without any handover; 6 on De Bosrand, and 7 begun by the school for a child of Ermelo.
 */
const child = (n: number): string => `00000000-0000-4000-8000-0000000003${n}0`;
const handover = (n: number): string => `00000000-0000-4000-8000-0000000004${n}0`;
const BIRTHS = ['2022-07-10', '2022-08-10', '2022-08-20', '2022-09-01', '2022-09-30', '2022-07-31', '2022-09-10'];
const step = (n: number, name: string, day: string, side = 'childcare'): string => `('${handover(n)}', '${name}', '${side}', '${day}', ${name.startsWith('consent_g') || name.startsWith('consent_r') ? "'talk'" : 'null'})`;
const SECRET = 'vertelt graag over dieren';
const WORLD = `
set search_path = kansenlijn, public;
insert into child (id, code) values ${BIRTHS.map((_, i) => `('${child(i + 1)}', 'PU-BBB${i + 1}-BBBB')`).join(', ')};
insert into child_detail (child_id, birth_date, municipality_code, valid) values ${BIRTHS.map((birth, i) => `('${child(i + 1)}', '${birth}', '${i === 6 ? '0233' : '0273'}', '[${birth},)')`).join(', ')};
insert into child_location (child_id, location_id, how) values ${[1, 2, 3, 4, 5].map((n) => `('${child(n)}', '${ID.waterlelie}', 'import')`).join(', ')}, ('${child(6)}', '${ID.bosrand}', 'import');
insert into placement (child_id, location_id, group_id, ve_place, hours_per_week, days_per_week, valid, exit_reason)
  select c::uuid, l::uuid, g::uuid, true, 16, 4, '[2025-01-01,2026-10-01)', 'school_at_4' from (values ${[1, 2, 3, 4, 5].map((n) => `('${child(n)}', '${ID.waterlelie}', '${ID.waterlelieGroup}')`).join(', ')}, ('${child(6)}', '${ID.bosrand}', '${ID.bosrandGroup}')) p (c, l, g);
insert into handover (id, child_id, location_id, school_id, started_by) values
  ${[1, 2, 3, 4].map((n) => `('${handover(n)}', '${child(n)}', '${ID.waterlelie}', '${n === 3 ? ID.schoolOffBot : ID.school}', 'childcare')`).join(', ')}, ('${handover(7)}', '${child(7)}', null, '${ID.school}', 'school');
insert into handover_programme (handover_id, programme, started_on, hours_per_week) values ('${handover(1)}', 'Peuterplein', '2025-01-01', 16), ('${handover(2)}', 'Methode van Jip de Vries', '2025-01-01', 16), ('${handover(3)}', 'Peuterplein', '2025-01-01', 16);
insert into handover_step (handover_id, step, side, on_date, how) values ${[
  step(1, 'consent_given', '2026-06-01'), step(1, 'prepared', '2026-06-20'), step(1, 'sent', '2026-06-30'), step(1, 'received', '2026-07-01', 'school'), step(1, 'talk_held', '2026-07-02', 'school'), step(1, 'completed', '2026-07-05', 'school'), step(1, 'feedback_given', '2026-10-05', 'school'),
  step(2, 'consent_refused', '2026-07-01'), step(2, 'prepared', '2026-07-20'), step(2, 'sent', '2026-07-21'),
  step(3, 'consent_asked', '2026-08-01'), step(3, 'prepared', '2026-08-21'), step(3, 'sent', '2026-08-30'),
  step(4, 'prepared', '2026-08-30'), step(7, 'completed', '2026-09-01', 'school'),
].join(', ')};
insert into handover_content (handover_id, field, value) values ('${handover(1)}', 'language_strong', '${SECRET}');`;

let chat: Chat;
beforeAll(async () => {
  chat = await startChat();
  await chat.world.owner.query(WORLD);
});
afterAll(() => chat.close());

const ask = async (person: PersonName, text: string, options?: Parameters<Chat['say']>[2]): Promise<Shown> => (await chat.say(person, text, options))!;
const referenceIn = (card: Shown): string => /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)![0];

const QUESTIONS = ['overdrachten Q3', 'overdrachten per school Q3', 'aandeel warm gesprek Q3', 'hoe vroeg wordt er overgedragen Q3', 'overdrachten per programma Q3', 'overdrachten De Lindeboom Q3', 'overdrachten augustus 2026', 'overdrachten te laat'];

const ANSWERS: readonly (readonly [person: PersonName, question: string, ...lines: string[]])[] = [
  ['official', 'overdrachten kwartaal 3', 'Overgedragen kinderen · Putten', '3 van 6 kinderen', 'Daarvan 1 met toestemming van de ouders, 1 geweigerd of ingetrokken en 1 zonder antwoord.'],
  ['official', 'over te dragen kinderen Q3', '6 kinderen'],
  ['official', 'welke scholen missen nog een overdracht?', 'Ontbrekende overdrachten · per school · Putten', 'De Lindeboom: 1 van 3', 'School niet bekend: 2 van 2'],
  ['official', 'overdrachten te laat Q3', '4 van 6 kinderen', 'Daarvan 1 kind te laat overgedragen en 3 niet overgedragen.'],
  ['official', 'overdrachten per school Q3', 'De Lindeboom: 2 van 3', 'De Wilg: 1 van 1'],
  ['official', 'overdrachten per programma Q3', 'Ander programma: 1 van 1', 'Peuterplein: 2 van 2', 'Programma niet bekend: 0 van 3'],
  ['official', 'aandeel warm gesprek Q3', '33,3%', '1 van 3 kinderen'],
  ['official', 'terugkoppeling Q3', '0%'],
  ['official', 'terugkoppeling Q3 en Q4', 'Kwartaal 3'],
  ['official', 'terugkoppeling 2026', '33,3%'],
  ['official', 'hoe vroeg wordt er overgedragen Q3', '6,7 dagen', 'over 3 kinderen'],
  ['official', 'overdrachten geweigerd Q3', '1 van 3 kinderen'],
  ['official', 'overdrachten met toestemming Q3', '1 van 3 kinderen'],
  ['official', 'overdrachten De Lindeboom Q3', 'Overgedragen kinderen · De Lindeboom', '2 van 3 kinderen'],
  ['official', 'overdrachten per maand', 'Augustus'],
  ['regional', 'overdrachten Q3', '4 van 7 kinderen', 'Ermelo', 'Putten'],
  ['waterlelie', 'overdrachten te laat Q3', 'Overdrachten te laat · De Waterlelie', '3 van 5 kinderen'],
  ['bosrand', 'ontbrekende overdrachten Q3', 'Ontbrekende overdrachten · De Bosrand', '1 van 1 kind'],
  ['school', 'overdrachten Q3', 'Overgedragen kinderen · De Lindeboom', '3 van 3 kinderen'],
  ['school', 'overdrachten per locatie Q3', 'De Waterlelie: 2 van 2', 'Niet geplaatst: 1 van 1'],
  ['health', 'overdrachten Q3', '\n<5\n'],
  ['reader', 'overdrachten Q3', '\n<5\n'],
].map(([person, ...rest]) => [person === ('health' as PersonName) ? 'nurse' : person, ...rest] as unknown as readonly [PersonName, string, ...string[]]);

describe('figures of the warm handover in chat', () => {
  it.each(ANSWERS.map(([person, question, ...lines]) => [person, question, lines] as const))('for %s: "%s" is answered with %j', async (person, question, lines) => {
    const { text } = await ask(person, question);
    for (const line of lines) expect(text).toContain(line);
    expect(text).toContain('Referentie KL-');
  });

  it('open the list of handovers for who types that word alone, and answer who has no such list', async () => {
    expect((await ask('waterlelie', 'overdrachten')).text).not.toContain('Referentie');
    expect((await ask('official', 'overdrachten')).text).toContain('Overgedragen kinderen · Putten');
  });
});

describe('what nobody gets who may not', () => {
  it.each(['nurse', 'reader'] as const)('%s sees no exact number, share or line', async (person) => {
    for (const question of QUESTIONS) {
      const { text } = await ask(person, question);
      expect(text, question).not.toMatch(/van \d+ kind|%|De Lindeboom:|De Wilg|\b[1-4]\b kinderen/);
    }
    expect((await ask(person, 'overdrachten augustus 2026')).text).toContain('niet getoond');
    expect((await ask(person, 'overdrachten 2026')).text).toContain('niet getoond');
  });
  it('neither does an official in a channel', async () => {
    const { text } = await ask('official', 'overdrachten Q3', { where: 'channel' } as never);
    expect(text).not.toMatch(/van \d+ kind/);
  });
  it('a school and a location see no other one, nor the municipality', async () => {
    for (const [person, question] of [['school', 'overdrachten Putten Q3?'], ['bosrand', 'overdrachten De Waterlelie Q3?'], ['schoolErmelo', 'overdrachten De Lindeboom Q3']] as const) expect((await ask(person, question)).text, question).not.toContain('Referentie KL-');
    expect((await ask('schoolErmelo', 'overdrachten Q3')).text).toContain('0 kinderen');
  });
  it('a reference of one is not seen by another', async () => {
    const own = referenceIn(await ask('school', 'overdrachten Q3'));
    for (const person of ['schoolErmelo', 'waterlelie', 'official', 'reader', 'nurse'] as const) expect((await ask(person, `toon berekening ${own}`)).text, person).toContain('Deze referentie ken ik niet');
    expect((await ask('school', `toon berekening ${own}`)).text).toContain('Met wat nu bekend is, is het cijfer hetzelfde.');
  });
  it('no word of what was told, typed programme or code is in any answer, reference or difference', async () => {
    for (const person of ['official', 'regional', 'waterlelie', 'school', 'nurse', 'reader'] as const)
      for (const question of [...QUESTIONS, 'controle 2026', 'controle Putten 2026']) {
        const card = await ask(person, `${question}${question.startsWith('controle') ? '' : '?'}`);
        const texts = [card.text];
        const reference = /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(card.text)?.[0];
        if (reference) for (const more of [`toon berekening ${reference}`, `verschil ${reference}`]) texts.push((await ask(person, more)).text);
        expect(texts.join('\n'), `${person} ${question}`).not.toMatch(new RegExp(`${SECRET}|Jip de Vries${question.startsWith('controle') ? '' : '|PU-BBB'}`));
      }
  });
});

describe('a file of a figure of handovers', () => {
  it('holds no word of what was told and no typed programme, for anybody who may have it', async () => {
    let files = 0;
    for (const person of ['official', 'regional', 'waterlelie', 'school', 'nurse', 'reader'] as const)
      for (const question of QUESTIONS) {
        const reference = /KL-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ask(person, `${question}?`)).text)?.[0];
        if (reference === undefined) continue;
        const offer = await ask(person, `exporteer ${reference}`);
        for (const { title, url } of (offer.raw.actions ?? []).filter((action) => action.url !== undefined && action.title.startsWith('CSV'))) {
          const text = await (await fetch(url!)).text();
          expect(text, `${person} ${question} ${title}`).not.toMatch(new RegExp(`${SECRET}|Jip de Vries`));
          if (person === 'nurse' || person === 'reader') expect(text, `${person} ${question}`).not.toContain('PU-BBB');
          files += 1;
        }
      }
    expect(files).toBeGreaterThan(20);
  });
});

describe('a figure of handovers later', () => {
  it('is computed again to the digit, and its difference is the steps that came since', async () => {
    const reference = referenceIn(await ask('official', 'overdrachten per programma Q3'));
    await chat.world.owner.query(`insert into kansenlijn.handover_step (handover_id, step, side, on_date) values ('${handover(4)}', 'sent', 'childcare', '2026-09-20')`);
    // What was told is removed, and with it the programme; the figure stays.
    await chat.world.owner.query(`select kansenlijn.remove_content('${handover(1)}', 'retention', true, '2026-11-01')`);
    const again = (await ask('official', `toon berekening ${reference}`)).text;
    expect(again).toContain('3 (3 van 6 kinderen). Opnieuw berekend');
    expect(again).toContain('Peuterplein: 2 van 2');
    expect(again).not.toContain('wijkt af');
    expect((await ask('official', `verschil ${reference}`)).text).toContain('Stap van de overdracht vastgelegd: teller +1');
  });
  it('adds up in the checks', async () => {
    const { text } = await ask('official', 'controle Q3');
    // Handed over and missing; with consent, refused and unanswered; late and handed over, late and not.
    for (const sum of ['4 + 2 = 6', '1 + 1 + 2 = 4', '2 + 2 = 4']) expect(text).toContain(sum);
  });
});
