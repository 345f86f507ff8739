import { readQuestion } from '../ask/read-question.ts';
import { referenceDate } from '../ask/periods.ts';
import type { QuestionOption, Reading, Scope } from '../ask/types.ts';
import { catalogue } from '../figures/catalogue.ts';
import type { MeasureId } from '../figures/types.ts';
import { breakdownPhrase, questionText } from '../ask/lexicon.ts';
import { actingAsLabel } from './acting-as.ts';
import { policyWithTargets } from './recorded-targets.ts';
import { answerModel } from './answer-card.ts';
import { computeFigure, type FigureRequest } from './compute-figure.ts';
import type { KnownContext } from './context.ts';
import { hasLocationMeaning, municipalitiesOf, scopesFor, type FigureScope } from './figure-scope.ts';
import { askButton, help, menu, MENU_BUTTON } from './menu.ts';
import { answerReply, noticeReply } from './replies.ts';
import type { Reply } from './types.ts';

type Asked = Extract<Reading, { kind: 'question' }>;

/** Answers typed text with a figure, or asks back. Never a figure for a question that was not fully understood. */
export async function answerQuestion(text: string, context: KnownContext): Promise<Reply> {
  const reading = await read(text, context);
  switch (reading.kind) {
    case 'question': return answer(reading, context);
    case 'clarify': return clarify(reading.text, reading.options, context);
    case 'period-problem': return problem('Deze periode kan ik niet gebruiken', reading.text, context);
    case 'not-understood': return unclear(context, reading.words);
    case 'small-talk': return noticeReply(reading.which === 'thanks' ? { ...menu(context), title: 'Graag gedaan', paragraphs: [] } : { ...help(context), title: 'Goedendag' });
    case 'not-a-question': return unclear(context, []);
  }
}

/** The answer when the text was fully understood as a question for a figure. */
export async function answerIfQuestion(text: string, context: KnownContext): Promise<Reply | undefined> {
  const { kind } = await read(text, context);
  return kind === 'question' || kind === 'clarify' || kind === 'period-problem' ? answerQuestion(text, context) : undefined;
}

/** Names of locations are looked up only when a word was not understood without them. */
async function read(text: string, context: KnownContext): Promise<Reading> {
  const municipalities = municipalitiesOf(context.person);
  const reading = readQuestion(text, { today: context.today, vocabulary: { municipalities, locations: [] } });
  if (reading.kind === 'question') return reading;
  return readQuestion(text, { today: context.today, vocabulary: { municipalities, locations: await context.ports.figures.locations() } });
}

async function answer(asked: Asked, context: KnownContext): Promise<Reply> {
  const measure = catalogue.get(asked.measure);
  const allowed = scopesFor(asked.measure, context.person, context.where);
  if (asked.scope?.kind === 'location' && !hasLocationMeaning(asked.measure)) {
    return problem(`${measure.title} is een cijfer van een gemeente`, 'Van één locatie zegt dit cijfer niets: kinderen kiezen hun plek in de hele gemeente. Van een locatie kunt u wel de capaciteit en de vrije plekken vragen.', context);
  }
  if (allowed.length === 0) return notForRole(asked.measure, context);
  if (asked.breakdown !== undefined && !measure.breakdowns.includes(asked.breakdown)) return otherBreakdown(asked, context);
  const scopes = asked.scope ? await narrowed(asked.scope, allowed, context) : allowed;
  if (scopes.length === 0) return unclear(context, []);
  if (scopes.length > 1) return whichPlace(asked, scopes, context);
  return compute(asked, scopes[0]!, context);
}

async function narrowed(scope: Scope, allowed: readonly FigureScope[], context: KnownContext): Promise<FigureScope[]> {
  if (scope.kind === 'municipality') return allowed.filter((candidate) => candidate.municipalityCode === scope.code);
  const own = allowed.filter((candidate) => candidate.locationId === scope.id);
  if (own.length > 0) return own;
  const location = (await context.ports.figures.locations()).find((candidate) => candidate.id === scope.id);
  const municipality = allowed.find((candidate) => candidate.municipalityCode === location?.municipalityCode);
  return location && municipality ? [{ name: location.name, locationId: location.id, protected: municipality.protected }] : [];
}

