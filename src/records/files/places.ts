import { dayOrYearCell, municipalityCell, patternCell, targetMeasureCell, textCell, wholeCell, wordCell } from '../cells.ts';
import { targetMeasures } from '../../figures/targetable.ts';
import { type Column, column, explained, type FileSpec, notBefore, optional, type RowIssue, type Values, withDefault } from '../file-spec.ts';
import { day, id, municipality, name, neighbourhood, reference } from './common.ts';

const pattern = (expected: RegExp, message: string, about: string, example: string): Column =>
  explained(column('text', patternCell(expected, message)), about, example);
const whole = (least: number, most: number, about: string, example: string): Column =>
  explained(column('integer', wholeCell(least, most)), about, example);

const municipalities: FileSpec = {
  kind: 'gemeenten', key: ['code'], intro: 'Sleutel: code.',
  columns: {
    code: { ...explained(column('text', municipalityCell), 'CBS-code, vier cijfers', '0273'), digits: 4 },
    naam: name('uniek', 'Putten'),
    voorvoegsel: pattern(/^[A-Z]{2}$/, 'is geen voorvoegsel van twee hoofdletters.', 'twee hoofdletters waarmee de codes van kinderen beginnen; uniek', 'PU'),
  },
};

const regions: FileSpec = {
  kind: 'regios',
  columns: {
    id: pattern(/^[a-z0-9-]{2,40}$/, 'is geen id van 2 tot 40 kleine letters, cijfers en streepjes.', '2 tot en met 40 kleine letters, cijfers en streepjes', 'noord-veluwe'),
    naam: name('uniek', 'Noord-Veluwe'),
  },
};

const regionMembers: FileSpec = {
  kind: 'regioleden', key: ['regio', 'gemeente', 'van'], intro: 'Sleutel: regio, gemeente en van.',
  columns: {
    regio: reference('regios', 'noord-veluwe'), gemeente: municipality, van: day('eerste dag', '01-01-2020'),
    tot_en_met: optional(day('laatste dag; leeg zolang het duurt. Perioden mogen niet overlappen.', '')),
  },
  checkRow: (row) => notBefore(row, 'van', 'tot_en_met'),
};

const neighbourhoods: FileSpec = {
  kind: 'wijken',
  columns: {
    id: id('', 'w1'), gemeente: municipality, naam: name('uniek binnen de gemeente', 'Huinen'),
    cluster: optional(name('de groep wijken waarin partners samenwerken', '')),
  },
};

const MONTHS_PER_UNIT: Readonly<Record<string, number>> = { year: 12, month: 1 };
const MOST_MONTHS = 216;

function agesFit(row: Values): RowIssue[] {
  const { leeftijd_van: from, leeftijd_tot: until, eenheid } = row;
  if (typeof from !== 'number' || typeof until !== 'number') return [];
  if (until <= from) return [{ column: 'leeftijd_tot', text: 'is niet hoger dan leeftijd_van; alleen 2-jarigen is van 2 tot 3.' }];
  const months = until * (MONTHS_PER_UNIT[String(eenheid)] ?? 1);
  return months > MOST_MONTHS ? [{ column: 'leeftijd_tot', text: 'is ouder dan 18 jaar; staan hier maanden, vul dan bij eenheid maanden in.' }] : [];
}

const population: FileSpec = {
  kind: 'bevolking', key: ['gemeente', 'peildatum', 'wijk', 'eenheid', 'leeftijd_van', 'leeftijd_tot'],
  intro: 'Aantallen kinderen naar leeftijd op een dag, elk jaar opnieuw; nodig voor het bereik van alle peuters. Sleutel: alles behalve aantal en bron.',
  columns: {
    gemeente: municipality,
    peildatum: explained(column('date', dayOrYearCell), 'de dag waarvoor het aantal geldt; een jaartal is 1 januari van dat jaar', '01-01-2024'),
    wijk: optional(reference('wijken', '', ', in dezelfde gemeente; leeg: de hele gemeente')),
    leeftijd_van: whole(0, 216, 'jongste leeftijd die meetelt', '2'),
    leeftijd_tot: whole(1, 216, 'eerste leeftijd die niet meer meetelt: 2-jarigen is 2 tot 3, peuters van 2 en 3 jaar is 2 tot 4', '4'),
    eenheid: withDefault(explained(column('text', wordCell({ jaar: 'year', maanden: 'month' })), '`jaar` of `maanden`: waarin de leeftijden staan; leeg: jaar', 'jaar'), 'year'),
    aantal: whole(0, 999_999, 'kinderen van die leeftijd', '598'),
    bron: optional(explained(column('text', textCell(200)), 'waar het aantal vandaan komt', 'BRP, eigen telling')),
  },
  note: 'Leeftijden van dezelfde gemeente (of wijk) op dezelfde dag mogen niet overlappen: geef de gemeente per jaar of als één groep, niet allebei. '
    + 'Aantallen van wijken worden niet bij die van de gemeente opgeteld.',
  checkRow: agesFit,
};

