import { isUuid } from './fields.ts';
import type { OwnRecord, RecordKind, RecordsPort } from './ports.ts';

/** Which version of which record a card is about; travels as `placement:<versionId>`. */
export interface RecordRef { readonly kind: RecordKind; readonly versionId: string }

const KINDS: ReadonlySet<string> = new Set<RecordKind>(['indication', 'guidance', 'placement', 'exit', 'join', 've_places', 'target']);
const isKind = (text: string): text is RecordKind => KINDS.has(text);

/** Undefined for anything that did not come from our own list. */
export function parseRecordRef(text: unknown): RecordRef | undefined {
  if (typeof text !== 'string') return undefined;
  const [kind = '', versionId = '', ...rest] = text.split(':');
  return isKind(kind) && isUuid(versionId) && rest.length === 0 ? { kind, versionId } : undefined;
}

export const recordRef = ({ kind, versionId }: RecordRef): string => `${kind}:${versionId}`;

/** The current record, when it is the person's own. */
export async function ownRecord(records: RecordsPort, ref: RecordRef): Promise<OwnRecord | undefined> {
  return records.ownByVersion(ref.kind, ref.versionId);
}