async function compute(asked: Asked, scope: FigureScope, context: KnownContext): Promise<Reply> {
  const day = referenceDate(asked.period, context.today);
  const policy = scope.municipalityCode ? await policyWithTargets(scope.municipalityCode, scope.name, day, context) : undefined;
  const windowStartMonths = policy?.windowStartMonths?.value;
  if (catalogue.get(asked.measure).window === 'municipal' && windowStartMonths === undefined) return noWindow(asked.measure, scope, day, context);
  const request: FigureRequest = {
    measure: asked.measure, municipalityCode: scope.municipalityCode, locationId: scope.locationId, referenceDate: day, from: asked.period.start,
    breakdown: asked.breakdown, windowStartMonths, policy, protected: scope.protected,
  };
  const computed = await computeFigure(context.ports, request);
  const reference = await context.ports.figures.remember({
    protected: scope.protected,
    measure: asked.measure,
    measureVersion: computed.figure.version,
    municipalityCode: scope.municipalityCode,
    locationId: scope.locationId,
    referenceDate: day,
    params: { windowStartMonths, placeName: scope.name, period: asked.period, breakdown: asked.breakdown },
    revision: computed.revision,
    knownAt: computed.knownAt,
    counts: computed.counts,
  });
  return answerReply(answerModel({
    measure: asked.measure, placeName: scope.name, period: asked.period, periodAssumed: asked.periodAssumed && asked.period.kind === 'day',
    breakdown: asked.breakdown, referenceDate: day, figure: computed.figure, policy, protected: scope.protected, reference, actingAs: actingAsLabel(context.person.roles),
  }));
}

function whichPlace(asked: Asked, scopes: readonly FigureScope[], context: KnownContext): Reply {
  const when = asked.periodAssumed && asked.period.kind === 'day' ? undefined : asked.period.label;
  const options = scopes.map(({ name, locationId }) => ({ label: name, question: questionText(asked.measure, `${locationId ? 'locatie ' : ''}${name}`, when, asked.breakdown) }));
  const what = scopes.every(({ locationId }) => locationId === undefined) ? 'gemeente' : 'plek';
  return clarify(`Voor welke ${what} wilt u dit weten?`, options, context);
}

function clarify(question: string, options: readonly QuestionOption[], context: KnownContext): Reply {
  return noticeReply({
    title: 'Wat bedoelt u?',
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: [question],
    buttons: [...options.slice(0, 5).map(({ label, question: text }) => askButton(label, text)), MENU_BUTTON],
  });
}

function problem(title: string, text: string, context: KnownContext): Reply {
  return noticeReply({ title, actingAs: actingAsLabel(context.person.roles), tone: 'warning', paragraphs: [text], buttons: menu(context).buttons });
}

/** What was not understood is named, and no number is given. */
export function unclear(context: KnownContext, words: readonly string[]): Reply {
  const named = words.slice(0, 5).map((word) => `“${word.slice(0, 40)}”`).join(', ');
  return noticeReply({
    title: 'Dat begrijp ik niet',
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: [
      ...(named ? [`Ik ken dit niet, of het hoort niet bij uw rol: ${named}. Ik geef liever geen cijfer dan een verkeerd cijfer.`] : []),
      'Kies een knop, of typ bijvoorbeeld “bereik Q1”, “vrije plekken” of “help”.',
    ],
    buttons: menu(context).buttons,
  });
}

function notForRole(measure: MeasureId, context: KnownContext): Reply {
  const { title } = catalogue.get(measure);
  const text = context.where === 'personal'
    ? `${title} hoort niet bij uw rol. Hieronder staat wat u wel kunt vragen en vastleggen.`
    : `${title} kan ik u in dit kanaal niet laten zien. Vraag het mij in onze persoonlijke chat.`;
  return problem(`${title} kan ik u hier niet geven`, text, context);
}

/** Names the splits that do mean something, as buttons. */
function otherBreakdown({ measure: id, breakdown, period, periodAssumed }: Asked, context: KnownContext): Reply {
  const { title, breakdowns } = catalogue.get(id);
  const when = periodAssumed && period.kind === 'day' ? undefined : period.label;
  return noticeReply({
    title: `${title} kan ik niet ${breakdownPhrase[breakdown!]} geven`,
    actingAs: actingAsLabel(context.person.roles),
    tone: 'warning',
    paragraphs: [`Deze uitsplitsing is voor dit cijfer niet vastgelegd of zegt niets. Wel kan: ${breakdowns.map((by) => breakdownPhrase[by]).join(', ')}.`],
    buttons: [...breakdowns.slice(0, 4).map((by) => askButton(`${title} ${breakdownPhrase[by]}`, questionText(id, undefined, when, by))), MENU_BUTTON],
  });
}

function noWindow(measure: MeasureId, scope: FigureScope, day: string, context: KnownContext): Reply {
  return problem('Er is geen afspraak vastgelegd',
    `Voor ${scope.name} is op ${day.split('-').reverse().join('-')} niet vastgelegd vanaf welke leeftijd een kind meetelt. Zonder die afspraak geef ik dit cijfer niet (${catalogue.get(measure).title.toLowerCase()}). Vraag de beleidsadviseur om de doelgroepdefinitie aan te leveren.`, context);
}
