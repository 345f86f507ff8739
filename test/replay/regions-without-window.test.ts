import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGIONS } from '../../src/policy/regions/index.ts';
import { csv, linesOf, startImportedChat, type ImportedChat } from './support.ts';

/**
 * De Bevelanden and the IJmond: of none of their municipalities is on record from which age a
 * child counts, so the region gives no reach, and says of whom. What needs no such age, it gives.
 */
const ASKED = REGIONS.filter(({ id }) => id === 'de-bevelanden' || id === 'ijmond').map(({ id, name, members }) => ({ id, name, members: members.map(({ value }) => value) }));
const MEMBERS = ASKED.flatMap(({ id, members }) => members.map(({ municipalityCode: code, municipalityName: name }, index) => ({ region: id, code, name, places: 4 + index })));

let chat: ImportedChat;
beforeAll(async () => {
  chat = await startImportedChat([{
    gemeenten: csv(['code', 'naam', 'voorvoegsel'], MEMBERS.map(({ code, name }, index) => [code, name, `X${String.fromCharCode(65 + index)}`])),
    regios: csv(['id', 'naam'], ASKED.map(({ id, name }) => [id, name])),
    regioleden: csv(['regio', 'gemeente', 'van'], MEMBERS.map(({ region, code }) => [region, code, '01-01-2023'])),
    organisaties: 'id;soort;naam\no1;kinderopvang;De Dijk\no2;jgz;JGZ',
    locaties: csv(['id', 'organisatie', 'gemeente', 'naam'], MEMBERS.map(({ code, name }) => [`l${code}`, 'o1', code, `De Dijk ${name}`])),
    groepen: csv(['id', 'locatie', 'naam'], MEMBERS.map(({ code }) => [`g${code}`, `l${code}`, 'Kokkels'])),
    've-plaatsen': csv(['id', 'locatie', 'plaatsen', 'van'], MEMBERS.map(({ code, places }) => [`v${code}`, `l${code}`, places, '01-08-2025'])),
    kinderen: csv(['id', 'geboortedatum', 'gemeente'], MEMBERS.map(({ code }) => [`k${code}`, '01-03-2024', code])),
    indicaties: csv(['id', 'kind', 'datum', 'gronden', 'organisatie'], MEMBERS.map(({ code }) => [`i${code}`, `k${code}`, '01-04-2026', 'home_language', 'o2'])),
    plaatsingen: csv(['id', 'kind', 'groep', 'start', 've_plaats', 'uren_per_week', 'dagen_per_week'], MEMBERS.map(({ code }) => [`p${code}`, `k${code}`, `g${code}`, '01-09-2026', 'ja', 16, 4])),
    personen: csv(['aad_object_id', 'rol', 'regio', 'gemeente'], [...ASKED.map(({ id }) => [id, 'regio', id, '']), ...MEMBERS.map(({ code }) => [code, 'gemeente', '', code])]),
  }]);
});
afterAll(() => chat.close());

describe.each(ASKED)('$name', ({ id, name, members }) => {
  const own = MEMBERS.filter(({ region }) => region === id);

  it.each(['bereik', 'bereik per gemeente', 'aantal doelgroeppeuters', 'hoeveel niet bereikt', 'aantal indicaties'])('gives no figure for "%s", and says of whom no window is on record', async (question) => {
    const { text } = await chat.ask(id, question);
    expect(text).toContain('Er is geen afspraak vastgelegd');
    expect(text).toContain('is op 22-11-2026 niet vastgelegd vanaf welke leeftijd een kind meetelt');
    for (const { municipalityName } of members) expect(text).toContain(municipalityName);
    expect(text).not.toMatch(/%|Referentie KL-|doelgroeppeuters\n/u);
  });

  it('says the same of each of its municipalities', async () => {
    for (const { code, name: municipality } of own) {
      const { text } = await chat.ask(code, 'bereik');
      expect(text).toContain(`Voor ${municipality} is op 22-11-2026 niet vastgelegd`);
      expect(text).not.toContain('%');
    }
  });

  it('gives the Inspectorate’s reach, whose age is in the question itself, and its places, each with its members', async () => {
    const inspectorate = linesOf((await chat.ask(id, 'bereik volgens de inspectie')).text);
    expect(inspectorate).toEqual(expect.arrayContaining(['100%', `${own.length} van ${own.length} doelgroeppeuters`]));
    const places = linesOf((await chat.ask(id, 'capaciteit')).text);
    expect(places).toEqual(expect.arrayContaining([`Capaciteit · ${name}`, String(own.reduce((sum, each) => sum + each.places, 0)), ...own.map((each) => `${each.name}: ${each.places}`)]));
  });

  it('says in its rules that no age was agreed', async () => {
    const { text } = await chat.ask(own[0]!.code, 'regels');
    expect(text).toContain('Leeftijd voor VE');
    expect(text).toMatch(/geen afspraak vastgelegd/iu);
  });
});
