import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import { open } from '../buttons.ts';
import { chosenId, isoDay, optional, present, required } from '../fields.ts';
import { notYours } from '../findings.ts';
import { joined } from '../labels.ts';
import { defineAddition } from './add.ts';
import { asOptions, neighbourhoodsOf } from './add-location.ts';
import { defineChange } from './change.ts';
import { closedWord } from './existence.ts';
import { brinField, brinShape, choice, closedField, nameField, nameShape } from './fields.ts';
import { nameTaken, renamed, sameName, unlikelyDay } from './findings.ts';
import { placeLabel } from './municipality.ts';
import type { AdminPort, ManagedOrganisation, ManagedSchool } from './port.ts';

interface NewSchool { readonly board: string; readonly name: string; readonly neighbourhood?: string | undefined; readonly brin?: string | undefined }
interface ChangedSchool { readonly name: string; readonly brin?: string | undefined; readonly closedOn?: IsoDate | undefined }

const boardsOf = async (admin: AdminPort): Promise<ManagedOrganisation[]> => (await admin.organisations()).filter(({ kind }) => kind === 'school_board');
const twinOf = async (admin: AdminPort, code: string, name: string, exceptId?: string): Promise<ManagedSchool | undefined> =>
  (await admin.schools()).find((one) => one.id !== exceptId && one.municipalityCode === code && sameName(one.name, name));

export const addSchoolDialog = defineAddition<NewSchool>({
  id: 'add-school',
  title: 'School toevoegen',
  phrases: ['school toevoegen', 'nieuwe school'],
  done: 'School toegevoegd',
  again: 'Nog een school',
  shape: { board: required(chosenId('Kies het schoolbestuur.')), ...nameShape, neighbourhood: optional(chosenId('Kies opnieuw uit de lijst.')), ...brinShape },
  async missing({ ports }) {
    return (await boardsOf(ports.admin)).length === 0 ? 'Er is nog geen schoolbestuur. Typ “schoolbestuur toevoegen” en voeg daarna de school toe.' : undefined;
  },
  async fields({ ports }, { code }) {
    const neighbourhoods = await neighbourhoodsOf(ports.admin, code);
    return [
      choice('board', 'Schoolbestuur', asOptions(await boardsOf(ports.admin))), nameField('Naam van de school'),
      ...(neighbourhoods.length === 0 ? [] : [choice('neighbourhood', 'Wijk', asOptions(neighbourhoods), false)]), brinField,
    ];
  },
  async check({ ports: { admin } }, { code, name: municipality }, { board, name, neighbourhood }) {
    const twin = await twinOf(admin, code, name);
    const isNearby = neighbourhood === undefined || (await neighbourhoodsOf(admin, code)).some(({ id }) => id === neighbourhood);
    return [
      (await boardsOf(admin)).some(({ id }) => id === board) ? undefined : notYours('Dit schoolbestuur staat niet (meer) in de lijst. Kies opnieuw.'),
      isNearby ? undefined : notYours('Deze wijk ligt niet in uw gemeente. Kies opnieuw.'),
      twin && nameTaken(`${municipality} heeft al een school met de naam ${twin.name}.`),
    ];
  },
  async commit({ ports: { admin } }, { code }, { board, name, neighbourhood, brin }) {
    await admin.addSchool({ organisationId: board, municipalityCode: code, name, ...present('neighbourhoodId', neighbourhood), ...present('brin', brin) });
    return { facts: [{ label: 'School', value: name }, ...(brin === undefined ? [] : [{ label: 'BRIN-nummer', value: brin }])], next: [open('invite', 'Uitnodigen')] };
  },
});

export const changeSchoolDialog = defineChange<ManagedSchool, ChangedSchool>({
  id: 'change-school',
  title: 'School wijzigen',
  phrases: ['school wijzigen', 'wijzig school', 'school sluiten'],
  what: 'School',
  nothing: 'In uw gemeente is nog geen school vastgelegd. Typ “school toevoegen”.',
  list: ({ ports }) => ports.admin.schools(),
  label: (context, school) => joined(placeLabel(context, school.name, school.municipalityCode), school.organisationName, closedWord(school)),
  fields: () => [nameField('Naam van de school'), brinField, closedField('de school')],
  shape: { ...nameShape, ...brinShape, closedOn: optional(isoDay('Vul in vanaf welke dag.')) },
  values: ({ name, brin, closedOn }) => ({ name, brin: brin ?? '', closedOn: closedOn ?? '' }),
  async check({ ports, today }, { id, name: was, municipalityCode, closedOn: wasClosed }, { name, closedOn }) {
    const twin = await twinOf(ports.admin, municipalityCode, name, id);
    return [
      twin && nameTaken(`Uw gemeente heeft al een school met de naam ${twin.name}.`),
      unlikelyDay('De dag van sluiten', closedOn === wasClosed ? undefined : closedOn, today),
      name === was ? undefined : renamed(),
    ];
  },
  async commit({ ports }, { id, name: was }, { name, brin, closedOn }) {
    if (!await ports.admin.changeSchool(id, { name, ...present('brin', brin), ...present('closedOn', closedOn) })) return undefined;
    return [
      { label: 'School', value: name },
      ...(name === was ? [] : [{ label: 'Heette', value: was }]),
      ...(brin === undefined ? [] : [{ label: 'BRIN-nummer', value: brin }]),
      ...(closedOn === undefined ? [] : [{ label: 'Gesloten per', value: dutchDay(closedOn) }]),
    ];
  },
});
