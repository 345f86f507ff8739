import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPolicies } from '../../src/policy/municipalities/index.ts';
import { loadPolicies } from '../../src/policy/municipalities/load.ts';
import { createPolicyRegistry } from '../../src/policy/municipalities/registry.ts';
import type { Folder } from '../records/support.ts';
import { linesOf, startImportedChat, type ImportedChat } from '../replay/support.ts';

/**
 * A municipality more than we ship is one folder with its policy and an import of its
 * records. Nothing else of the product knows Waterveen.
 */
const FOLDERS = join(import.meta.dirname, '../fixtures/municipalities');

/** On 22-11-2026: w1 and w2 placed, w3 refused, w4 of 26 months too young for a window of 27, w5 exactly old enough. */
const RECORDS: Folder = {
  gemeenten: 'code;naam;voorvoegsel\n9913;Waterveen;WV',
  wijken: 'id;gemeente;naam\nn1;9913;Havenkwartier',
  organisaties: 'id;soort;naam\no1;kinderopvang;De Stuurhut\no2;jgz;JGZ Wad',
  locaties: 'id;organisatie;gemeente;wijk;naam\nl1;o1;9913;n1;Het Anker',
  groepen: 'id;locatie;naam\ng1;l1;De Zeehonden',
  've-plaatsen': 'id;locatie;plaatsen;van\nv1;l1;6;01-08-2025',
  kinderen: 'id;geboortedatum;gemeente;wijk\nw1;10-01-2024;9913;n1\nw2;11-02-2024;9913;n1\nw3;12-03-2024;9913;\nw4;23-08-2024;9913;n1\nw5;22-08-2024;9913;n1',
  indicaties: 'id;kind;datum;gronden;organisatie\n'
    + ['w1;01-04-2026;frisian_only|few_books', 'w2;01-04-2026;few_books|on_the_water', 'w3;01-05-2026;on_the_water', 'w4;01-10-2026;on_the_water', 'w5;01-10-2026;language_environment']
      .map((row, index) => `i${index + 1};${row};o2`).join('\n'),
  toeleiding: 'id;kind;datum;soort\nt1;w3;01-06-2026;weigering',
  plaatsingen: 'id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week\np1;w1;g1;01-09-2026;ja;16;4\np2;w2;g1;01-09-2026;ja;16;4',
  personen: 'aad_object_id;rol;organisatie;gemeente\nofficial;gemeente;;9913\nnurse;jgz;o2;9913\nreader;lezer;;9913',
};

let chat: ImportedChat;
beforeAll(async () => {
  const policies = createPolicyRegistry([...allPolicies(), ...await loadPolicies(FOLDERS)]);
  chat = await startImportedChat([RECORDS], { policies });
});
afterAll(() => chat.close());

describe('a thirteenth municipality', () => {
  it('is not one of those that we ship', () => expect(allPolicies().map(({ municipalityCode }) => municipalityCode)).not.toContain('9913'));

  it.each<[string, string[]]>([
    ['bereik', ['Bereik · Waterveen', '50,0%', '2 van 4 doelgroeppeuters', 'Niet bereikt: 1', 'Onbekend: 1', 'Geteld zijn peuters van 2 jaar en 3 maanden tot 4 jaar.']],
    ['indicaties per grond', ['4', 'Taalomgeving: 4', 'Het gezin woont op een schip: 2', 'Bij “Taalomgeving” telt elk kenmerk apart, zoals de monitor van de gemeente dat doet.']],
    ['vrije plekken', ['Vrije plekken · Waterveen', '4']],
    ['bereik per wijk', ['Havenkwartier: 2 van 3 (66,7%)']],
  ])('answers "%s" by its own policy', async (question, lines) => {
    expect(linesOf((await chat.ask('official', question)).text)).toEqual(expect.arrayContaining(lines));
  });

  it('compares reach with its own target', async () => {
    expect((await chat.ask('official', 'bereik')).text).toMatch(/Doel.*75%/u);
  });

  it('tells readers numbers in bands of ten, because it follows CBS, and a reference to them as well', async () => {
    const told = (await chat.ask('reader', 'bereik')).text;
    expect(linesOf(told)).toEqual(expect.arrayContaining(['<10 van <19 doelgroeppeuters', 'Bereikt: <10']));
    const [reference] = /KL-\w{4}-\w{4}/u.exec(told)!;
    expect((await chat.ask('reader', reference)).text).toContain('(<10 van <19 doelgroeppeuters)');
    // The rule is no part of an exact figure.
    expect((await chat.ask('official', reference)).text).not.toContain('Kleine aantallen');
    expect((await chat.ask('official', 'regels')).text).toContain('In klassen van 10');
  });

  it('shows its rules, each with its source', async () => {
    const { text } = await chat.ask('official', 'regels');
    expect(text).toContain('Waterveen');
    expect(text).toContain('Vanaf 2 jaar en 3 maanden, tot de 4e verjaardag');
    expect(text).toContain('Het gezin woont op een schip');
    expect(text).toContain('Kansenplan Waterveen 2024-2027, hoofdstuk 2');
  });

  it('has an indication form with its own grounds, and stores what its monitor counts', async () => {
    const form = await chat.ask('nurse', 'indicatie');
    expect(['Thuis wordt alleen Fries gesproken', 'Er wordt thuis weinig voorgelezen', 'Het gezin woont op een schip'].map((label) => form.option('grounds', label)))
      .toEqual(['frisian_only', 'few_books', 'on_the_water']);
    const receipt = await chat.press('nurse', form, 'Opslaan', { birthDate: '2024-05-05', issuedOn: '2026-11-20', grounds: 'frisian_only,few_books' });
    expect(receipt.text).toContain('Indicatie vastgelegd');
    expect(receipt.text).toContain('Vastgelegde kenmerken: Taalomgeving: thuis wordt alleen Fries gesproken; en er wordt thuis weinig voorgelezen');
    expect(receipt.text).toMatch(/WV-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
    expect(linesOf((await chat.ask('official', 'indicaties per grond')).text)).toEqual(expect.arrayContaining(['5', 'Taalomgeving: 6']));
  });
});
