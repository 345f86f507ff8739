import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, linesOf, startImportedChat, type ImportedChat } from './support.ts';

/**
 * An invented table of a municipality that counts from 2 years on, reference date 01-10-2025:
 * 12 target toddlers, of whom 5 younger than 2,5; reached 8 in the municipality and 1
 * elsewhere; not reached 2; unknown 1. Two of the youngest are on its edges: 2 years on the
 * day itself, and a day too young. Another turns 4 on the day, and no longer counts.
 */
const MUNICIPALITY = '0273';
const NEIGHBOUR = '0233';
interface Row { readonly born: string; readonly place?: 'here' | 'elsewhere'; readonly why?: 'refused' | 'reason' }
const CHILDREN: readonly Row[] = [
  { born: '01-10-2023', place: 'here' }, { born: '15-08-2023', place: 'here' }, { born: '02-07-2023', place: 'here' }, { born: '20-06-2023', why: 'refused' }, { born: '02-04-2023' },
  { born: '01-04-2023', place: 'here' }, { born: '09-01-2023', place: 'here' }, { born: '10-11-2022', place: 'here' }, { born: '11-07-2022', place: 'here' },
  { born: '12-03-2022', place: 'elsewhere' }, { born: '13-01-2022', why: 'reason' }, { born: '02-10-2021', place: 'here' },
  // Not counted: turned 4, and not 2 yet.
  { born: '01-10-2021', place: 'here' }, { born: '02-10-2023' },
];
const numbered = CHILDREN.map((child, index) => ({ ...child, id: `k${index + 1}` }));

let chat: ImportedChat;
beforeAll(async () => {
  chat = await startImportedChat([{
    gemeenten: csv(['code', 'naam', 'voorvoegsel'], [[MUNICIPALITY, 'Putten', 'PU'], [NEIGHBOUR, 'Ermelo', 'ER']]),
    regios: 'id;naam\nveluwe;Veluwe', regioleden: csv(['regio', 'gemeente', 'van'], [['veluwe', MUNICIPALITY, '01-01-2025'], ['veluwe', NEIGHBOUR, '01-01-2025']]),
    organisaties: 'id;soort;naam\no1;kinderopvang;De Korf\no2;jgz;JGZ',
    locaties: csv(['id', 'organisatie', 'gemeente', 'naam'], [['here', 'o1', MUNICIPALITY, 'De Bijenkorf'], ['elsewhere', 'o1', NEIGHBOUR, 'De Honing']]),
    groepen: 'id;locatie;naam\ng-here;here;Bijen\ng-elsewhere;elsewhere;Hommels',
    kinderen: csv(['id', 'geboortedatum', 'gemeente'], numbered.map(({ id, born }) => [id, born, MUNICIPALITY])),
    indicaties: csv(['id', 'kind', 'datum', 'gronden', 'organisatie'], numbered.map(({ id }) => [`i-${id}`, id, '01-10-2025', 'child_development', 'o2'])),
    toeleiding: csv(['id', 'kind', 'datum', 'soort', 'redenen'], numbered.flatMap(({ id, why }) => (why ? [[`t-${id}`, id, '01-10-2025', why === 'refused' ? 'weigering' : 'niet_bereikt', why === 'refused' ? '' : 'te ver']] : []))),
    plaatsingen: csv(['id', 'kind', 'groep', 'start', 've_plaats', 'uren_per_week', 'dagen_per_week'], numbered.flatMap(({ id, place }) => (place ? [[`p-${id}`, id, `g-${place}`, '01-10-2025', 'ja', 16, 4]] : []))),
    personen: csv(['aad_object_id', 'rol', 'gemeente', 'regio'], [['official', 'gemeente', MUNICIPALITY, ''], ['regional', 'regio', '', 'veluwe']]),
  }]);
});
afterAll(() => chat.close());

describe('a municipality that counts from 2 years on', () => {
  it.each<[string, string[]]>([
    ['bereik op 1-10-2025', ['75,0%', '9 van 12 doelgroeppeuters', 'Bereikt in de gemeente: 8', 'Bereikt elders: 1', 'Niet bereikt: 2', 'Onbekend: 1', 'Geteld zijn peuters van 2 jaar tot 4 jaar.']],
    ['bereik volgens de inspectie op 1-10-2025', ['85,7%', '6 van 7 doelgroeppeuters',
      'De gemeente telt vanaf 2 jaar, de Inspectie altijd vanaf 2 jaar en 6 maanden. Daardoor telt de Inspectie 5 peuters minder: 7 in plaats van 12.']],
    ['waarom zijn kinderen niet bereikt op 1-10-2025?', ['2', 'van 12 doelgroeppeuters', 'Plek geweigerd, geen reden vastgelegd: 1', 'Praktisch, bijvoorbeeld te ver weg: 1']],
    ['bereik op 30-9-2025', ['geen', 'Er zijn geen doelgroeppeuters op deze peildatum.']],
  ])('answers "%s"', async (question, lines) => {
    expect(linesOf((await chat.ask('official', question)).text)).toEqual(expect.arrayContaining(lines));
  });

  it('is all that its region can count, when the other member laid nothing down; the region says so', async () => {
    const { text } = await chat.ask('regional', 'bereik op 1-10-2025');
    expect(linesOf(text)).toEqual(expect.arrayContaining(['9 van 12 doelgroeppeuters', 'Niet meegeteld, omdat geen beginleeftijd is vastgelegd: Ermelo.']));
  });
});
