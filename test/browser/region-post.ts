import type { Told } from '../../src/digest/content/gather.ts';
import { tellWeekPost } from '../../src/digest/content/index.ts';
import { reachDays, toldReach } from '../../src/digest/content/reach.ts';
import { DIGEST_TOPICS, type WeekPost } from '../../src/digest/types.ts';
import { bandOf } from '../../src/figures/release-bands.ts';

const TODAY = '2026-09-07';
const SCHOOLS = ['De Vuurtorenwachtersschool', 'Basisschool Het Schorrenpad', 'De Zilte Zon', 'Basisschool De Getijdenkring', 'De Duinroosjes', 'Het Peilschaaltje', 'De Wierhoek'];

function member(name: string, children: number, over: Partial<Told> = {}): Told {
  const { week, trend } = reachDays(TODAY);
  return {
    name, few: bandOf(0), meetings: [{ name: 'Kerngroep' }, { name: 'Analyse van het bereik per gemeente', timesPerYear: 2 }], silent: [], targetPercent: 80,
    reach: new Map([week, ...trend].map((day, index) => [day, { ...toldReach(day, bandOf(children + 2 * index), bandOf(12)), reference: 'KL-7F3K-9Q2M' }])),
    intakes: bandOf(7), exits: [{ reason: 'Naar de basisschool (4 jaar)', band: bandOf(Math.round(children / 4)) }, { reason: 'Verhuisd', band: bandOf(2) }],
    waiting: bandOf(Math.round(children / 5)), places: { offered: children + 12, taken: bandOf(children) }, handovers: { due: bandOf(Math.round(children / 6)), late: bandOf(3), missing: bandOf(6) },
    references: (['flow', 'places', 'handovers', 'groups', 'quality'] as const).map((topic) => ({ topic, label: 'vrije plekken', reference: 'KL-4D2A-8H1P' })),
    ...over,
  };
}

/** Five municipalities in which much is to be told, with long names, all invented: what a region's post must bear. */
export const regionPost = (): WeekPost => tellWeekPost(
  { scope: { kind: 'region', id: 'getijdenland', name: 'Getijdenland' }, week: '2026-W37', today: TODAY, topics: DIGEST_TOPICS, nextMeeting: '2026-09-17' },
  [
    member('Dijkwaard', 41, { groups: 'not-all' }), member('Havenmonde', 118, { lateResults: [{ moment: 'end_group_2', schoolYear: 2025, schools: SCHOOLS }], silent: ['De Kleine Kapitein'] }),
    member('Kreekzicht', 22), member('Noord-Zandplaat', 9, { reach: new Map(), waiting: undefined }),
    member('Wierveld', 63, { waiting: bandOf(31), silent: ['Peuteropvang De Speelmolen', 'Kinderopvang ’t Torentje'] }),
  ],
  ['Zoutkamer'],
);
