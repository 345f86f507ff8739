import { textCell, wordCell } from '../cells.ts';
import { column, explained, type FileSpec, optional, type RowIssue, type Values } from '../file-spec.ts';
import { municipality, reference } from './common.ts';

const PLACES = ['locatie', 'school', 'organisatie', 'gemeente', 'regio'] as const;

/** Where each role holds: exactly these columns are filled. */
const PLACES_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  childcare: ['locatie'], school: ['school'], health: ['organisatie', 'gemeente'],
  official: ['gemeente'], regional: ['regio'], reader: ['gemeente'],
};

function placeFitsRole(row: Values): RowIssue[] {
  const needed = PLACES_OF_ROLE[String(row['rol'])] ?? [];
  return PLACES.flatMap((place) => {
    if (needed.includes(place) === (row[place] !== undefined)) return [];
    return [{ column: place, text: needed.includes(place) ? 'mag niet leeg zijn bij deze rol.' : 'moet leeg zijn bij deze rol.' }];
  });
}

const account = textCell(100).refine((text) => !text.includes('|'), 'mag geen | bevatten.');

/** `tenant` is required as well, unless the import was given one for all people. */
const people: FileSpec = {
  kind: 'personen', key: ['tenant', 'aad_object_id', 'rol', ...PLACES],
  intro: 'Wie met Kansenlijn mag werken; een rij voor elke rol op elke plek. Een persoon is een tenant en een object-id uit\n'
    + 'Entra ID, nooit een naam of e-mailadres. Sleutel: de hele rij. Een rol intrekken kan niet met een import.',
  columns: {
    tenant: optional(explained(column('text', account), 'verplicht, tenzij de opdracht `--tenant` noemt', '00000000-0000-0000-0000-000000000001')),
    aad_object_id: explained(column('text', account), 'object-id van de persoon in Entra ID', '00000000-0000-0000-0000-000000000002'),
    rol: explained(column('text', wordCell({
      kinderopvang: 'childcare', jgz: 'health', school: 'school', gemeente: 'official', regio: 'regional', lezer: 'reader',
    })), '`kinderopvang`, `jgz`, `school`, `gemeente`, `regio` of `lezer`', 'gemeente'),
    locatie: optional(reference('locaties', '', '; alleen en altijd bij kinderopvang')),
    school: optional(reference('scholen', '', '; alleen en altijd bij school')),
    organisatie: optional(reference('organisaties', '', ', soort jgz; alleen en altijd bij jgz')),
    gemeente: optional({ ...municipality, about: 'code van een gemeente; alleen en altijd bij jgz, gemeente en lezer' }),
    regio: optional(reference('regios', '', '; alleen en altijd bij regio')),
  },
  checkRow: placeFitsRole,
};

export const PEOPLE_FILES: readonly FileSpec[] = [people];
