import { dayCell, municipalityCell, nameCell, patternCell, wholeCell, wordCell } from '../cells.ts';
import { column, type FileSpec, notBefore, optional } from '../file-spec.ts';
import { id, municipality, reference } from './common.ts';

const name = column('text', nameCell);
const day = column('date', dayCell);

const municipalities: FileSpec = {
  kind: 'gemeenten', key: ['code'],
  columns: {
    code: column('text', municipalityCell),
    naam: name,
    voorvoegsel: column('text', patternCell(/^[A-Z]{2}$/, 'is geen voorvoegsel van twee hoofdletters.')),
  },
};

const regions: FileSpec = {
  kind: 'regios',
  columns: { id: column('text', patternCell(/^[a-z0-9-]{2,40}$/, 'is geen id van 2 tot 40 kleine letters, cijfers en streepjes.')), naam: name },
};

const regionMembers: FileSpec = {
  kind: 'regioleden', key: ['regio', 'gemeente', 'van'],
  columns: { regio: reference('regios'), gemeente: municipality, van: day, tot_en_met: optional(day) },
  checkRow: (row) => notBefore(row, 'van', 'tot_en_met'),
};

const neighbourhoods: FileSpec = {
  kind: 'wijken',
  columns: { id, gemeente: municipality, naam: name, cluster: optional(name) },
};

const organisations: FileSpec = {
  kind: 'organisaties',
  columns: {
    id,
    soort: column('text', wordCell({ kinderopvang: 'childcare', jgz: 'health', schoolbestuur: 'school_board', gemeente: 'municipality' })),
    naam: name,
  },
};

const locations: FileSpec = {
  kind: 'locaties',
  columns: {
    id, organisatie: reference('organisaties'), gemeente: municipality, wijk: optional(reference('wijken')), naam: name,
    lrk: optional(column('text', patternCell(/^[0-9]{6,12}$/, 'is geen LRK-nummer van 6 tot 12 cijfers.'))),
  },
};

const groups: FileSpec = {
  kind: 'groepen',
  columns: { id, locatie: reference('locaties'), naam: name, gesloten_per: optional(day) },
};

const schools: FileSpec = {
  kind: 'scholen',
  columns: {
    id, bestuur: reference('organisaties'), gemeente: municipality, wijk: optional(reference('wijken')), naam: name,
    brin: optional(column('text', patternCell(/^[0-9]{2}[A-Z]{2}([0-9]{2})?$/, 'is geen BRIN-nummer, zoals 12AB of 12AB00.'))),
  },
};

const placeOffers: FileSpec = {
  kind: 've-plaatsen',
  columns: { id, locatie: reference('locaties'), plaatsen: column('integer', wholeCell(0, 500)), van: day, tot_en_met: optional(day) },
  checkRow: (row) => notBefore(row, 'van', 'tot_en_met'),
};

export const PLACE_FILES: readonly FileSpec[] = [
  municipalities, regions, regionMembers, neighbourhoods, organisations, locations, groups, schools, placeOffers,
];
