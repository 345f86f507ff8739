import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import { open } from '../buttons.ts';
import { chosenId, optional, present, required } from '../fields.ts';
import { notYours } from '../findings.ts';
import { defineAddition } from './add.ts';
import { choice, lrkField, lrkShape, nameField, nameShape, openedField, openedShape } from './fields.ts';
import { nameTaken, sameName, unlikelyDay } from './findings.ts';
import type { AdminPort, ManagedNeighbourhood, ManagedOrganisation } from './port.ts';

interface NewLocation { readonly organisation: string; readonly name: string; readonly neighbourhood?: string | undefined; readonly lrk?: string | undefined; readonly openedOn: IsoDate }

export const providersOf = async (admin: AdminPort): Promise<ManagedOrganisation[]> => (await admin.organisations()).filter(({ kind }) => kind === 'childcare');
export const neighbourhoodsOf = async (admin: AdminPort, code: string): Promise<ManagedNeighbourhood[]> =>
  (await admin.neighbourhoods()).filter(({ municipalityCode }) => municipalityCode === code);
export const asOptions = (list: readonly { readonly id: string; readonly name: string }[]): { value: string; label: string }[] => list.map(({ id, name }) => ({ value: id, label: name }));

export const lrkInUse = nameTaken('Dit LRK-nummer hoort al bij een andere locatie. Controleer het in het register.');

export const addLocationDialog = defineAddition<NewLocation>({
  id: 'add-location',
  title: 'Locatie toevoegen',
  phrases: ['locatie toevoegen', 'nieuwe locatie'],
  done: 'Locatie toegevoegd',
  again: 'Nog een locatie',
  shape: {
    organisation: required(chosenId('Kies de aanbieder.')), ...nameShape, neighbourhood: optional(chosenId('Kies opnieuw uit de lijst.')), ...lrkShape, ...openedShape,
  },
  async missing({ ports }) {
    return (await providersOf(ports.admin)).length === 0 ? 'Er is nog geen aanbieder van kinderopvang. Typ “aanbieder toevoegen” en voeg daarna de locatie toe.' : undefined;
  },
  async fields({ ports }, { code }) {
    const neighbourhoods = await neighbourhoodsOf(ports.admin, code);
    return [
      choice('organisation', 'Aanbieder', asOptions(await providersOf(ports.admin))),
      nameField('Naam van de locatie'),
      ...(neighbourhoods.length === 0 ? [] : [choice('neighbourhood', 'Wijk', asOptions(neighbourhoods), false)]),
      lrkField,
      openedField,
    ];
  },
  defaults: ({ today }) => ({ openedOn: today }),
  async check({ ports: { admin }, today }, { code }, { organisation, name, neighbourhood, lrk, openedOn }) {
    const isProvider = (await providersOf(admin)).some(({ id }) => id === organisation);
    const isNearby = neighbourhood === undefined || (await neighbourhoodsOf(admin, code)).some(({ id }) => id === neighbourhood);
    const twin = (await admin.locations()).find((one) => one.municipalityCode === code && one.organisationId === organisation && sameName(one.name, name));
    return [
      isProvider ? undefined : notYours('Deze aanbieder staat niet (meer) in de lijst. Kies opnieuw.'),
      isNearby ? undefined : notYours('Deze wijk ligt niet in uw gemeente. Kies opnieuw.'),
      twin && nameTaken(`Deze aanbieder heeft al een locatie met de naam ${twin.name}. Kies een andere naam, of wijzig die locatie.`),
      lrk !== undefined && await admin.lrkTaken(lrk) ? lrkInUse : undefined,
      unlikelyDay('De dag van openen', openedOn, today),
    ];
  },
  async commit({ ports: { admin } }, { code }, { organisation, name, neighbourhood, lrk, openedOn }) {
    await admin.addLocation({ organisationId: organisation, municipalityCode: code, name, openedOn, ...present('neighbourhoodId', neighbourhood), ...present('lrkNumber', lrk) });
    const provider = (await providersOf(admin)).find(({ id }) => id === organisation);
    return {
      facts: [
        { label: 'Locatie', value: name },
        { label: 'Aanbieder', value: provider?.name ?? '' },
        { label: 'Geopend per', value: dutchDay(openedOn) },
        ...(lrk === undefined ? [] : [{ label: 'LRK-nummer', value: lrk }]),
        { label: 'Cijfers', value: 'De locatie telt mee zodra er VE-plaatsen of plaatsingen zijn vastgelegd.' },
      ],
      next: [open('add-group', 'Groep toevoegen'), open('ve-places', 'VE-plaatsen vastleggen')],
    };
  },
});
