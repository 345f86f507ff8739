import type { Rows } from './csv-files.ts';

/** Municipalities and villages exist; organisations, locations, schools and their numbers are invented. */
export const PLACE_FILES: Readonly<Record<string, Rows>> = {
  gemeenten: [
    { code: '0273', naam: 'Putten', voorvoegsel: 'PU' },
    { code: '0233', naam: 'Ermelo', voorvoegsel: 'ER' },
  ],
  regios: [{ id: 'noord-veluwe', naam: 'Noord-Veluwe' }],
  regioleden: [
    { regio: 'noord-veluwe', gemeente: '0273', van: '01-01-2020' },
    { regio: 'noord-veluwe', gemeente: '0233', van: '01-01-2020' },
  ],
  wijken: [
    { id: 'w-centrum', gemeente: '0273', naam: 'Putten-Centrum', cluster: 'Dorp' },
    { id: 'w-bijsteren', gemeente: '0273', naam: 'Bijsteren', cluster: 'Dorp' },
    { id: 'w-husselerveld', gemeente: '0273', naam: 'Husselerveld', cluster: 'Dorp' },
    { id: 'w-krachtighuizen', gemeente: '0273', naam: 'Krachtighuizen', cluster: 'Buitengebied' },
    { id: 'w-huinen', gemeente: '0273', naam: 'Huinen', cluster: 'Buitengebied' },
    { id: 'w-halvinkhuizen', gemeente: '0273', naam: 'Halvinkhuizen', cluster: 'Buitengebied' },
    { id: 'w-ermelo', gemeente: '0233', naam: 'Ermelo-Centrum', cluster: undefined },
  ],
  organisaties: [
    { id: 'o-zandkorrel', soort: 'kinderopvang', naam: 'Kinderopvang De Zandkorrel' },
    { id: 'o-molentje', soort: 'kinderopvang', naam: 'Peuteropvang Het Molentje' },
    { id: 'o-bosrand', soort: 'kinderopvang', naam: 'Opvang Bosrand' },
    { id: 'o-jgz', soort: 'jgz', naam: 'JGZ Veluwerand' },
    { id: 'o-scholen', soort: 'schoolbestuur', naam: 'Stichting Scholen aan de Veluwe' },
  ],
  locaties: [
    { id: 'l-duinpan', organisatie: 'o-zandkorrel', gemeente: '0273', wijk: 'w-centrum', naam: 'De Duinpan', lrk: '900000101' },
    { id: 'l-wilg', organisatie: 'o-zandkorrel', gemeente: '0273', wijk: 'w-bijsteren', naam: 'De Wilg', lrk: '900000102' },
    { id: 'l-husselhof', organisatie: 'o-molentje', gemeente: '0273', wijk: 'w-husselerveld', naam: 'De Husselhof', lrk: '900000103' },
    { id: 'l-krachtpatsers', organisatie: 'o-molentje', gemeente: '0273', wijk: 'w-krachtighuizen', naam: 'De Krachtpatsers', lrk: '900000104' },
    { id: 'l-bosuil', organisatie: 'o-bosrand', gemeente: '0233', wijk: 'w-ermelo', naam: 'De Bosuil', lrk: '900000105' },
  ],
  groepen: [
    { id: 'g-duinpan-1', locatie: 'l-duinpan', naam: 'Schelpen', gesloten_per: undefined },
    { id: 'g-duinpan-2', locatie: 'l-duinpan', naam: 'Zeesterren', gesloten_per: undefined },
    { id: 'g-wilg-1', locatie: 'l-wilg', naam: 'Katjes', gesloten_per: undefined },
    { id: 'g-husselhof-1', locatie: 'l-husselhof', naam: 'Haasjes', gesloten_per: undefined },
    { id: 'g-husselhof-oud', locatie: 'l-husselhof', naam: 'Egeltjes', gesloten_per: '01-08-2023' },
    { id: 'g-krachtpatsers-1', locatie: 'l-krachtpatsers', naam: 'Beertjes', gesloten_per: undefined },
    { id: 'g-bosuil-1', locatie: 'l-bosuil', naam: 'Uiltjes', gesloten_per: undefined },
  ],
  scholen: [
    { id: 's-heidebloem', bestuur: 'o-scholen', gemeente: '0273', wijk: 'w-centrum', naam: 'Basisschool De Heidebloem', brin: undefined },
    { id: 's-kompas', bestuur: 'o-scholen', gemeente: '0273', wijk: 'w-husselerveld', naam: 'Basisschool Het Kompas', brin: undefined },
  ],
};

export const VILLAGES = ['w-centrum', 'w-centrum', 'w-bijsteren', 'w-bijsteren', 'w-husselerveld', 'w-husselerveld', 'w-krachtighuizen', 'w-huinen', 'w-halvinkhuizen'] as const;

/** Groups in Putten that were open in both demo periods. */
export const GROUPS = ['g-duinpan-1', 'g-duinpan-2', 'g-wilg-1', 'g-husselhof-1', 'g-krachtpatsers-1'] as const;
export const ERMELO_GROUP = 'g-bosuil-1';
export const LOCATION_OF_GROUP: Readonly<Record<string, string>> = {
  'g-duinpan-1': 'l-duinpan', 'g-duinpan-2': 'l-duinpan', 'g-wilg-1': 'l-wilg',
  'g-husselhof-1': 'l-husselhof', 'g-krachtpatsers-1': 'l-krachtpatsers', 'g-bosuil-1': 'l-bosuil',
};
