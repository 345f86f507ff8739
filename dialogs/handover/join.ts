import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenId, required } from '../fields.ts';
import { recordChanged } from '../findings.ts';
import { headFacts, overview } from './overview.ts';
import { handoverGone, lockedHandover, openHandover } from './state.ts';

const input = z.object({ handover: required(chosenId('Open de overdracht opnieuw.')), location: required(chosenId('Kies de locatie.')) });
type Answers = z.infer<typeof input>;

/** A school began; the location that had the child takes part, so that it reads along and gets feedback. */
async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (!handover) return handoverGone();
  if (handover.locationId !== undefined) return overview(context, handover);
  const locations = context.grants.flatMap(({ locationId, locationName }) => (locationId === undefined ? [] : [{ value: locationId, label: locationName ?? locationId }]));
  const [only] = locations;
  return {
    kind: 'form',
    title: 'Meedoen aan deze overdracht',
    intro: 'De school is zelf begonnen. Doet uw locatie mee, dan ziet de school uw locatie, ziet u wat erin staat, en kan de school aan u terugkoppelen.',
    facts: headFacts(handover),
    fields: locations.length > 1 ? [{ kind: 'choice', id: 'location', label: 'Locatie', required: true, options: locations }] : [],
    hidden: { handover: handover.handoverId, ...(locations.length === 1 && only ? { location: only.value } : {}) },
    submitTitle: 'Meedoen',
  };
}

async function check(context: DialogContext, { handover: id, location }: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, id);
  const isOwn = context.grants.some(({ locationId }) => locationId === location);
  return handover && handover.locationId === undefined && isOwn ? [] : [recordChanged()];
}

async function commit(context: DialogContext, { handover: id, location }: Answers): Promise<Receipt> {
  if (!(await context.ports.handovers.join(id, location))) throw new RecordChangedError('handover');
  const handover = await openHandover(context, id);
  if (!handover) throw new RecordChangedError('handover');
  return { title: 'Uw locatie doet mee', facts: headFacts(handover), buttons: [open('handover', 'Bekijk deze overdracht', { handover: id }), MENU] };
}

export const handoverJoinDialog = defineDialog<Answers>({
  id: 'handover-join', title: 'Meedoen aan een overdracht', phrases: [], roles: ['childcare'], menuRoles: [], form, input, check, commit,
});
