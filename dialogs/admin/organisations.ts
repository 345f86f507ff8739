import { chosenCode, optionsOf, required } from '../fields.ts';
import { joined } from '../labels.ts';
import { open } from '../buttons.ts';
import { defineAddition } from './add.ts';
import { defineChange } from './change.ts';
import { choice, nameField, nameShape } from './fields.ts';
import { cannotManage, nameTaken, renamed, sameName } from './findings.ts';
import { ORGANISATION_KINDS, type ManagedOrganisation, type OrganisationKind } from './port.ts';

interface NewOrganisation { readonly kind: OrganisationKind; readonly name: string }

const KIND_LABELS: Readonly<Record<OrganisationKind, string>> = { childcare: 'Kinderopvang', health: 'Jeugdgezondheidszorg', school_board: 'Schoolbestuur' };

export const addOrganisationDialog = defineAddition<NewOrganisation>({
  id: 'add-organisation',
  title: 'Aanbieder toevoegen',
  phrases: ['aanbieder toevoegen', 'nieuwe aanbieder', 'organisatie toevoegen', 'schoolbestuur toevoegen'],
  done: 'Aanbieder toegevoegd',
  again: 'Nog een aanbieder',
  shape: { kind: required(chosenCode(ORGANISATION_KINDS, 'Kies de soort.')), ...nameShape },
  fields: async () => [
    choice('kind', 'Soort', optionsOf(ORGANISATION_KINDS.map((code) => ({ code, label: KIND_LABELS[code] })))),
    nameField('Naam', 'Zoals de organisatie zelf haar naam schrijft. Andere gemeenten gebruiken dezelfde.'),
  ],
  async check({ ports }, _, { kind, name }) {
    const twin = (await ports.admin.organisations()).find((one) => one.kind === kind && sameName(one.name, name));
    return [twin && nameTaken(`${twin.name} bestaat al. U kunt er meteen een locatie of school van toevoegen.`)];
  },
  async commit({ ports }, _, { kind, name }) {
    await ports.admin.addOrganisation({ kind, name });
    const next = { childcare: [open('add-location', 'Locatie toevoegen')], school_board: [open('add-school', 'School toevoegen')], health: [open('invite', 'Uitnodigen')] }[kind];
    return { facts: [{ label: 'Naam', value: name }, { label: 'Soort', value: KIND_LABELS[kind] }], next };
  },
});

export const changeOrganisationDialog = defineChange<ManagedOrganisation, { readonly name: string }>({
  id: 'change-organisation',
  title: 'Aanbieder wijzigen',
  phrases: ['aanbieder wijzigen', 'wijzig aanbieder', 'organisatie wijzigen', 'schoolbestuur wijzigen'],
  what: 'Aanbieder',
  nothing: 'Er is nog geen aanbieder vastgelegd. Typ “aanbieder toevoegen”.',
  list: ({ ports }) => ports.admin.organisations(),
  label: (_, { name, kind }) => joined(name, KIND_LABELS[kind]),
  fields: () => [nameField('Naam')],
  shape: nameShape,
  values: ({ name }) => ({ name }),
  async check({ ports }, { id, kind, mayRename }, { name }) {
    const twin = (await ports.admin.organisations()).find((one) => one.id !== id && one.kind === kind && sameName(one.name, name));
    return [
      mayRename ? undefined : cannotManage('Deze organisatie werkt (ook) in een gemeente die niet van u is. Vraag de beheerder om de naam te wijzigen.'),
      twin && nameTaken(`${twin.name} bestaat al.`),
      renamed(),
    ];
  },
  async commit({ ports }, { id, name: was }, { name }) {
    return await ports.admin.renameOrganisation(id, name) ? [{ label: 'Naam', value: name }, { label: 'Heette', value: was }] : undefined;
  },
});
