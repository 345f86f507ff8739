import { formatMoment } from '../../src/ask/numbers.ts';
import { measureTitle } from '../../src/figures/targetable.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { isRealDay } from '../../src/policy/engine/days.ts';
import { domainLabel, instrumentLabel, momentLabel, populationLabel, schoolYearLabel } from '../../src/policy/results/index.ts';
import { open } from '../buttons.ts';
import { joined, ROLE_LABELS } from '../labels.ts';
import type { Role } from '../ports.ts';
import { defineNotice } from './notice.ts';
import type { AdminAction, AdminChange } from './port.ts';
import { daysLabel } from './succession.ts';

const SHOWN = 20;
const VALUE_MAX = 300;

const ENTITIES: Readonly<Record<string, string>> = {
  location: 'Locatie', care_group: 'Groep', neighbourhood: 'Wijk', organisation: 'Aanbieder', school: 'School',
  ve_place_offer: 'VE-plaatsen', municipal_target: 'Doel', result_agreement: 'Resultaatafspraak', invitation: 'Uitnodiging', person_role: 'Rol',
};
const ACTIONS: Readonly<Record<AdminAction, string>> = {
  added: 'toegevoegd', changed: 'gewijzigd', closed: 'beëindigd', revoked: 'ingetrokken', corrected: 'gecorrigeerd', withdrawn: 'ingetrokken',
};

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const day = (value: unknown): string => (isRealDay(text(value)) ? dutchDay(text(value)) : text(value));

/** A range of days as PostgreSQL writes it: "[2026-01-01,2026-08-01)". */
function days(value: unknown): string {
  const [, from = '', until = ''] = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(text(value)) ?? [];
  return from === '' ? text(value) : daysLabel({ from, ...(until === '' ? {} : { until }) });
}

/** What is told of a change, in this order; the rest of the columns are ids and the ledger's own. */
const COLUMNS: readonly (readonly [column: string, label: string, shown: (value: unknown) => string])[] = [
  ['role', 'rol', (value) => ROLE_LABELS[text(value) as Role] ?? text(value)],
  ['measure', 'cijfer', (value) => measureTitle(text(value))],
  ['name', 'naam', text], ['cluster', 'cluster', text], ['lrk_number', 'LRK-nummer', text], ['brin', 'BRIN-nummer', text],
  ['places', 'aantal', text], ['at_least_percent', 'minstens', (value) => `${text(value)}%`], ['aim_percent', 'streven', (value) => `${text(value)}%`],
  ['domain', 'domein', (value) => domainLabel(text(value))], ['moment', 'moment', (value) => momentLabel(text(value))], ['school_year', 'schooljaar', (value) => schoolYearLabel(Number(value))],
  ['population', 'voor', (value) => populationLabel(text(value))], ['instrument', 'instrument', (value) => instrumentLabel(text(value))], ['level', 'niveau', text], ['target_percent', 'doel', (value) => `${text(value)}%`],
  ['valid', 'geldt', days], ['source', 'bron', text], ['opened_on', 'geopend per', day], ['closed_on', 'gesloten per', day], ['label', 'kenmerk', text],
];
/** Said once; not part of what changed. */
const NAMING = new Set(['role', 'measure', 'domain', 'moment', 'school_year']);

/** "naam: De Wilg → De Wilgen; gesloten per: 01-08-2027". */
export function difference({ before, after }: AdminChange): string {
  const shown = COLUMNS.flatMap(([column, label, write]) => {
    const [was, is] = [before?.[column] ?? undefined, after?.[column] ?? undefined];
    if (was === undefined && is === undefined) return [];
    if (before === undefined || after === undefined || NAMING.has(column)) return [`${label}: ${write(is ?? was)}`];
    return was === is ? [] : [`${label}: ${was === undefined ? 'leeg' : write(was)} → ${is === undefined ? 'leeg' : write(is)}`];
  });
  return shown.join('; ');
}

function byWhom({ by, byLabel, entity, action }: AdminChange): string {
  if (entity === 'person_role' && action === 'added') return 'door wie de code gebruikte';
  if (by === 'self') return 'door u';
  return by === 'operator' ? 'door een import of de beheerder' : joined('door een andere beleidsadviseur', byLabel);
}

export const changesDialog = defineNotice({
  id: 'changes',
  title: 'Wijzigingen',
  phrases: ['wijzigingen', 'laatste wijzigingen'],
  menu: 'admin',
  async show({ ports }) {
    const changes = await ports.admin.changes(SHOWN);
    return {
      kind: 'notice', title: 'Wijzigingen',
      paragraphs: [changes.length === 0 ? 'In uw gemeente is nog niets gewijzigd in het beheer.' : `De laatste ${changes.length === 1 ? 'wijziging' : `${changes.length} wijzigingen`} in het beheer, de nieuwste eerst.`],
      facts: changes.map((change) => ({
        label: `${formatMoment(change.at)} ${ENTITIES[change.entity] ?? change.entity} ${ACTIONS[change.action]}`,
        value: joined(change.subject, difference(change), change.reason && `reden: ${change.reason}`, byWhom(change)).slice(0, VALUE_MAX),
      })),
      buttons: [open('admin', 'Beheer')],
    };
  },
});
