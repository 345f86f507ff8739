import type pg from 'pg';
import { z } from 'zod/v4';
import { CONTENT_FIELDS, type ContentField } from '../../src/policy/handover/content.ts';
import { readLink } from '../../src/handover/link.ts';
import type { LinkedHandover } from '../../src/handover/types.ts';

const programmeSchema = z.object({ programme: z.string(), started_on: z.string(), ended_on: z.string().nullable(), hours_per_week: z.number() })
  .transform(({ programme, started_on: startedOn, ended_on: endedOn, hours_per_week: hoursPerWeek }) => ({ programme, startedOn, hoursPerWeek, ...(endedOn ? { endedOn } : {}) }));

const linkedSchema = z.object({
  code: z.string(), birthDate: z.string(), location: z.string(), provider: z.string(), school: z.string().nullable(), sentOn: z.string(), expiresOn: z.string(),
  consent: z.boolean(), programme: programmeSchema.nullable(), content: z.record(z.string(), z.string()),
}).transform(({ school, programme, content, ...rest }): LinkedHandover => ({
  ...rest,
  ...(school ? { school } : {}), ...(programme ? { programme } : {}),
  content: new Map(CONTENT_FIELDS.flatMap((field): [ContentField, string][] => (content[field] === undefined ? [] : [[field, content[field]]]))),
}));

/** What a link shows, without any person: the database verifies the signature and puts the opening on record. */
export async function openHandoverLink(pool: pg.Pool, secret: string, token: string, now: Date): Promise<LinkedHandover | undefined> {
  const link = readLink(token, secret, now);
  if (!link) return undefined;
  const { rows } = await pool.query<{ shown: unknown }>('select open_handover_link($1::uuid, $2::bigint, $3::text) as shown', [link.linkId, link.expires, link.signature]);
  const shown = rows[0]?.shown;
  return shown === null || shown === undefined ? undefined : linkedSchema.parse(shown);
}
