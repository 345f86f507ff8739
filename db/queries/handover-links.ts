import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { HandoverLink, HandoversPort } from '../../dialogs/handover/port.ts';
import { LINK_PATH, LINK_VALID_DAYS, signLink } from '../../src/handover/link.ts';
import { execute, queryRow, type Session } from '../session.ts';

type LinkPart = Pick<HandoversPort, 'makeLink' | 'link' | 'revokeLinks'>;

const linkSchema = z.object({ expiresOn: z.string(), madeOn: z.string(), openings: z.number() }) satisfies z.ZodType<HandoverLink>;

/** Links for schools that are not on the bot. A new one ends the one before. */
export function createHandoverLinks(session: Session): LinkPart {
  const revokeLinks = (handoverId: string): Promise<number> =>
    execute(session, 'update handover_link set revoked_at = clock_timestamp() where handover_id = $1::uuid and revoked_at is null', [handoverId]);
  return {
    revokeLinks,

    async makeLink(handoverId) {
      const base = session.publicUrl?.();
      if (base === undefined) return undefined;
      await revokeLinks(handoverId);
      const linkId = randomUUID();
      const row = await queryRow(session, z.object({ expires: z.number(), expiresOn: z.string() }), `
        insert into handover_link (id, handover_id, made_by, expires_at)
        values ($1::uuid, $2::uuid, $3::uuid, date_trunc('second', now()) + make_interval(days => $4::int))
        returning extract(epoch from expires_at)::bigint as expires, (expires_at at time zone 'Europe/Amsterdam')::date as "expiresOn"`,
        [linkId, handoverId, session.personId, LINK_VALID_DAYS]);
      return { url: `${base}${LINK_PATH}/${signLink(linkId, row!.expires, session.identityKey)}`, expiresOn: row!.expiresOn };
    },

    link: (handoverId) => queryRow(session, linkSchema, `
      select (k.expires_at at time zone 'Europe/Amsterdam')::date as "expiresOn", (k.made_at at time zone 'Europe/Amsterdam')::date as "madeOn",
        (select count(*) from handover_link_opening o where o.link_id = k.id and o.served) as openings
      from handover_link k where k.handover_id = $1::uuid and k.revoked_at is null and k.expires_at > now() order by k.made_at desc limit 1`, [handoverId]),
  };
}
