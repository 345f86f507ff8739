import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ijsselsteinRecords } from './ijsselstein-records.ts';
import { linesOf, startImportedChat, type ImportedChat } from './support.ts';

/** IJsselstein, monitor over 2023 with reference date 01-01-2024, asked in chat line by line. */
let chat: ImportedChat;
beforeAll(async () => { chat = await startImportedChat([ijsselsteinRecords()]); });
afterAll(() => chat.close());

const GROUNDS = ['Gemeentespecifiek: 3', 'Opleiding van de ouders: 10', 'Risico op een achterstand in het Nederlands: 105',
  'Een kind kan meer dan één grond hebben: samen 118 gronden bij 77 kinderen. Tel de aantallen daarom niet op.'];
const PLACED = ['BLOS Kinderopvang: 9', 'Kinderopvang Purkie: 4', 'Kind & Co Ludens: 40', 'Spelen Buitenshuis: 10'];
const STOPPED = ['Verhuisd: 7', 'Zorgtraject gestart: 3', 'Anders, namelijk: 16', '26 van 26 geëindigde plaatsingen'];

const MONITOR: readonly (readonly [line: string, question: string, ...lines: string[]])[] = [
  ['678 children of 2 to 4', 'aantal peuters op 1-1-2024', '678', 'kinderen van 2 en 3 jaar'],
  ['77 with an indication, 118 grounds', 'aantal indicaties op 1-1-2024', '77', ...GROUNDS],
  ['the same, asked by ground', 'indicaties per grond op 1-1-2024', '77', ...GROUNDS],
  ['89 used VE in 2023', 'gebruik van ve in 2023', '89', 'Nog geplaatst: 63', 'Gestopt: 26'],
  ['89 used VE in 2023, in a sentence', 'hoeveel kinderen gebruikten VE in 2023?', '89'],
  ['23 with an indication and no VE', 'bereik op 1-1-2024', '70,1%', '54 van 77 doelgroeppeuters', 'Met een indicatie en zonder VE-plek: 23, van wie 14 niet bereikt en 9 onbekend.'],
  ['placed per provider', 'geplaatste kinderen per aanbieder op 1-1-2024', '63', ...PLACED],
  ['placed per provider, in a sentence', 'hoeveel kinderen zijn geplaatst op 1 januari 2024?', '63', ...PLACED],
  ['the Puzzelgroep is one of Kind & Co Ludens', 'geplaatste kinderen per groep op 1-1-2024', 'Puzzelgroep (De Klimladder): 4', 'De Krokodillen (Spelen Buitenshuis): 10'],
  ['26 stopped early', 'vroegtijdige uitstroom 2023 per reden', '26', ...STOPPED],
  ['26 stopped early, in a sentence', 'waarom zijn kinderen vroegtijdig gestopt in 2023?', '26', ...STOPPED],
  // "2,5/2,8" is read as: of some providers the one, of others the other.
  ['average start age 2,5 and 2,8', 'gemiddelde startleeftijd 2023 per aanbieder', 'Kind & Co Ludens: 30,0 maanden, 2,5 jaar (24)', 'Kinderopvang Purkie: 30,0 maanden, 2,5 jaar (4)',
    'BLOS Kinderopvang: 34,0 maanden, 2,8 jaar (9)', 'Spelen Buitenshuis: 34,0 maanden, 2,8 jaar (8)'],
  ['40 places of Kind & Co Ludens since 2023', 'capaciteit per aanbieder op 1-1-2024', 'Kind & Co Ludens: 40'],
  ['from the first day of 2023', 'capaciteit per aanbieder op 1-1-2023', 'Kind & Co Ludens: 40'],
  ['and 56 before', 'capaciteit per aanbieder op 31-12-2022', 'Kind & Co Ludens: 56'],
];

describe('IJsselstein, 01-01-2024, asked in chat', () => {
  it.each(MONITOR.map(([line, question, ...lines]) => ({ line, question, lines })))('$line: "$question"', async ({ question, lines }) => {
    const { text } = await chat.ask('official', question);
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
    expect(text).toContain('Referentie KL-');
  });

  it('says of whom the number of places is not on record, and does not count them as none', async () => {
    expect((await chat.ask('official', 'capaciteit op 1-1-2024')).text)
      .toContain("Niet meegeteld, omdat er geen aantal VE-plekken is vastgelegd: 't Singeltje, Kinderopvang Purkie, Spelen Buitenshuis.");
  });

  it('keeps the parts in step: placed and stopped are those who used VE, and the parts of reach are the target toddlers', async () => {
    expect(linesOf((await chat.ask('official', 'aantal doelgroeppeuters op 1-1-2024')).text))
      .toEqual(expect.arrayContaining(['77', 'Bereikt in de gemeente: 54', 'Bereikt elders: 0', 'Niet bereikt: 14', 'Onbekend: 9']));
    expect(linesOf((await chat.ask('official', 'gebruik van ve 2023 per aanbieder')).text))
      .toEqual(expect.arrayContaining(['89', 'BLOS Kinderopvang: 14', 'Kind & Co Ludens: 52', 'Kinderopvang Purkie: 7', 'Spelen Buitenshuis: 16']));
  });

  it('counts a day later what came in since, and not before', async () => {
    expect(linesOf((await chat.ask('official', 'aantal indicaties op 2-1-2024')).text)).toContain('79');
    expect(linesOf((await chat.ask('official', 'geplaatste kinderen op 8-1-2024')).text)).toContain('55');
  });
});
