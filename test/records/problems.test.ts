import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportWorld, FOLDER, type Folder, type ImportWorld, snapshot } from './support.ts';

let world: ImportWorld;
let empty: string;
beforeAll(async () => {
  world = await createImportWorld();
  empty = await snapshot(world.client);
});
afterAll(async () => world.close());

const lines = (name: string, ...added: string[]): Folder => ({ ...FOLDER, [name]: [FOLDER[name], ...added].join('\n') });
const file = (name: string, text: string | Buffer): Folder => ({ ...FOLDER, [name]: text });
const place = 'id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week;laatste_dag;reden\n';

describe('the report names file, line, column, value and what is wrong', () => {
  it.each<[string, Folder, string[]]>([
    ['a day that does not exist', lines('kinderen', 'k3;30-02-2024;0273;'), ['kinderen.csv, regel 4, kolom geboortedatum, waarde "30-02-2024": is geen bestaande dag.']],
    ['text instead of a day', lines('kinderen', 'k3;morgen;0273;'), ['kinderen.csv, regel 4, kolom geboortedatum, waarde "morgen": is geen datum; schrijf dd-mm-jjjj of jjjj-mm-dd.']],
    ['a year of long ago', lines('kinderen', 'k3;01-01-1924;0273;'), ['kinderen.csv, regel 4, kolom geboortedatum, waarde "01-01-1924": ligt niet tussen 1990 en 2100.']],
    ['a birth in the future', lines('kinderen', 'k3;23-11-2026;0273;'), ['kinderen.csv, regel 4, kolom geboortedatum, waarde "23-11-2026": ligt in de toekomst.']],
    ['an empty cell', lines('kinderen', 'k3;;0273;'), ['kinderen.csv, regel 4, kolom geboortedatum: mag niet leeg zijn.']],
    ['an empty id', lines('kinderen', ';01-01-2023;0273;'), ['kinderen.csv, regel 4, kolom id: mag niet leeg zijn.']],
    ['a double id', lines('kinderen', 'k1;01-01-2023;0273;'), ['kinderen.csv, regel 4, kolom id, waarde "k1": staat ook op regel 2.']],
    ['an unknown municipality', lines('kinderen', 'k3;01-01-2023;9999;'), ['kinderen.csv, regel 4, kolom gemeente, waarde "9999": staat niet in gemeenten.csv en niet in een eerdere import van deze bron.']],
    ['a neighbourhood elsewhere', lines('kinderen', 'k3;01-01-2023;0273;w2'), ['kinderen.csv, regel 4, kolom wijk, waarde "w2": deze wijk ligt niet in gemeente 0273.']],
    ['a wrong check character', file('kinderen', 'id;code;geboortedatum;gemeente\nk1;PU-4KX7-9TMM;01-05-2022;0273\nk2;;01-06-2022;0273'), ['kinderen.csv, regel 2, kolom code, waarde "PU-4KX7-9TMM": is geen geldige kindcode: het controleteken klopt niet.']],
    ['something that is no code', file('kinderen', 'id;code;geboortedatum;gemeente\nk1;Jan;01-05-2022;0273\nk2;;01-06-2022;0273'), ['kinderen.csv, regel 2, kolom code, waarde "Jan": is geen kindcode, zoals PU-4KX7-9TM9.']],
    ['a reference to nothing', lines('indicaties', 'i2;k9;01-02-2024;taal;o2'), ['indicaties.csv, regel 3, kolom kind, waarde "k9": staat niet in kinderen.csv en niet in een eerdere import van deze bron.']],
    ['a ground that is no code', lines('indicaties', 'i2;k2;01-02-2024;taal+é!;o2'), ['indicaties.csv, regel 3, kolom gronden, waarde "taal+é!": "é!" is geen code van kleine letters, cijfers en _.']],
    ['an indication before birth', lines('indicaties', 'i2;k2;31-05-2022;taal;o2'), ['indicaties.csv, regel 3, kolom datum, waarde "31-05-2022": ligt voor de geboorte van het kind (01-06-2022).']],
    ['an indication by childcare', lines('indicaties', 'i2;k2;01-02-2024;taal;o1'), ['indicaties.csv, regel 3, kolom organisatie, waarde "o1": is geen organisatie van soort jgz.']],
    ['a guidance outcome without its reasons', lines('toeleiding', 't2;k2;01-03-2024;niet bereikt;'), ['toeleiding.csv, regel 3, kolom redenen: mag niet leeg zijn bij niet_bereikt.']],
    ['an unknown kind of outcome', lines('toeleiding', 't2;k2;01-03-2024;misschien;'), ['toeleiding.csv, regel 3, kolom soort, waarde "misschien": is onbekend; kies uit aanbod, weigering, niet_bereikt.']],
    ['hours that are no hours', lines('plaatsingen', 'p3;k2;g2;01-07-2025;ja;veel;2'), ['plaatsingen.csv, regel 4, kolom uren_per_week, waarde "veel": is geen aantal uren van 0,1 tot en met 60 met hoogstens één decimaal.']],
    ['six days a week', lines('plaatsingen', 'p3;k2;g2;01-07-2025;ja;16;6'), ['plaatsingen.csv, regel 4, kolom dagen_per_week, waarde "6": is geen heel getal van 1 tot en met 5.']],
    ['neither yes nor no', lines('plaatsingen', 'p3;k2;g2;01-07-2025;soms;16;4'), ['plaatsingen.csv, regel 4, kolom ve_plaats, waarde "soms": is geen ja of nee.']],
    ['an exit before the start in one row', file('plaatsingen', `${place}p1;k1;g1;01-06-2024;ja;16;4;31-05-2024;moved\np2;k2;g2;01-07-2024;nee;8;2;;`), ['plaatsingen.csv, regel 2, kolom laatste_dag, waarde "31-05-2024": ligt voor start.']],
    ['an exit without a reason', file('plaatsingen', `${place}p1;k1;g1;01-06-2024;ja;16;4;01-07-2024;\np2;k2;g2;01-07-2024;nee;8;2;;`), ['plaatsingen.csv, regel 2, kolom reden: mag niet leeg zijn als er een laatste dag is.']],
    ['an exit before the start in two files', file('uitstroom', 'id;plaatsing;laatste_dag;reden\nu1;p2;30-06-2024;moved'), ['uitstroom.csv, regel 2, kolom laatste_dag, waarde "30-06-2024": ligt voor de start van de plaatsing (01-07-2024).']],
    ['two exits of one placement', lines('uitstroom', 'u2;p2;30-11-2024;moved'), ['uitstroom.csv, regel 3, kolom plaatsing, waarde "p2": deze plaatsing eindigt ook op regel 2.']],
    ['an exit in both files', file('plaatsingen', `${place}p1;k1;g1;01-06-2024;ja;16;4;;\np2;k2;g2;01-07-2024;nee;8;2;31-12-2024;moved`), ['uitstroom.csv, regel 2, kolom plaatsing, waarde "p2": deze plaatsing heeft al een laatste dag in plaatsingen.csv, regel 3; noem de uitstroom op één plek.']],
    ['an unknown reason', file('uitstroom', 'id;plaatsing;laatste_dag;reden\nu1;p2;31-12-2024;zomaar'), ['uitstroom.csv, regel 2, kolom reden, waarde "zomaar": "zomaar" is geen bekende reden; kies uit school_at_4, moved, care_pathway, parents_stopped, other_provider, other.']],
    ['two VE places at once', lines('plaatsingen', 'p3;k1;g2;01-07-2024;ja;16;4'), ['plaatsingen.csv, regel 4, kolom start, waarde "01-07-2024": de periode overlapt met die van regel 2 (zelfde kind op een VE-plaats).']],
    ['places of one location twice', lines('ve-plaatsen', 'v2;l1;9;01-01-2024'), ['ve-plaatsen.csv, regel 3, kolom van, waarde "01-01-2024": de periode overlapt met die van regel 2 (zelfde locatie).']],
    ['a start far ahead', lines('plaatsingen', 'p3;k2;g2;23-11-2027;ja;16;4'), ['plaatsingen.csv, regel 4, kolom start, waarde "23-11-2027": ligt meer dan een jaar vooruit.']],
    ['the same location twice', lines('locaties', 'l3;o1;0273;;De Wilg;'), ['locaties.csv, regel 4, kolom naam, waarde "De Wilg": deze locatie van deze organisatie staat ook op regel 2.']],
    ['the same LRK number twice', lines('locaties', 'l3;o1;0273;;De Eik;900000001'), ['locaties.csv, regel 4, kolom lrk, waarde "900000001": dit LRK-nummer staat ook op regel 2.']],
    ['a role without its place', lines('personen', 't;b;jgz;;;o2;;'), ['personen.csv, regel 4, kolom gemeente: mag niet leeg zijn bij deze rol.']],
    ['a role with another place', lines('personen', 't;b;lezer;l1;;;0273;'), ['personen.csv, regel 4, kolom locatie, waarde "l1": moet leeg zijn bij deze rol.']],
    ['a person without a tenant', lines('personen', ';b;lezer;;;;0273;'), ['personen.csv, regel 4, kolom tenant: mag niet leeg zijn.']],
    ['a row that is too short', lines('kinderen', 'k3;01-01-2023'), ['kinderen.csv, regel 4: de rij heeft 2 cellen in plaats van 4.']],
    ['a row that is too long', lines('kinderen', 'k3;01-01-2023;0273;;x'), ['kinderen.csv, regel 4: de rij heeft 5 cellen in plaats van 4.']],
    ['an unknown column', file('regios', 'id;naam;bsn\nx1;X;1'), ['regios.csv, regel 1, kolom bsn: deze kolom is onbekend; toegestaan zijn id, naam.']],
    ['a missing column', file('regios', 'id\nx1'), ['regios.csv, regel 1, kolom naam: deze kolom ontbreekt.']],
    ['a column twice', file('regios', 'id;naam;Naam\nx1;X;X'), ['regios.csv, regel 1, kolom naam: deze kolom staat er twee keer.']],
    ['an empty file', file('regios', ''), ['regios.csv: het bestand is leeg; de eerste regel noemt de kolommen.']],
    ['a file that is not UTF-8', file('wijken', Buffer.from('id;gemeente;naam\nw1;0273;Huinen\nw2;0273;Cit\xe9\n', 'latin1')), ['wijken.csv, regel 3: het bestand is geen UTF-8; kies bij het opslaan "CSV UTF-8".']],
    ['a quote that never ends', file('wijken', 'id;gemeente;naam\nw1;0273;"Huinen\nw2;0273;Dorp\n'), ['wijken.csv, regel 3: de aanhalingstekens (") kloppen niet; verdubbel ze binnen een cel die tussen aanhalingstekens staat.']],
    ['a file with another name', { ...FOLDER, kinders: 'id' }, [`kinders.csv: dit bestand is onbekend; toegestaan zijn gemeenten.csv, regios.csv, regioleden.csv, wijken.csv, bevolking.csv, organisaties.csv, locaties.csv, groepen.csv, scholen.csv, ve-plaatsen.csv, doelen.csv, resultaatafspraken.csv, kleuterresultaten.csv, kinderen.csv, verhuizingen.csv, verwijzingen.csv, indicaties.csv, toeleiding.csv, plaatsingen.csv, uitstroom.csv, personen.csv.`]],
    ['control characters', lines('wijken', 'w3;0273;A\u001b[31mB'), ['wijken.csv, regel 4, kolom naam, waarde "A�[31mB": bevat een regeleinde of een ander onzichtbaar teken.']],
  ])('for %s', async (_name, folder, expected) => {
    expect(await world.problems(folder)).toEqual(expected);
    expect(await snapshot(world.client)).toBe(empty);
  });

  it('keeps the same folder without the mistake free of problems', async () => {
    expect(await world.problems(FOLDER, { dryRun: true })).toEqual([]);
  });

  it('takes SQL in text for text', async () => {
    const name = `'); drop table kansenlijn.child; --`;
    expect((await world.import(lines('wijken', `w3;0273;"${name}"`), { dryRun: true })).ok).toBe(true);
    expect(await snapshot(world.client)).toBe(empty);
  });

  it('shows 200 problems and counts the rest', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `x${index};gisteren;0273;`);
    const result = await world.import(lines('kinderen', ...rows));
    expect([result.problems.length, result.problemCount]).toEqual([200, 450]);
    const unknown = Array.from({ length: 450 }, (_, index) => `x${index};01-01-2023;9999;`);
    const second = await world.import(lines('kinderen', ...unknown));
    expect([second.problems.length, second.problemCount]).toEqual([200, 450]);
  });
});

