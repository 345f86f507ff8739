import { type CodedReason, EXIT_REASONS, NON_REACH_REASONS } from '../../policy/national/reasons.ts';
import { childCodeCell, codesCell, hoursCell, reasonCell, reasonsCell, textCell, wholeCell, wordCell, yesNoCell } from '../cells.ts';
import { type Column, column, explained, type FileSpec, notBefore, optional, type RowIssue, type Values } from '../file-spec.ts';
import { day, id, municipality, neighbourhood, reference } from './common.ts';

const child = reference('kinderen', 'k1');
const note = (about: string): Column => optional(explained(column('text', textCell(500)), about));
const exitReason = column('text', reasonCell(EXIT_REASONS));
const inWords = (list: readonly CodedReason[]): string => list.map(({ code, words }) => `\`${code}\` ${words[0]}`).join(', ');

const children: FileSpec = {
  kind: 'kinderen', intro: 'Geen naam en geen BSN: daarvoor zijn geen kolommen.',
  columns: {
    id: id('de id in uw eigen systeem; geen naam en geen BSN', 'k1'),
    code: optional(explained(column('text', childCodeCell), 'kindcode met kloppend controleteken. Leeg: Kansenlijn maakt er een. De code van een kind verandert niet.')),
    geboortedatum: day('niet in de toekomst', '01-05-2022'),
    gemeente: { ...municipality, about: 'code van de woongemeente; van een kind met verhuizingen: die voor de eerste verhuizing' },
    wijk: optional(neighbourhood),
  },
  note: 'Een andere gemeente of wijk in een volgende import is een *correctie* van waar het kind woonde, geen verhuizing. Een verhuizing staat in verhuizingen.csv.',
};

const moves: FileSpec = {
  kind: 'verhuizingen', key: ['kind', 'datum'], intro: 'Waar een kind vanaf een dag woont. Sleutel: id, of kind en datum als er geen id is.',
  columns: {
    id: optional(id('nodig om later de datum van de verhuizing te kunnen verbeteren', 'h1')),
    kind: child, datum: day('eerste dag op het nieuwe adres; na de geboorte, niet in de toekomst', '01-09-2025'),
    gemeente: { ...municipality, about: 'code van de gemeente waar het kind gaat wonen' },
    wijk: optional(reference('wijken', '', ', in die gemeente')),
  },
  note: 'Een kind verhuist hoogstens één keer op een dag. De verhuizing geldt tot de volgende. Verhuist een kind naar een gemeente buiten Kansenlijn, '
    + 'zet die gemeente dan ook in gemeenten.csv.',
};

const ownReferences: FileSpec = {
  kind: 'verwijzingen', key: ['organisatie', 'kind'],
  intro: 'De verwijzing die een organisatie zelf voor een kind gebruikt; alleen die organisatie ziet haar. Sleutel: organisatie en kind.',
  columns: {
    kind: child, organisatie: reference('organisaties', 'o1'),
    verwijzing: explained(column('text', textCell(64)), '1 tot en met 64 tekens; geen naam en geen BSN', 'ZK-0042'),
  },
};

const indications: FileSpec = {
  kind: 'indicaties',
  columns: {
    id: id('', 'i1'), kind: child, datum: day('dag van afgifte; niet voor de geboorte, niet in de toekomst', '01-02-2024'),
    gronden: explained(column('text[]', codesCell),
      'een of meer codes van kleine letters, cijfers en `_` (2 tot en met 60 tekens), uit de lijst “Gronden per gemeente”: de code van de grond, of die van zijn kenmerken waar de gemeente die apart telt; nooit allebei', 'child_development | parents_situation'),
    organisatie: optional(reference('organisaties', 'o2', ', soort jgz')),
    ingetrokken_op: optional(day('eerste dag waarop de indicatie niet meer geldt; na datum', '')),
  },
  checkRow: (row) => (row['ingetrokken_op'] === row['datum']
    ? [{ column: 'ingetrokken_op', text: 'is dezelfde dag als datum; laat de rij dan weg.' }]
    : notBefore(row, 'datum', 'ingetrokken_op')),
};

