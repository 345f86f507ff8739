import type { FormValues } from '../cards/models.ts';
import { parseChildCode } from '../src/ask/child-code.ts';
import { MENU } from './buttons.ts';
import type { DialogContext, View } from './dialog.ts';
import { recordLabel } from './labels.ts';
import type { OwnRecord } from './ports.ts';
import { recordRef } from './record-ref.ts';

/** The list shows the latest; with a code it looks further back. */
const SHOWN = 10;
const SEARCHED = 200;

/** Records of the code in `values.childCode`, or about what `values.about` names, or the latest of all. */
export async function recordsToChoose({ ports }: DialogContext, values: FormValues): Promise<readonly OwnRecord[]> {
  const typed = parseChildCode(values['childCode'] ?? '');
  const about = values['about']?.toLowerCase() ?? '';
  if (typed.kind !== 'code' && about !== '') {
    const named = (await ports.records.own(SEARCHED)).filter((record) => recordLabel(record).toLowerCase().includes(about)).slice(0, SHOWN);
    if (named.length > 0) return named;
  }
  if (typed.kind !== 'code') return ports.records.own(SHOWN);
  return (await ports.records.own(SEARCHED)).filter(({ childCode }) => childCode === typed.code).slice(0, SHOWN);
}

/** First step of correcting and of withdrawing: which record. */
export async function chooseRecord(context: DialogContext, values: FormValues): Promise<View> {
  const records = await recordsToChoose(context, values);
  if (records.length === 0) return nothingToCorrect(values);
  return {
    kind: 'form',
    title: 'Corrigeren of intrekken',
    intro: 'Kies wat u wilt wijzigen. Wat er eerst stond, blijft bewaard: zo is te volgen waarom een cijfer veranderde. Staat het er niet bij, typ dan “corrigeer” met de code van het kind of de naam van de locatie.',
    fields: [{ kind: 'choice', id: 'record', label: 'Wat is er vastgelegd?', required: true, options: records.map((record) => ({ value: recordRef(record), label: recordLabel(record) })) }],
    // Also with one record both ways on stay open: to correct it and to withdraw it.
    ...(records.length === 1 && records[0] ? { defaults: { record: recordRef(records[0]) } } : {}),
    buttons: [
      { title: 'Corrigeren', verb: 'correct.open', withInputs: true, style: 'positive' },
      { title: 'Intrekken', verb: 'withdraw.open', withInputs: true, style: 'destructive' },
      MENU,
    ],
  };
}

function nothingToCorrect(values: FormValues): View {
  const what = values['childCode'] ? `voor ${values['childCode']}` : 'door u, of voor uw locatie of gemeente,';
  return {
    kind: 'notice',
    title: 'Niets om te corrigeren',
    paragraphs: [`Er is ${what} nog niets vastgelegd dat u kunt corrigeren.`],
    buttons: [MENU],
  };
}

/** The record was corrected or withdrawn since the card was made, or was never theirs. */
export function recordGone(): View {
  return {
    kind: 'notice',
    title: 'Intussen gewijzigd',
    tone: 'warning',
    paragraphs: ['Deze gegevens zijn intussen gewijzigd of ingetrokken, of horen niet bij u. Er is niets opgeslagen. Open de lijst opnieuw om te zien wat er nu staat.'],
    buttons: [{ title: 'Corrigeren', verb: 'correct.open' }, MENU],
  };
}
