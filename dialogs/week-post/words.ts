import type { Option } from '../../cards/models.ts';
import { DIGEST_TOPICS, type DigestTopic } from '../../src/digest/types.ts';
import { dutchDay } from '../../src/policy/engine/dutch.ts';
import type { IsoDate } from '../../src/policy/engine/types.ts';
import type { RoleGrant } from '../ports.ts';
import type { DigestScope } from '../../src/digest/types.ts';
import type { ChannelBinding } from './port.ts';

export const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

export const TOPIC_LABELS: Readonly<Record<DigestTopic, string>> = {
  flow: 'Instroom en uitstroom',
  places: 'Wachtend en vrije plekken',
  handovers: 'Overdrachten',
  groups: 'Groepen buiten de afgesproken mix',
  results: 'Kleuterresultaten',
  meetings: 'Volgend overleg',
  quality: 'Kwaliteit van de registratie',
};
export const topicOptions = (): Option[] => DIGEST_TOPICS.map((topic) => ({ value: topic, label: TOPIC_LABELS[topic] }));

/** "elke maandag om 8.00 uur". */
export const momentLabel = ({ day, hour }: Pick<ChannelBinding, 'day' | 'hour'>): string => `elke ${WEEKDAYS[day - 1]!} om ${hour}.00 uur`;

export const topicsLabel = (topics: readonly DigestTopic[]): string =>
  (topics.length === DIGEST_TOPICS.length ? 'alle onderwerpen' : ['Bereik', 'wat opvalt', ...topics.map((topic) => TOPIC_LABELS[topic].toLowerCase())].join(', '));

/** Of the next meeting; who left that topic out must know that the day is not told. */
export const meetingLabel = (day: IsoDate, topics: readonly DigestTopic[]): string => `${dutchDay(day)}${topics.includes('meetings') ? '' : ` (niet in de post: “${TOPIC_LABELS.meetings}” staat uit)`}`;

export const channelLabel = ({ channelName }: Pick<ChannelBinding, 'channelName'>): string => (channelName === UNNAMED ? UNNAMED : `kanaal “${channelName}”`);

/** What a channel is called of which Teams did not tell the name. */
export const UNNAMED = 'het kanaal';

/** "IJsselstein, kanaal “Regiegroep”": which of several is meant. Teams seldom tells the name of a channel. */
export const bindingLabel = (binding: Pick<ChannelBinding, 'scope' | 'channelName'>): string =>
  (binding.channelName === UNNAMED ? binding.scope.name : `${binding.scope.name}, ${channelLabel(binding)}`);

export function stateLabel({ state, pausedUntil }: Pick<ChannelBinding, 'state' | 'pausedUntil'>): string {
  switch (state) {
    case 'proposed': return 'wacht op uw bevestiging';
    case 'active': return 'aan';
    case 'paused': return pausedUntil === undefined ? 'gepauzeerd' : `gepauzeerd tot ${dutchDay(pausedUntil)}`;
    case 'dead': return 'gestopt: ik kan hier niet meer plaatsen';
    case 'unbound': return 'ontkoppeld';
  }
}

/** Municipalities and regions for which a person may bind a channel, each once. */
export function ownScopes(roles: readonly RoleGrant[]): DigestScope[] {
  const scopes = roles.flatMap((grant): DigestScope[] => {
    if (grant.role === 'official' && grant.municipalityCode !== undefined) return [{ kind: 'municipality', code: grant.municipalityCode, name: grant.municipalityName ?? grant.municipalityCode }];
    if (grant.role === 'regional' && grant.regionId !== undefined) return [{ kind: 'region', id: grant.regionId, name: grant.regionName ?? 'de regio' }];
    return [];
  });
  return scopes.filter((scope, index) => scopes.findIndex((other) => scopeKey(other) === scopeKey(scope)) === index);
}

const scopeKey = (scope: DigestScope): string => (scope.kind === 'municipality' ? scope.code : scope.id);
