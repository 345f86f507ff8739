import { summaryOfWeekPost, weekPostCard, type WeekPostModel } from '../../../cards/week-post.ts';
import { catalogue } from '../../figures/catalogue.ts';
import { shareText } from '../../figures/release-bands.ts';
import { membersOn, regionOf } from '../../policy/regions/index.ts';
import type { NamedMunicipality } from '../../turn/figure-scope.ts';
import { askButton } from '../../turn/menu.ts';
import type { OutgoingMessage, WeekPost, WeekPostRequest } from '../types.ts';
import { gather, type Told } from './gather.ts';
import { dayLine, flowLines, groupsLines, handoverLines, placesLines, qualityLines, reachLines, reachText, type Line } from './lines.ts';
import { meetingLines, meetingRemark, nextMeetingLines } from './meetings.ts';
import { notable } from './notable.ts';
import { reachDays, reachTogether, type ReachByDay } from './reach.ts';
import type { ComposeContext } from './read.ts';
import { RESULTS_REMARKS, resultsLines } from './results.ts';

/** What the channel of a municipality or region gets this week. Numbers of children are told as bands only. */
export async function composeWeekPost(context: ComposeContext, request: WeekPostRequest): Promise<WeekPost> {
  const told: Told[] = [];
  for (const municipality of municipalitiesOf(request)) told.push(await gather({ municipality, context }, request));
  const reach = reachTogether(told.map((one) => one.reach));
  return { post: message(postModel(request, told, reach)), replies: replies(request, told).map(message) };
}

function municipalitiesOf({ scope, today }: WeekPostRequest): NamedMunicipality[] {
  if (scope.kind === 'municipality') return [{ code: scope.code, name: scope.name }];
  const region = regionOf(scope.id);
  return region ? membersOn(region, today).map(({ municipalityCode: code, municipalityName: name }) => ({ code, name })) : [];
}

const message = (model: WeekPostModel): OutgoingMessage => ({ card: weekPostCard(model), summary: summaryOfWeekPost(model) });
const weekNumber = (week: string): number => Number(week.slice(-2));
const inBands = 'Aantallen kinderen staan hier in klassen (25-29, of <5: ook geen enkel), zodat niemand een kind kan herkennen, ook niet door weken te vergelijken.';

function postModel(request: WeekPostRequest, told: readonly Told[], reach: ReachByDay): WeekPostModel {
  const { scope, week, today } = request;
  const now = reach.get(today);
  const [only] = told;
  const single = told.length === 1 && only ? only : undefined;
  const lines = [...nextMeeting(request, told), ...told.flatMap((one) => named(one, told, [...flowLines(one), ...placesLines(one), ...handoverLines(one), ...groupsLines(one), ...resultsLines(one), ...qualityLines(one)]))];
  const points = reachDays(today).trend.flatMap((day) => {
    const share = reach.get(day)?.share;
    // The middle of what is told: made of the same bands, so it tells nothing more.
    return share ? [{ label: `${day.slice(8)}-${day.slice(5, 7)}`, value: Math.round((share.low + share.high) / 2) }] : [];
  });
  return {
    title: `Week ${weekNumber(week)} · ${scope.name}`,
    period: dayLine(today),
    figure: now?.share ? `Bereik ${shareText(now.share)}` : undefined,
    basis: now ? reachText(now).replace(/^.*\((.*)\)$/, '$1') : 'Bereik is niet te geven: er is geen beginleeftijd vastgelegd.',
    notable: single ? notable(single, today) : told.flatMap((one) => { const line = notable(one, today); return line === undefined ? [] : [`${one.name}: ${line}`]; })[0],
    facts: [...(single ? reachLines(reach, single.targetPercent, today) : told.flatMap(regionLine(today))), ...lines],
    trend: points,
    remarks: [...(lines.length === 0 ? ['Verder is er deze week niets te melden.'] : []), ...(points.length > 1 ? ['Het verloop toont het midden van elke klasse, in procenten.'] : []), inBands],
    buttons: [askButton('Vraag het bereik', 'bereik'), askButton('Vrije plekken', 'vrije plekken')],
  };
}

/** A region has no meeting on record to name. */
const nextMeeting = (request: WeekPostRequest, told: readonly Told[]): Line[] => nextMeetingLines(request, request.scope.kind === 'region' ? undefined : told[0]?.meetings[0]);

const regionLine = (today: string) => ({ name, reach }: Told): Line[] => {
  const now = reach.get(today);
  return now ? [{ label: name, value: reachText(now) }] : [{ label: name, value: 'niet te geven' }];
};

/** Of several municipalities each line says of which. */
const named = ({ name }: Told, all: readonly Told[], lines: readonly Line[]): Line[] => (all.length === 1 ? [...lines] : lines.map(({ label, value }) => ({ label: `${name}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`, value })));

/** One a topic, and only where there is something. */
function replies(request: WeekPostRequest, told: readonly Told[]): WeekPostModel[] {
  const { scope, today } = request;
  const reply = (title: string, linesOf: (one: Told) => readonly Line[], remarks: readonly string[], first: readonly Line[] = []): WeekPostModel[] => {
    const facts = [...first, ...told.flatMap((one) => named(one, told, linesOf(one)))];
    return facts.length === 0 ? [] : [{ title: `${title} · ${scope.name}`, period: dayLine(today), facts, trend: [], remarks, buttons: [] }];
  };
  const meeting = nextMeeting(request, told);
  const definition = (id: Parameters<typeof catalogue.get>[0]): string => `${catalogue.get(id).title}: ${catalogue.get(id).definition}`;
  return [
    ...reply('Instroom en uitstroom', flowLines, [definition('intakes'), definition('exits'), 'Geteld is vorige week, maandag tot en met zondag. Een reden met weinig kinderen wordt niet genoemd.']),
    ...reply('Plekken', placesLines, [definition('free-places'), definition('waiting')]),
    ...reply('Warme overdracht', handoverLines, [definition('handovers-due'), definition('handovers-late'), definition('handovers-missing'), 'Geteld zijn kinderen die vorige week vier werden.']),
    ...reply('Kleuterresultaten', resultsLines, RESULTS_REMARKS),
    ...reply('Afspraken', meetingLines, [meetingRemark(meeting.length > 0)], meeting),
    ...reply('Levering', qualityLines, [definition('last-delivery')]),
  ];
}
