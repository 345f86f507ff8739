import type { Database, TurnSession } from '../../db/database.ts';
import type { ExportLink, ExportLinks, OpenedLink } from '../export/link.ts';
import type { ExportRefusal, Exports } from '../export/types.ts';
import { writeExport, type ExportModel } from '../records/export/index.ts';
import type { ResolvedPolicy } from '../policy/engine/types.ts';
import { exportModelOf, NOT_YOURS } from './export-model.ts';
import { databaseFault } from './faults.ts';

export interface ExportParts {
  readonly database: Database;
  readonly links: ExportLinks;
  now(): Date;
  policy(municipalityCode: string, day: string): ResolvedPolicy | undefined;
}

const REFUSED: Readonly<Record<Exclude<OpenedLink['kind'], 'valid'>, ExportRefusal>> = {
  invalid: { problem: 'invalid', text: 'Deze link klopt niet. Kijk of hij in zijn geheel is overgenomen, of vraag de export opnieuw in de chat met Kansenlijn: typ “exporteer” met de referentie van het cijfer.' },
  expired: { problem: 'expired', text: 'Deze link is verlopen: hij werkt tien minuten. Vraag de export opnieuw in de chat met Kansenlijn: typ “exporteer” met de referentie van het cijfer.' },
};

/** Downloads: the figure is computed in a transaction as the person of the link, so the database decides again. */
export function createExports(parts: ExportParts): Exports {
  return {
    async file(token) {
      const opened = parts.links.open(token);
      if (opened.kind !== 'valid') return REFUSED[opened.kind];
      const model = await modelFor(opened.link, parts);
      return 'problem' in model ? model : writeExport(model, opened.link.format);
    },
    ownerOf(token) {
      const opened = parts.links.open(token);
      return opened.kind === 'valid' ? `person|${opened.link.tenantId}|${opened.link.aadObjectId}` : undefined;
    },
  };
}

async function modelFor({ reference, format, tenantId, aadObjectId }: ExportLink, parts: ExportParts): Promise<ExportModel | ExportRefusal> {
  const work = async ({ person, ports }: TurnSession): Promise<ExportModel | ExportRefusal> => {
    if (!person) return NOT_YOURS;
    return exportModelOf(reference, { ports, person, where: 'personal', policy: (code, day) => parts.policy(code, day), now: parts.now() }, format.startsWith('rows-'));
  };
  try {
    const result = await parts.database.inTurn({ tenantId, aadObjectId }, undefined, work);
    if (!result.fresh) throw new Error('a transaction without an activity is always fresh');
    return result.value;
  } catch (error) {
    throw databaseFault(error);
  }
}
