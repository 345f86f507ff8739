import { summaryOfWeekPost, weekPostCard, type WeekPostModel } from '../../../cards/week-post.ts';
import { catalogue } from '../../figures/catalogue.ts';
import { shareText } from '../../figures/release-bands.ts';
import { dutchDay } from '../../policy/engine/dutch.ts';
import { askButton } from '../../turn/menu.ts';
import { tickNames } from '../../turn/tick-names.ts';
import type { OutgoingMessage, WeekPost, WeekPostRequest } from '../types.ts';
import { gather, type Told } from './gather.ts';
import { dayLine, flowLines, groupsLines, handoverLines, placesLines, qualityLines, reachLines, reachText, type Line } from './lines.ts';
import { meetingLines, meetingRemark, nextMeetingLines } from './meetings.ts';
import { notable } from './notable.ts';
import { municipalitiesOf } from './municipalities.ts';
import { reachDays } from './reach.ts';
import type { ComposeContext } from './read.ts';
import { NO_MEMBERS, reachBands, regionParts, sectionsOf, type PostParts } from './region.ts';
import { reachReferences, referenceLine, type ReferenceTopic } from './references.ts';
import { RESULTS_REMARKS, resultsLines } from './results.ts';

/** What the channel of a municipality or region gets this week. Numbers of children are told as bands only. */
export async function composeWeekPost(context: ComposeContext, request: WeekPostRequest): Promise<WeekPost> {
  const { told: municipalities, left } = municipalitiesOf(request, context.person);
  const told: Told[] = [];
  for (const municipality of municipalities) told.push(await gather({ municipality, context }, request));
  return tellWeekPost(request, told, left);
}

/** The words of what was gathered: a function of it alone. */
export const tellWeekPost = (request: WeekPostRequest, told: readonly Told[], left: readonly string[]): WeekPost =>
  ({ post: message(postModel(request, told, left)), replies: replies(request, told).map(message) });

const message = (model: WeekPostModel): OutgoingMessage => ({ card: weekPostCard(model), summary: summaryOfWeekPost(model) });
const weekNumber = (week: string): number => Number(week.slice(-2));
const inBands = 'Aantallen kinderen staan hier in klassen (25-29, of <5: ook geen enkel), zodat niemand een kind kan herkennen, ook niet door weken te vergelijken.';

function postModel(request: WeekPostRequest, told: readonly Told[], left: readonly string[]): WeekPostModel {
  const { scope, today } = request;
  const title = `Week ${weekNumber(request.week)} · ${scope.name}`;
  const [only] = told;
  if (only === undefined) return { title, period: dayLine(today), basis: NO_MEMBERS, facts: [], trend: [], remarks: [], buttons: [] };
  const { reach, lines, sections, remarks, notable: standsOut } = scope.kind === 'region' ? regionParts(told, left, today) : municipalParts(only, today);
  const more = [...nextMeeting(request, told), ...lines];
  const now = reach.get(today);
  const points = reachDays(today).trend.flatMap((day) => {
    const share = reach.get(day)?.share;
    // The middle of what is told: made of the same bands, so it tells nothing more.
    return share ? [{ label: dutchDay(day), ticks: tickNames('month', day), value: Math.round((share.low + share.high) / 2) }] : [];
  });
  return {
    title,
    period: dayLine(today),
    figure: now?.share ? `Bereik ${shareText(now.share)}` : undefined,
    basis: now ? reachText(now).replace(/^.*\((.*)\)$/, '$1') : 'Bereik is niet te geven: er is geen beginleeftijd vastgelegd.',
    notable: standsOut,
    facts: [...reachLines(reach, scope.kind === 'region' ? undefined : { percent: only.targetPercent }, today), ...more],
    sections,
    trend: points,
    remarks: [...(more.length + sections.length === 0 ? ['Verder is er deze week niets te melden.'] : []), ...remarks, ...(points.length > 1 ? ['Het verloop toont het midden van elke klasse, in procenten.'] : []), inBands, ...(scope.kind === 'region' ? [] : reachReferences(told, today))],
    buttons: [askButton('Vraag het bereik', 'bereik'), askButton('Vrije plekken', 'vrije plekken')],
  };
}

const municipalParts = (one: Told, today: string): PostParts => ({
  reach: one.reach,
  notable: notable(one, today),
  lines: [...flowLines(one), ...placesLines(one), ...handoverLines(one), ...groupsLines(one), ...resultsLines(one), ...qualityLines(one)],
  sections: [],
  remarks: [],
});

/** A region has no meeting on record to name. */
const nextMeeting = (request: WeekPostRequest, told: readonly Told[]): Line[] => nextMeetingLines(request, request.scope.kind === 'region' ? undefined : told[0]?.meetings[0]);

/** One a topic, and only where there is something. */
function replies(request: WeekPostRequest, told: readonly Told[]): WeekPostModel[] {
  const { scope, today } = request;
  const reply = (title: string, linesOf: (one: Told) => readonly Line[], remarks: readonly string[], first: readonly Line[] = []): WeekPostModel[] => {
    const facts = [...first, ...(scope.kind === 'region' ? [] : told.flatMap(linesOf))];
    const sections = scope.kind === 'region' ? sectionsOf(told, linesOf) : [];
    return facts.length + sections.length === 0 ? [] : [{ title: `${title} · ${scope.name}`, period: dayLine(today), facts, sections, trend: [], remarks, buttons: [] }];
  };
  const meeting = nextMeeting(request, told);
  const opens = (topic: ReferenceTopic): string[] => referenceLine(told, topic);
  const definition = (id: Parameters<typeof catalogue.get>[0]): string => `${catalogue.get(id).title}: ${catalogue.get(id).definition}`;
  return [
    ...(scope.kind === 'region' && told.length > 0 ? [{ title: `Bereik · ${scope.name}`, period: dayLine(today), facts: reachBands(told, today), trend: [], remarks: [definition('reach'), ...reachReferences(told, today)], buttons: [] }] : []),
    ...reply('Instroom en uitstroom', flowLines, [definition('intakes'), definition('exits'), 'Geteld is vorige week, maandag tot en met zondag. Een reden met weinig kinderen wordt niet genoemd.', ...opens('flow')]),
    ...reply('Plekken', placesLines, [definition('free-places'), definition('waiting'), ...opens('places')]),
    ...reply('Warme overdracht', handoverLines, [definition('handovers-due'), definition('handovers-late'), definition('handovers-missing'), 'Geteld zijn kinderen die vorige week vier werden.', ...opens('handovers')]),
    ...reply('Groepsmix', groupsLines, [definition('group-mix'), 'Locaties met weinig kinderen tellen hier niet mee.', ...opens('groups')]),
    ...reply('Kleuterresultaten', resultsLines, RESULTS_REMARKS),
    ...reply('Afspraken', meetingLines, [meetingRemark(meeting.length > 0)], meeting),
    ...reply('Levering', qualityLines, [definition('last-delivery'), ...opens('quality')]),
  ];
}