describe('problems with what is stored already', () => {
  it('finds an overlap with a placement in the database', async () => {
    await world.import(FOLDER);
    expect(await world.problems({ plaatsingen: 'id;kind;groep;start;ve_plaats;uren_per_week;dagen_per_week\np9;k1;g2;01-09-2025;ja;16;4' })).toEqual([
      'plaatsingen.csv, regel 2, kolom start, waarde "01-09-2025": de periode overlapt met wat al vastligt vanaf 01-06-2024 (zelfde kind op een VE-plaats).',
    ]);
    expect(await world.problems({ 've-plaatsen': 'id;locatie;plaatsen;van\nv9;l1;9;01-09-2025' })).toEqual([
      've-plaatsen.csv, regel 2, kolom van, waarde "01-09-2025": de periode overlapt met wat al vastligt vanaf 01-08-2022 (zelfde locatie).',
    ]);
  });

  it('does not let an exit move into the next placement', async () => {
    const head = FOLDER['plaatsingen']!.split('\n')[0]!;
    await world.import({ plaatsingen: `${head}\np5;k2;g2;01-02-2025;ja;16;4`, uitstroom: 'id;plaatsing;laatste_dag;reden\nu5;p5;31-03-2025;moved' });
    await world.import({ plaatsingen: `${head}\np6;k2;g2;01-04-2025;ja;16;4` });
    expect(await world.problems({ uitstroom: 'id;plaatsing;laatste_dag;reden\nu5;p5;01-04-2025;moved' })).toEqual([
      'uitstroom.csv, regel 2, kolom laatste_dag, waarde "01-04-2025": de plaatsing zou dan overlappen met een andere plaatsing van hetzelfde kind op een VE-plaats.',
    ]);
    expect((await world.import({ uitstroom: 'id;plaatsing;laatste_dag;reden\nu5;p5;30-03-2025;moved' })).ok).toBe(true);
  });
});