function reasonsFitKind(row: Values): RowIssue[] {
  if (row['soort'] === 'non_reach' && row['redenen'] === undefined) return [{ column: 'redenen', text: 'mag niet leeg zijn bij niet_bereikt.' }];
  if (row['soort'] === 'offer' && row['redenen'] !== undefined) return [{ column: 'redenen', text: 'moet leeg zijn bij aanbod.' }];
  return [];
}

const guidance: FileSpec = {
  kind: 'toeleiding',
  columns: {
    id: id('', 't1'), kind: child, datum: day('niet voor de geboorte, niet in de toekomst', '01-03-2024'),
    soort: explained(column('text', wordCell({ aanbod: 'offer', weigering: 'refusal', niet_bereikt: 'non_reach' })), '`aanbod`, `weigering` of `niet_bereikt`', 'niet_bereikt'),
    redenen: optional(explained(column('text[]', reasonsCell(NON_REACH_REASONS)), 'een of meer redenen van niet-bereik; verplicht bij `niet_bereikt`, leeg bij `aanbod`', 'wachtlijst | practical')),
    toelichting: note('hoogstens 500 tekens; geen namen en geen medische bevindingen'),
  },
  note: `Redenen van niet-bereik, als code of in woorden: ${inWords(NON_REACH_REASONS)}.`,
  checkRow: reasonsFitKind,
};

function exitIsComplete(row: Values): RowIssue[] {
  if (row['laatste_dag'] !== undefined && row['reden'] === undefined) return [{ column: 'reden', text: 'mag niet leeg zijn als er een laatste dag is.' }];
  if (row['laatste_dag'] === undefined && row['reden'] !== undefined) return [{ column: 'laatste_dag', text: 'mag niet leeg zijn als er een reden is.' }];
  return notBefore(row, 'start', 'laatste_dag');
}

const placements: FileSpec = {
  kind: 'plaatsingen',
  columns: {
    id: id('', 'p1'), kind: child, groep: reference('groepen', 'g1', '; de locatie volgt uit de groep en ziet het kind voortaan'),
    start: day('eerste dag; niet voor de geboorte, hoogstens een jaar vooruit', '01-11-2024'),
    ve_plaats: explained(column('boolean', yesNoCell), 'ja: een gesubsidieerde VE-plaats; nee: een gewone plaats in de groep, die alleen meetelt bij het bereik van alle peuters en de groepsmix', 'ja'),
    uren_per_week: explained(column('numeric', hoursCell), '0,1 tot en met 60, hoogstens één decimaal', '16'),
    dagen_per_week: explained(column('integer', wholeCell(1, 5)), '1 tot en met 5', '4'),
    laatste_dag: optional(day('de laatste dag op de groep, als u geen uitstroom.csv gebruikt; niet voor start', '')),
    reden: optional(explained(exitReason, 'reden van uitstroom; verplicht bij een laatste dag')),
    toelichting: note('bij de uitstroom, hoogstens 500 tekens'),
  },
  note: 'Een kind heeft nooit twee VE-plaatsen tegelijk. Dat wordt binnen de bestanden en met wat al vastligt vergeleken.',
  checkRow: exitIsComplete,
};

const exits: FileSpec = {
  kind: 'uitstroom',
  columns: {
    id: id('', 'u1'), plaatsing: reference('plaatsingen', 'p1', '; elke plaatsing hoogstens één keer, en niet als plaatsingen.csv al een laatste dag noemt'),
    laatste_dag: day('de laatste dag op de groep; niet voor de start, hoogstens een jaar vooruit', '30-04-2026'),
    reden: explained(exitReason, 'reden van uitstroom', 'basisschool'), toelichting: note('hoogstens 500 tekens'),
  },
  note: `Redenen van uitstroom, als code of in woorden: ${inWords(EXIT_REASONS)}.`,
};

export const CHILD_FILES: readonly FileSpec[] = [children, moves, ownReferences, indications, guidance, placements, exits];
