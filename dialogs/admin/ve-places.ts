import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { dutchCount, dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import { CORRECT, MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, isoDay, required } from '../fields.ts';
import { notYours } from '../findings.ts';
import { joined } from '../labels.ts';
import { somethingFirst } from './add.ts';
import { closedWord } from './existence.ts';
import { wholeNumber } from './fields.ts';
import { cannotClose, cannotSucceed, endsRunning, fewerThanTaken, unlikelyDay } from './findings.ts';
import { placeLabel } from './municipality.ts';
import type { ManagedLocation, Offer } from './port.ts';
import { daysLabel, succession } from './succession.ts';

/** What recording and correcting have in common. */
export const placesShape = { places: required(wholeNumber('Vul het aantal VE-plaatsen in.', 0, 500)), from: required(isoDay('Vul in vanaf welke dag.')) };
export const placesCount = (places: number): string => dutchCount(places, 'VE-plaats', 'VE-plaatsen');

const input = z.object({ location: required(chosenId('Kies de locatie.')), ...placesShape });
type Answers = z.infer<typeof input>;

export async function ownLocation({ ports }: DialogContext, id: string): Promise<ManagedLocation | undefined> {
  return (await ports.admin.locations()).find((location) => location.id === id);
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const location = values['location'] ? await ownLocation(context, values['location']) : undefined;
  if (!location) return chooseLocation(context);
  const { taken } = await context.ports.placements.vePlaces(location.id, context.today);
  const offers = await context.ports.admin.offers(location.id);
  const known = offers.length === 0 ? 'Er is nog geen aantal vastgelegd' : `Nu vastgelegd: ${offers.map((offer) => `${placesCount(offer.places)} ${daysLabel(offer)}`).join('; ')}`;
  return {
    kind: 'form',
    title: 'VE-plaatsen vastleggen',
    intro: `${location.name}. ${known}. Vandaag bezet: ${taken}.`,
    fields: [
      { kind: 'text', id: 'places', label: 'Aantal VE-plaatsen', required: true, maxLength: 3, hint: 'Alle plaatsen, bezet of vrij.' },
      { kind: 'date', id: 'from', label: 'Vanaf', required: true, hint: 'Wat nu geldt, loopt tot en met de dag ervoor. Was het aantal fout, kies dan Corrigeren in het menu.' },
    ],
    hidden: { location: location.id },
    defaults: { from: context.today },
  };
}

async function chooseLocation(context: DialogContext): Promise<View> {
  const locations = await context.ports.admin.locations();
  const [first] = locations;
  if (!first) return somethingFirst('In uw gemeente is nog geen locatie vastgelegd. Typ “locatie toevoegen” en leg daarna de VE-plaatsen vast.');
  return {
    kind: 'form',
    title: 'VE-plaatsen vastleggen',
    fields: [{
      kind: 'choice', id: 'location', label: 'Locatie', required: true, placeholder: 'Kies een locatie',
      options: locations.map((one) => ({ value: one.id, label: joined(placeLabel(context, one.name, one.municipalityCode), one.organisationName, closedWord(one)) })),
    }],
    ...(locations.length === 1 ? { defaults: { location: first.id } } : {}),
    buttons: [{ title: 'Verder', verb: 've-places.open', withInputs: true, style: 'positive' }, open('admin', 'Beheer'), MENU],
  };
}

/** Also for a correction: what holds whatever the other numbers are. */
export async function placesFindings(context: DialogContext, location: ManagedLocation, places: number, from: IsoDate, recorded: Offer | undefined): Promise<(Finding | undefined)[]> {
  const { taken } = await context.ports.placements.vePlaces(location.id, from);
  const { name, openedOn, closedOn } = location;
  const isNewDay = from !== recorded?.from;
  return [
    isNewDay && openedOn !== undefined && from < openedOn ? cannotClose(`${name} is open per ${dutchDay(openedOn)}. Kies die dag of een latere.`) : undefined,
    isNewDay && closedOn !== undefined && from >= closedOn ? cannotClose(`${name} is gesloten per ${dutchDay(closedOn)}. Vanaf die dag zijn er geen VE-plaatsen.`) : undefined,
    places < taken ? fewerThanTaken(`Op ${dutchDay(from)} ${taken === 1 ? 'is' : 'zijn'} ${placesCount(taken)} bezet, meer dan de ${places} die u invult. Klopt het aantal?`) : undefined,
  ];
}

async function check(context: DialogContext, { location: id, places, from }: Answers): Promise<readonly Finding[]> {
  const location = await ownLocation(context, id);
  if (!location) return [notYours('Deze locatie ligt niet in uw gemeente. Kies opnieuw uit de lijst.')];
  const { running, inTheWay } = succession(await context.ports.admin.offers(id), { from });
  return inOrder([
    inTheWay && cannotSucceed(`Er staan al ${placesCount(inTheWay.places)} ${daysLabel(inTheWay)}. Corrigeer dat of trek het in met “corrigeer ${location.name}”, of kies een latere dag.`),
    running?.places === places ? cannotSucceed(`Er gelden al ${placesCount(places)} ${daysLabel(running)}. Er verandert niets.`) : undefined,
    running?.until === undefined ? undefined : endsRunning(`Het vorige aantal gold tot en met een vaste dag; dit aantal geldt vanaf ${dutchDay(from)} zonder einde.`),
    ...await placesFindings(context, location, places, from, undefined),
    unlikelyDay('De eerste dag', from, context.today),
  ]);
}

async function commit(context: DialogContext, { location: id, places, from }: Answers): Promise<Receipt> {
  const { admin } = context.ports;
  const location = await ownLocation(context, id);
  const { running } = succession(await admin.offers(id), { from });
  const isEnded = !running || await admin.correctOffer(running.versionId, { places: running.places, from: running.from, until: from }, `Ander aantal vanaf ${dutchDay(from)}.`);
  if (!location || !isEnded) throw new RecordChangedError('offer');
  // The location may close later on: then so do its places.
  await admin.addOffer({ locationId: id, places, from, ...(location.closedOn === undefined ? {} : { until: location.closedOn }) });
  return {
    title: 'VE-plaatsen vastgelegd',
    facts: [
      { label: 'Locatie', value: location.name },
      { label: 'Aantal', value: placesCount(places) },
      { label: 'Geldt', value: daysLabel({ from, until: location.closedOn }) },
      ...(running ? [{ label: 'Was', value: `${placesCount(running.places)}, ${daysLabel({ from: running.from, until: from })}` }] : []),
      { label: 'Cijfers', value: `Capaciteit, vrije plekken en bezetting van ${dutchDay(from)} en later gebruiken dit aantal. Een cijfer dat al is gegeven, verandert niet.` },
    ],
    buttons: [open('ve-places', 'Nog een locatie'), CORRECT, open('admin', 'Beheer'), MENU],
  };
}

export const vePlacesDialog = defineDialog<Answers>({
  id: 've-places',
  title: 'VE-plaatsen vastleggen',
  phrases: ['ve-plaatsen vastleggen', 've-plaatsen wijzigen', 've-plekken vastleggen', 've-plekken wijzigen', 'plaatsen vastleggen', 'capaciteit vastleggen', 'capaciteit wijzigen'],
  roles: ['official'],
  menu: 'admin',
  form,
  input,
  check,
  commit,
});
