import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { dutchCount, dutchDay } from '../../src/policy/engine/dutch.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { hasStep } from '../../src/policy/handover/index.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from '../dialog.ts';
import { chosenCode, chosenId, required } from '../fields.ts';
import { notYours, recordChanged } from '../findings.ts';
import { headFacts, overview } from './overview.ts';
import type { Handover } from './port.ts';
import { handoverGone, lockedHandover, openHandover, sidesOf } from './state.ts';

const input = z.object({ handover: required(chosenId('Open de overdracht opnieuw.')), what: required(chosenCode(['make', 'revoke'], 'Kies wat er moet gebeuren.')) });
type Answers = z.infer<typeof input>;

const mayLink = (context: DialogContext, handover: Handover): boolean => sidesOf(context, handover).includes('childcare') && hasStep(handover, 'sent') && !hasStep(handover, 'withdrawn');
const NOT_YET = 'Een link kan zodra de overdracht is verstuurd.';

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const handover = await openHandover(context, values['handover']);
  if (!handover) return handoverGone();
  if (!mayLink(context, handover)) return overview(context, handover, NOT_YET);
  const current = await context.ports.handovers.link(handover.handoverId);
  return {
    kind: 'form',
    title: 'Link voor de school',
    intro: 'Voor een school die Kansenlijn nog niet gebruikt. Wie de link heeft, kan de overdracht 14 dagen lezen en afdrukken. Geef hem alleen aan de intern begeleider. Om welk kind het gaat, vertelt u apart: in de overdracht staat geen naam.',
    facts: [
      ...headFacts(handover),
      ...(current ? [{ label: 'Link van', value: `${dutchDay(current.madeOn)}, werkt tot ${dutchDay(current.expiresOn)}, ${dutchCount(current.openings, 'keer', 'keer')} geopend` }] : []),
    ],
    fields: [{
      kind: 'choice', id: 'what', label: 'Wat wilt u doen?', required: true,
      options: [{ value: 'make', label: current ? 'Een nieuwe link maken; de oude werkt dan niet meer' : 'Een link maken' }, ...(current ? [{ value: 'revoke', label: 'De link intrekken' }] : [])],
    }],
    hidden: { handover: handover.handoverId },
    defaults: current ? {} : { what: 'make' },
    submitTitle: 'Doorgaan',
    cancel: open('handover-view', 'Terug', { handover: handover.handoverId, what: 'overview' }),
  };
}

async function check(context: DialogContext, { handover: id }: Answers): Promise<readonly Finding[]> {
  const handover = await lockedHandover(context, id);
  if (!handover) return [recordChanged()];
  return mayLink(context, handover) ? [] : [notYours(NOT_YET)];
}

async function commit(context: DialogContext, { handover: id, what }: Answers): Promise<Receipt> {
  const { handovers } = context.ports;
  const handover = await openHandover(context, id);
  if (!handover) throw new RecordChangedError('handover');
  const buttons = [open('handover-view', 'Bekijk deze overdracht', { handover: id, what: 'overview' }), MENU];
  if (what === 'revoke') {
    const count = await handovers.revokeLinks(id);
    return { title: 'Link ingetrokken', facts: [...headFacts(handover), { label: 'Gevolg', value: count > 0 ? 'De link werkt niet meer.' : 'Er was geen link die werkte.' }], buttons };
  }
  const link = await handovers.makeLink(id);
  if (!link) return { title: 'Er is geen link gemaakt', facts: [{ label: 'Waarom', value: 'De beheerder heeft voor deze server geen adres ingesteld (PUBLIC_URL). Vraag de beheerder.' }], buttons };
  return {
    title: 'Link gemaakt',
    copyable: { label: 'Kopieer deze link', value: link.url },
    facts: [...headFacts(handover), { label: 'Werkt tot', value: dutchDay(link.expiresOn) }, { label: 'Let op', value: 'De link wordt één keer getoond. Wie hem heeft, kan meelezen. Intrekken kan altijd.' }],
    buttons,
  };
}

export const handoverLinkDialog = defineDialog<Answers>({
  id: 'handover-link', title: 'Link voor de school', phrases: [], roles: ['childcare'], menuRoles: [], highlightIsSecret: true, form, input, check, commit,
});
