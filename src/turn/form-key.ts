import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/**
 * The key of a form that is shown: unique in the database, so that a form stores once,
 * and signed for one person and one dialog, so that a card of somebody else, or one that
 * a client made up, stores nothing.
 */
export interface FormKeys {
  issue(personId: string, dialogId: string): string;
  /** The database key (a UUID) of a form key; undefined when it is not this person's form. */
  open(formKey: unknown, personId: string, dialogId: string): string | undefined;
}

export function createFormKeys(secret: string): FormKeys {
  const sign = (uuid: string, personId: string, dialogId: string): string =>
    createHmac('sha256', secret).update(`form|${uuid}|${personId}|${dialogId}`).digest('base64url').slice(0, 22);
  return {
    issue(personId, dialogId) {
      const uuid = randomUUID();
      return `${uuid}.${sign(uuid, personId, dialogId)}`;
    },
    open(formKey, personId, dialogId) {
      if (typeof formKey !== 'string') return undefined;
      const match = /^([0-9a-f-]{36})\.([\w-]{22})$/.exec(formKey);
      if (!match) return undefined;
      const [, uuid, signature] = match as unknown as [string, string, string];
      return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(uuid, personId, dialogId))) ? uuid : undefined;
    },
  };
}
