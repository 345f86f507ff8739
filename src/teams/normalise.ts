import { isRecord, nestedId, stringOf, type RawActivity, type SafeActivity } from './activity.ts';

/** Longest text that is passed on, in UTF-16 units; the turn layer refuses it long before. */
export const MAX_TEXT = 20_000;
const MAX_ENTITIES = 50;
/** Card data nests two or three levels; deeper is not ours. */
const MAX_DEPTH = 8;

/**
 * A new activity with only the fields that we use, each of the type it claims. teams-ai and
 * botbuilder throw on `value: null`, on entities that are null or have no text, and on text
 * that is not a string; and what is not copied cannot be stored, logged or trusted by accident.
 */
export function normalise(raw: RawActivity, tenantId: string, fallbackId: string): SafeActivity {
  return {
    type: raw.type,
    id: stringOf(raw['id']) ?? fallbackId,
    channelId: raw.channelId,
    serviceUrl: raw.serviceUrl,
    timestamp: new Date(),
    text: cleanText(withoutMentions(stringOf(raw['text']) ?? '', raw['entities'])),
    from: { id: raw.from.id, ...optional('aadObjectId', stringOf(raw.from['aadObjectId'])?.toLowerCase()) },
    recipient: { id: raw.recipient.id },
    conversation: {
      id: raw.conversation.id,
      tenantId,
      ...optional('conversationType', stringOf(raw.conversation['conversationType'])),
      ...(typeof raw.conversation['isGroup'] === 'boolean' ? { isGroup: raw.conversation['isGroup'] } : {}),
    },
    channelData: channelDataOf(raw['channelData'], tenantId),
    ...optional('name', stringOf(raw['name'])),
    ...optional('action', stringOf(raw['action'])),
    ...optional('replyToId', stringOf(raw['replyToId'])),
    ...(isRecord(raw['value']) ? { value: cleanRecord(raw['value'], MAX_DEPTH) } : {}),
  };
}

function channelDataOf(channelData: unknown, tenantId: string): SafeActivity['channelData'] {
  const team = nestedId(channelData, 'team');
  const channel = nestedId(channelData, 'channel');
  const data = isRecord(channelData) ? channelData : {};
  const named = isRecord(data['channel']) ? data['channel'] : {};
  return {
    tenant: { id: tenantId },
    ...(team === undefined ? {} : { team: { id: team } }),
    ...(channel === undefined ? {} : { channel: { id: channel, ...optional('name', channelName(named['name'])) } }),
    ...optional('eventType', stringOf(data['eventType'])),
    ...(isSharedChannel(data, named) ? { isShared: true } : {}),
  };
}

const MAX_CHANNEL_NAME = 100;
const channelName = (name: unknown): string | undefined => stringOf(cleanText(stringOf(name) ?? '').slice(0, MAX_CHANNEL_NAME));

/** Teams says it in the channel's type, and names the teams with which it is shared. */
function isSharedChannel(channelData: Readonly<Record<string, unknown>>, channel: Readonly<Record<string, unknown>>): boolean {
  const { sharedWithTeams } = channelData;
  return channel['type'] === 'shared' || channel['channelType'] === 'shared' || (Array.isArray(sharedWithTeams) && sharedWithTeams.length > 0);
}

/** Teams repeats each mention's literal text in an entity; only that text is taken out. */
function withoutMentions(text: string, entities: unknown): string {
  if (!Array.isArray(entities)) return text;
  const mentions = entities.slice(0, MAX_ENTITIES).map((entity: unknown) => (isRecord(entity) && entity['type'] === 'mention' ? stringOf(entity['text']) : undefined));
  return mentions.reduce<string>((rest, mention) => (mention === undefined ? rest : rest.replaceAll(mention, ' ')), text);
}

const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** One line of readable text. Cards escape it again where it is shown. */
function cleanText(text: string): string {
  const decoded = text.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return readable(decoded).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}

/**
 * Without control characters (PostgreSQL refuses NUL), invisible format characters (which
 * can turn the reading direction around) and halves of surrogate pairs. Line ends and tabs stay.
 */
function readable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''));
}

function cleanRecord(record: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== '__proto__').map(([key, value]) => [key, cleanValue(value, depth - 1)]));
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return readable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth <= 0) return null;
  return isRecord(value) ? cleanRecord(value, depth) : Array.isArray(value) ? value.map((item: unknown) => cleanValue(item, depth - 1)) : null;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}
