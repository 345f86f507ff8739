import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import type { DialogContext } from '../dialog.ts';
import { present } from '../fields.ts';
import { joined } from '../labels.ts';
import { defineChange } from './change.ts';
import { closedWord, existenceFacts, existenceFindings } from './existence.ts';
import { closedField, existenceShape, nameField, nameShape } from './fields.ts';
import { cannotClose, nameTaken, renamed, sameName } from './findings.ts';
import { placeLabel } from './municipality.ts';
import type { ManagedGroup } from './port.ts';

interface Answers { readonly name: string; readonly openedOn?: IsoDate | undefined; readonly closedOn?: IsoDate | undefined }

/** A group does not outlive its location. */
async function outlivesLocation({ ports: { admin } }: DialogContext, group: ManagedGroup, closedOn: IsoDate | undefined): Promise<Finding | undefined> {
  const location = (await admin.locations()).find(({ id }) => id === group.locationId);
  if (location?.closedOn === undefined || (closedOn !== undefined && closedOn <= location.closedOn)) return undefined;
  return cannotClose(`${location.name} is gesloten per ${dutchDay(location.closedOn)}. De groep sluit uiterlijk die dag.`);
}

export const changeGroupDialog = defineChange<ManagedGroup, Answers>({
  id: 'change-group',
  title: 'Groep wijzigen',
  phrases: ['groep wijzigen', 'wijzig groep', 'groep sluiten', 'sluit groep'],
  what: 'Groep',
  nothing: 'In uw gemeente is nog geen groep vastgelegd. Typ “groep toevoegen”.',
  list: ({ ports }) => ports.admin.groups(),
  label: (context, group) => joined(group.name, placeLabel(context, group.locationName, group.municipalityCode), closedWord(group)),
  fields: () => [nameField('Naam van de groep'), { kind: 'date', id: 'openedOn', label: 'Geopend per' }, closedField('de groep')],
  shape: { ...nameShape, ...existenceShape },
  values: ({ name, openedOn, closedOn }) => ({ name, openedOn: openedOn ?? '', closedOn: closedOn ?? '' }),
  async check(context, group, { name, openedOn, closedOn }) {
    const twin = (await context.ports.admin.groups()).find((one) => one.id !== group.id && one.locationId === group.locationId && sameName(one.name, name));
    return [
      twin && nameTaken(`${group.locationName} heeft al een groep met de naam ${twin.name}.`),
      ...await existenceFindings(context, { groupId: group.id }, `groep ${group.name}`, group, { ...present('openedOn', openedOn), ...present('closedOn', closedOn) }),
      await outlivesLocation(context, group, closedOn),
      name === group.name ? undefined : renamed(),
    ];
  },
  async commit({ ports }, group, { name, openedOn, closedOn }) {
    const existence = { ...present('openedOn', openedOn), ...present('closedOn', closedOn) };
    if (!await ports.admin.changeGroup(group.id, { name, ...existence })) return undefined;
    return [
      { label: 'Groep', value: name },
      ...(name === group.name ? [] : [{ label: 'Heette', value: group.name }]),
      { label: 'Locatie', value: group.locationName },
      ...existenceFacts(existence),
      ...(closedOn === undefined ? [] : [{ label: 'Gevolg', value: 'Vanaf die dag kan niemand meer in deze groep beginnen. Het aantal VE-plaatsen van de locatie verandert niet vanzelf.' }]),
    ];
  },
});
