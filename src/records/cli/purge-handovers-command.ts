import { connectOwner } from '../../../db/import/session.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import { HANDOVER_KEPT_MONTHS } from '../../policy/national/handover.ts';
import { readCliConfig } from './config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';

export interface PurgeFlags { readonly months?: string }

/** Longer ago than any preschool: a typing mistake must not mean "for ever". */
const MOST_MONTHS = 120;

/**
 * `purge-handovers`: removes what is said in handovers of children who left preschool two
 * years ago or longer; the steps stay. To be run every day until it has a job of its own.
 */
export async function runPurgeHandoversCommand(context: CliContext, { months }: PurgeFlags): Promise<ExitCode> {
  const kept = months === undefined ? HANDOVER_KEPT_MONTHS : Number(months);
  if (!/^\d{1,3}$/.test(months ?? '0') || kept > MOST_MONTHS) {
    context.err(`--months is een heel getal van 0 tot en met ${MOST_MONTHS}.`);
    return EXIT.usage;
  }
  const client = await connectOwner(readCliConfig(context.env).ownerUrl);
  try {
    const { rows } = await client.query<{ today: string; purged: number }>(`
      select d.today, kansenlijn.purge_handovers(d.today, $1::int) as purged from (select (now() at time zone 'Europe/Amsterdam')::date as today) d`, [kept]);
    const { today = '', purged = 0 } = rows[0] ?? {};
    context.out(`Overdrachten waarvan de inhoud is gewist: ${purged} (peildatum ${dutchDay(today)}, bewaartermijn ${kept} maanden na vertrek). Dat en wanneer er iets gebeurde, blijft bewaard.`);
    return EXIT.done;
  } finally {
    await client.end();
  }
}
