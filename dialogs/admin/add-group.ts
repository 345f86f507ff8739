import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import { open } from '../buttons.ts';
import type { DialogContext } from '../dialog.ts';
import { chosenId, required } from '../fields.ts';
import { notYours } from '../findings.ts';
import { defineAddition } from './add.ts';
import { asOptions } from './add-location.ts';
import { choice, nameField, nameShape, openedField, openedShape } from './fields.ts';
import { cannotClose, nameTaken, sameName, unlikelyDay } from './findings.ts';
import type { ManagedLocation } from './port.ts';

interface NewGroup { readonly location: string; readonly name: string; readonly openedOn: IsoDate }

/** Locations of a municipality that exist, or will, on the day. */
export const openLocations = async ({ ports }: DialogContext, code: string, day: IsoDate): Promise<ManagedLocation[]> =>
  (await ports.admin.locations()).filter(({ municipalityCode, closedOn }) => municipalityCode === code && (closedOn === undefined || closedOn > day));

export const addGroupDialog = defineAddition<NewGroup>({
  id: 'add-group',
  title: 'Groep toevoegen',
  phrases: ['groep toevoegen', 'nieuwe groep'],
  done: 'Groep toegevoegd',
  again: 'Nog een groep',
  shape: { location: required(chosenId('Kies de locatie.')), ...nameShape, ...openedShape },
  async missing(context, { code, name }) {
    return (await openLocations(context, code, context.today)).length === 0 ? `In ${name} is nog geen locatie vastgelegd. Typ “locatie toevoegen” en voeg daarna de groep toe.` : undefined;
  },
  async fields(context, { code }) {
    return [choice('location', 'Locatie', asOptions(await openLocations(context, code, context.today))), nameField('Naam van de groep'), openedField];
  },
  defaults: ({ today }) => ({ openedOn: today }),
  async check(context, { code }, { location: locationId, name, openedOn }) {
    const location = (await openLocations(context, code, context.today)).find(({ id }) => id === locationId);
    if (!location) return [notYours('Deze locatie hoort niet bij uw gemeente of is gesloten. Kies opnieuw.')];
    const twin = (await context.ports.admin.groups()).find((one) => one.locationId === locationId && sameName(one.name, name));
    return [
      twin && nameTaken(`${location.name} heeft al een groep met de naam ${twin.name}${twin.closedOn === undefined ? '' : ', die gesloten is'}. Kies een andere naam, of wijzig die groep.`),
      location.openedOn !== undefined && openedOn < location.openedOn ? cannotClose(`${location.name} is open per ${dutchDay(location.openedOn)}. De groep kan niet eerder open zijn.`) : undefined,
      location.closedOn !== undefined && openedOn >= location.closedOn ? cannotClose(`${location.name} sluit per ${dutchDay(location.closedOn)}. De groep moet eerder open zijn.`) : undefined,
      unlikelyDay('De dag van openen', openedOn, context.today),
    ];
  },
  async commit(context, { code }, { location: locationId, name, openedOn }) {
    await context.ports.admin.addGroup({ locationId, name, openedOn });
    const location = (await openLocations(context, code, context.today)).find(({ id }) => id === locationId);
    return {
      facts: [{ label: 'Groep', value: name }, { label: 'Locatie', value: location?.name ?? '' }, { label: 'Geopend per', value: dutchDay(openedOn) },
        { label: 'Gevolg', value: 'De kinderopvang kan vanaf die dag kinderen in deze groep plaatsen.' }],
      next: [open('ve-places', 'VE-plaatsen vastleggen')],
    };
  },
});
