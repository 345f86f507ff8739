import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import { cannotSucceed, unlikelyDay } from '../admin/findings.ts';
import { daysLabel, lastDayOf, overlapping, untilOf } from '../admin/succession.ts';
import { ownLocation, placesCount, placesFindings, placesShape } from '../admin/ve-places.ts';
import { isoDay, optional, present } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { defineCorrection } from './correction.ts';

const answers = z.object({ ...placesShape, lastDay: optional(isoDay('Vul in tot en met welke dag.')) });

/** A number or day of VE places that was recorded wrongly. */
export const vePlacesCorrection = defineCorrection<z.infer<typeof answers>>({
  answers,

  async form({ ports: { admin } }, versionId) {
    const offer = await admin.offer(versionId);
    if (!offer) return undefined;
    const values: FormValues = { places: String(offer.places), from: offer.from, lastDay: lastDayOf(offer.until) ?? '' };
    return {
      fields: [
        { kind: 'text', id: 'places', label: 'Aantal VE-plaatsen', required: true, maxLength: 3, hint: 'Alle plaatsen, bezet of vrij.' },
        { kind: 'date', id: 'from', label: 'Vanaf', required: true },
        { kind: 'date', id: 'lastDay', label: 'Tot en met', hint: 'Leeg: tot er een ander aantal komt.' },
      ],
      values,
    };
  },

  async check(context, versionId, { places, from, lastDay }) {
    const { admin } = context.ports;
    const offer = await admin.offer(versionId);
    const location = offer && await ownLocation(context, offer.locationId);
    if (!offer || !location) return [recordChanged()];
    const days = { from, until: untilOf(lastDay) };
    const other = overlapping(await admin.offers(offer.locationId), versionId, days);
    return inOrder([
      lastDay !== undefined && lastDay < from ? cannotSucceed(`De laatste dag (${dutchDay(lastDay)}) ligt voor de eerste (${dutchDay(from)}).`) : undefined,
      other && cannotSucceed(`Er staan al ${placesCount(other.places)} ${daysLabel(other)}. Kies dagen die daar niet mee overlappen, of corrigeer dat eerst.`),
      ...await placesFindings(context, location, places, from, offer),
      from === offer.from ? undefined : unlikelyDay('De eerste dag', from, context.today),
    ]);
  },

  async commit({ ports: { admin } }, versionId, { places, from, lastDay }, why) {
    const offer = await admin.offer(versionId);
    const until = untilOf(lastDay);
    if (!offer || !await admin.correctOffer(versionId, { places, from, ...present('until', until) }, why)) return undefined;
    return [
      { label: 'Locatie', value: offer.locationName },
      { label: 'Aantal', value: placesCount(places) },
      { label: 'Geldt', value: daysLabel({ from, until }) },
      { label: 'Was', value: `${placesCount(offer.places)}, ${daysLabel(offer)}` },
      { label: 'Cijfers', value: 'Nieuwe cijfers over die dagen gebruiken dit aantal. Wat al is gegeven, is met zijn referentie na te rekenen zoals het was.' },
    ];
  },
});
