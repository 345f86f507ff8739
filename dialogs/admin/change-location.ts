import { addDays } from '../../src/policy/engine/days.ts';
import { dutchCount, dutchDay } from '../../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import type { DialogContext } from '../dialog.ts';
import { present } from '../fields.ts';
import { joined } from '../labels.ts';
import { lrkInUse } from './add-location.ts';
import { defineChange } from './change.ts';
import { closedWord, existenceFacts, existenceFindings } from './existence.ts';
import { closedField, existenceShape, lrkField, lrkShape, nameField, nameShape } from './fields.ts';
import { cannotClose, closesToo, nameTaken, renamed, sameName } from './findings.ts';
import { placeLabel } from './municipality.ts';
import type { ManagedGroup, ManagedLocation, Offer } from './port.ts';

interface Answers { readonly name: string; readonly lrk?: string | undefined; readonly openedOn?: IsoDate | undefined; readonly closedOn?: IsoDate | undefined }

/** Groups that would outlive their location, and the offer that would. */
async function outliving({ ports: { admin } }: DialogContext, location: ManagedLocation, day: IsoDate): Promise<{ groups: ManagedGroup[]; offers: Offer[] }> {
  const groups = (await admin.groups()).filter((group) => group.locationId === location.id && (group.closedOn === undefined || group.closedOn > day));
  const offers = (await admin.offers(location.id)).filter(({ until }) => until === undefined || until > day);
  return { groups, offers };
}

/** What has to end together with the location, and what stands in the way of that. */
async function endingToo(context: DialogContext, location: ManagedLocation, closedOn: IsoDate | undefined): Promise<(Finding | undefined)[]> {
  if (closedOn === undefined || closedOn === location.closedOn) return [];
  const { groups, offers } = await outliving(context, location, closedOn);
  const laterGroup = groups.find(({ openedOn }) => openedOn !== undefined && openedOn >= closedOn);
  const laterOffer = offers.find(({ from }) => from >= closedOn);
  const running = offers.find(({ from }) => from < closedOn);
  const names = groups.map(({ name }) => name).join(', ');
  return [
    laterGroup && cannotClose(`Groep ${laterGroup.name} gaat pas daarna open. Wijzig eerst die groep.`),
    laterOffer && cannotClose(`Vanaf ${dutchDay(laterOffer.from)} staan hier ${dutchCount(laterOffer.places, 'VE-plaats', 'VE-plaatsen')} vast. Trek dat eerst in met “corrigeer ${location.name}”.`),
    groups.length > 0 ? closesToo(`Ook ${dutchCount(groups.length, 'groep sluit', 'groepen sluiten')} per ${dutchDay(closedOn)}: ${names}. Klopt dat?`) : undefined,
    running && closesToo(`De ${dutchCount(running.places, 'VE-plaats telt', 'VE-plaatsen tellen')} mee tot en met ${dutchDay(addDays(closedOn, -1))}. Klopt dat?`),
  ];
}

async function endTogether(context: DialogContext, location: ManagedLocation, closedOn: IsoDate): Promise<boolean> {
  const { admin } = context.ports;
  const { groups, offers } = await outliving(context, location, closedOn);
  for (const { id, name, openedOn } of groups) if (!await admin.changeGroup(id, { name, closedOn, ...present('openedOn', openedOn) })) return false;
  for (const { versionId, places, from } of offers) {
    if (!await admin.correctOffer(versionId, { places, from, until: closedOn }, `Locatie gesloten per ${dutchDay(closedOn)}.`)) return false;
  }
  return true;
}

export const changeLocationDialog = defineChange<ManagedLocation, Answers>({
  id: 'change-location',
  title: 'Locatie wijzigen',
  phrases: ['locatie wijzigen', 'wijzig locatie', 'locatie sluiten', 'sluit locatie'],
  what: 'Locatie',
  nothing: 'In uw gemeente is nog geen locatie vastgelegd. Typ “locatie toevoegen”.',
  list: ({ ports }) => ports.admin.locations(),
  label: (context, location) => joined(placeLabel(context, location.name, location.municipalityCode), location.organisationName, closedWord(location)),
  fields: () => [nameField('Naam van de locatie'), lrkField, { kind: 'date', id: 'openedOn', label: 'Geopend per' }, closedField('de locatie')],
  shape: { ...nameShape, ...lrkShape, ...existenceShape },
  values: ({ name, lrkNumber, openedOn, closedOn }) => ({ name, lrk: lrkNumber ?? '', openedOn: openedOn ?? '', closedOn: closedOn ?? '' }),
  async check(context, location, { name, lrk, openedOn, closedOn }) {
    const { admin } = context.ports;
    const twin = (await admin.locations()).find((one) =>
      one.id !== location.id && one.organisationId === location.organisationId && one.municipalityCode === location.municipalityCode && sameName(one.name, name));
    return [
      twin && nameTaken(`Deze aanbieder heeft al een locatie met de naam ${twin.name}.`),
      lrk !== undefined && await admin.lrkTaken(lrk, location.id) ? lrkInUse : undefined,
      ...await existenceFindings(context, { locationId: location.id }, location.name, location, { ...present('openedOn', openedOn), ...present('closedOn', closedOn) }),
      ...await endingToo(context, location, closedOn),
      name === location.name ? undefined : renamed(),
    ];
  },
  async commit(context, location, { name, lrk, openedOn, closedOn }) {
    const existence = { ...present('openedOn', openedOn), ...present('closedOn', closedOn) };
    const isEnded = closedOn === undefined || closedOn === location.closedOn || await endTogether(context, location, closedOn);
    if (!isEnded || !await context.ports.admin.changeLocation(location.id, { name, ...present('lrkNumber', lrk), ...existence })) return undefined;
    return [
      { label: 'Locatie', value: name },
      ...(name === location.name ? [] : [{ label: 'Heette', value: location.name }]),
      ...(lrk === undefined ? [] : [{ label: 'LRK-nummer', value: lrk }]),
      ...existenceFacts(existence),
      ...(closedOn === undefined ? [] : [{ label: 'Rollen', value: 'Wie hier een rol heeft, houdt die om uitstroom te melden. Trek hem daarna in met “rol intrekken”.' }]),
    ];
  },
});