const organisations: FileSpec = {
  kind: 'organisaties',
  columns: {
    id: id('', 'o1'),
    soort: explained(column('text', wordCell({ kinderopvang: 'childcare', jgz: 'health', schoolbestuur: 'school_board', gemeente: 'municipality' })),
      '`kinderopvang`, `jgz`, `schoolbestuur` of `gemeente`', 'kinderopvang'),
    naam: name('uniek binnen de soort', 'De Zandkorrel'),
  },
  moreExamples: [{ id: 'o2', soort: 'jgz', naam: 'JGZ Veluwerand' }, { id: 'o3', soort: 'schoolbestuur', naam: 'Scholen aan de Veluwe' }],
};

const locations: FileSpec = {
  kind: 'locaties',
  columns: {
    id: id('', 'l1'), organisatie: reference('organisaties', 'o1', ', soort kinderopvang'), gemeente: municipality, wijk: optional(neighbourhood),
    naam: name('uniek binnen organisatie en gemeente', 'De Wilg'),
    lrk: optional(pattern(/^[0-9]{6,12}$/, 'is geen LRK-nummer van 6 tot 12 cijfers.', 'LRK-nummer, 6 tot en met 12 cijfers, uniek', '900000001')),
    geopend_per: optional(day('eerste dag waarop de locatie bestaat; leeg: blijft zoals het was', '')),
    gesloten_per: optional(day('eerste dag waarop de locatie niet meer bestaat; na geopend_per; leeg: blijft zoals het was', '')),
  },
  note: 'Sluiten met een import beëindigt groepen en VE-plaatsen niet: geef die ook een laatste dag.',
};

const groups: FileSpec = {
  kind: 'groepen',
  columns: {
    id: id('', 'g1'), locatie: reference('locaties', 'l1'), naam: name('uniek binnen de locatie', 'Katjes'),
    geopend_per: optional(day('eerste dag waarop de groep bestaat; leeg: blijft zoals het was', '')),
    gesloten_per: optional(day('eerste dag waarop de groep niet meer bestaat; na geopend_per; leeg: blijft zoals het was', '')),
  },
};

const schools: FileSpec = {
  kind: 'scholen',
  columns: {
    id: id('', 's1'), bestuur: reference('organisaties', 'o3', ', soort schoolbestuur'), gemeente: municipality, wijk: optional(neighbourhood),
    naam: name('uniek binnen de gemeente', 'Het Kompas'),
    brin: optional(pattern(/^[0-9]{2}[A-Z]{2}([0-9]{2})?$/, 'is geen BRIN-nummer, zoals 12AB of 12AB00.', 'BRIN-nummer, zoals `12AB` of `12AB00`', '12AB')),
  },
};

const placeOffers: FileSpec = {
  kind: 've-plaatsen', intro: 'VE-plaatsen die een locatie aanbiedt, bezet of vrij. Een ander aantal vanaf een dag is een nieuwe rij.',
  columns: {
    id: id('', 'v1'), locatie: reference('locaties', 'l1'), plaatsen: whole(0, 500, '0 tot en met 500', '8'), van: day('eerste dag', '01-08-2022'),
    tot_en_met: optional(day('laatste dag; leeg zolang het geldt. Perioden van één locatie mogen niet overlappen.', '')),
  },
  checkRow: (row) => notBefore(row, 'van', 'tot_en_met'),
};

function targetFits(row: Values): RowIssue[] {
  const { minstens, streven } = row;
  const isLower = typeof minstens === 'number' && typeof streven === 'number' && streven < minstens;
  return [...(isLower ? [{ column: 'streven', text: 'is lager dan minstens.' }] : []), ...notBefore(row, 'van', 'tot_en_met')];
}

const targets: FileSpec = {
  kind: 'doelen', key: ['gemeente', 'maat', 'van'],
  intro: 'Wat een gemeente zich ten doel stelt. Een ander doel vanaf een dag is een nieuwe rij. Sleutel: id, of gemeente, maat en van als er geen id is.',
  columns: {
    id: optional(id('nodig om later de eerste dag te kunnen verbeteren', 'd1')),
    gemeente: municipality,
    maat: explained(column('text', targetMeasureCell), `het cijfer, als id of met zijn titel: ${targetMeasures.map(({ id: measure, title }) => `\`${measure}\` ${title}`).join(', ')}`, 'reach'),
    minstens: whole(1, 100, 'procent dat het minstens moet zijn', '80'),
    streven: optional(whole(1, 100, 'procent waarnaar de gemeente streeft; niet lager dan minstens', '100')),
    van: day('eerste dag', '01-01-2024'),
    tot_en_met: optional(day('laatste dag; leeg zolang het geldt. Perioden van één maat in één gemeente mogen niet overlappen.', '')),
    bron: explained(column('text', textCell(200)), 'waar het is vastgesteld', 'Beleidskader OAB 2024'),
  },
  note: 'Een doel uit deze lijst gaat voor een doel dat Kansenlijn in het beleid van de gemeente meekreeg.',
  checkRow: targetFits,
};

export const PLACE_FILES: readonly FileSpec[] = [
  municipalities, regions, regionMembers, neighbourhoods, population, organisations, locations, groups, schools, placeOffers, targets,
];
