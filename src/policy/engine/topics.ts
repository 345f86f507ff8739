import type { TopicName } from './types.ts';

/** Written as a record so that the compiler refuses a topic that is missing here. */
const ALL = {
  windowStartMonths: true,
  generalStartMonths: true,
  indicatedBy: true,
  grounds: true,
  groundsExclude: true,
  reIndication: true,
  definitionReview: true,
  hoursPerWeek: true,
  hoursTotal: true,
  dayparts: true,
  extraDayparts: true,
  minimumTargetToddlersInGroup: true,
  groupComposition: true,
  groupStaff: true,
  aims: true,
  meetings: true,
  clusters: true,
  handover: true,
  handoverMoments: true,
  parents: true,
  disclosureMode: true,
} as const satisfies Record<TopicName, true>;

/** Every topic that a municipality can have decided on, in the order in which people read them. */
export const TOPIC_NAMES = Object.keys(ALL) as readonly TopicName[];
