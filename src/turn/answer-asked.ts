import type { AnswerModel } from '../../cards/models.ts';
import { formatDay } from '../ask/numbers.ts';
import type { Period, Question, ReadAs, Scope } from '../ask/question.ts';
import { catalogue } from '../figures/catalogue.ts';
import { withOrder, type Ordering } from '../figures/order-parts.ts';
import { isDimension, type Measure, type MeasureId } from '../figures/types.ts';
import { breakdownPhrase } from '../ask/split-words.ts';
import { addDays } from '../policy/engine/days.ts';
import type { ResolvedPolicy } from '../policy/engine/types.ts';
import { membersOn, regionOf } from '../policy/regions/index.ts';
import { actingAsLabel } from './acting-as.ts';
import { answerModel } from './answer-card.ts';
import type { KnownContext } from './context.ts';
import type { FigureRequest } from './figure-request.ts';
import { regionsFor, scopesFor, type FigureScope } from './figure-scope.ts';
import { giveFigure } from './give-figure.ts';
import { asKnownOn } from './known-on.ts';
import { menu, MENU_BUTTON } from './menu.ts';
import { breakdownOf, dayOfFigure, periodOf, planFigure } from './plan-figure.ts';
import { exactButton } from './question-again.ts';
import { answerReply, answersReply, noticeReply } from './replies.ts';
import { policyWithTargets } from './recorded-targets.ts';
import { resolveScope } from './resolve-scope.ts';
import type { Reply } from './types.ts';

/** How a question was read; absent for one that came from a button. */
export interface Reading { readonly readAs?: readonly ReadAs[]; readonly followUp?: boolean; readonly afterPost?: boolean }

type Outcome = { readonly model: AnswerModel } | { readonly reply: Reply };

/** Answers a question that was understood: each of its figures, for who may see it. */
export async function answerAsked(question: Question, context: KnownContext, reading: Reading): Promise<Reply> {
  const problem = knownOnProblem(question, context);
  if (problem) return problem;
  const outcomes: Outcome[] = [];
  for (const measure of question.measures) outcomes.push(await answerOne({ ...question, measures: [measure] }, measure, context, reading));
  const models = outcomes.flatMap((outcome) => ('model' in outcome ? [outcome.model] : []));
  const refused = outcomes.find((outcome) => 'reply' in outcome);
  // One that cannot be given is told before those that can: none is dropped in silence.
  if (refused) return refused.reply;
  await context.ports.conversation.keep(context.conversationId, question);
  const [only, ...others] = models;
  return others.length === 0 ? answerReply(only!) : answersReply(models, [...question.measures.map((measure) => exactButton(catalogue.get(measure).title, { ...question, measures: [measure] })), MENU_BUTTON]);
}

async function answerOne(question: Question, measure: MeasureId, context: KnownContext, reading: Reading): Promise<Outcome> {
  const text = catalogue.get(measure);
  const own = [...regionsFor(measure, context.person, context.where), ...scopesFor(measure, context.person, context.where)];
  if (own.length === 0) return { reply: notForRole(measure, context) };
  if (isDimension(question.split) && !text.breakdowns.includes(question.split)) return { reply: otherSplit(question, measure, context) };
  const scopes = question.scopes.length === 0 ? ownScopes(measure, context) : await resolved(question.scopes, measure, context);
  if (scopes.length < question.scopes.length || scopes.length === 0) return { reply: notYours(question, context) };
  const isOpen = question.scopes.length === 0 || (scopes.length > question.scopes.length && (question.when.kind !== 'period' || question.split !== undefined));
  if (isOpen && scopes.length > 1) return { reply: whichPlace(question, scopes, context) };
  const plan = planFigure({ ...question, measure }, scopes, context);
  if ('withoutWindow' in plan) return { reply: noWindow(measure, plan.withoutWindow, plan.day, context) };
  if (plan.request.protected && text.protectedAs === 'today' && !isOfToday(plan.request, question, context)) return { reply: todayOnly(question, measure, context) };
  const given = await giveFigure({ plan, question, scopes, asOf: asKnownOn(question.knownOn, context.today) }, context);
  const policy = await onlyPolicy(plan.request, scopes, context);
  return { model: answerModel({
    measure, question, scopes, referenceDate: plan.request.whole.referenceDate, figure: withOrder(given.figure, orderOf(question, text)), policy,
    protected: plan.request.protected, reference: given.reference, actingAs: actingAsLabel(context.person.roles), canExport: context.where === 'personal' && context.exportLink !== undefined, reading,
  }) };
}

/** What is told protected of today only is not told of another day, nor as it was known on one. */
const isOfToday = ({ whole, cells }: FigureRequest, { knownOn }: Question, { today }: KnownContext): boolean =>
  (knownOn === undefined || knownOn === today) && [whole, ...cells].every(({ referenceDate }) => referenceDate === today);

/** Periods stay in the order of time, unless somebody asks for another. */
const orderOf = (question: Question, { firstLine, ranked }: Measure): Ordering =>
  (ranked === false ? { limit: undefined, order: question.when.kind === 'period' ? 'name' : undefined } : question.order === undefined && question.when.kind === 'period' && firstLine !== undefined ? { ...question, order: firstLine } : question);

/** Of one municipality its policy, with the targets that officials recorded; of several there is none for all. */
function onlyPolicy({ whole: { places, referenceDate }, isComparison }: FigureRequest, scopes: readonly FigureScope[], context: KnownContext): Promise<ResolvedPolicy | undefined> | undefined {
  const [place] = places;
  if (places.length !== 1 || place?.municipalityCode === undefined || isComparison || scopes.length !== 1) return undefined;
  return policyWithTargets(place.municipalityCode, place.name, referenceDate, context);
}

/** Whose figure it is when nobody names a place: the region as a whole, otherwise what the role is for. */
function ownScopes(measure: MeasureId, { person, where }: KnownContext): FigureScope[] {
  const regions = regionsFor(measure, person, where);
  return regions.length > 0 ? regions : scopesFor(measure, person, where);
}

async function resolved(scopes: readonly Scope[], measure: MeasureId, context: KnownContext): Promise<FigureScope[]> {
  const found: FigureScope[] = [];
  for (const scope of scopes) {
    if (scope.kind === 'region' && context.where !== 'personal') found.push(...ownMembers(scope, measure, context));
    const mine = await resolveScope(scope, measure, context);
    if (mine) found.push(mine);
  }
  return found;
}

/** In a channel a region is told by municipality, of those for which the person may ask and that have what the figure needs: a sum would give numbers away. */
function ownMembers({ id }: Scope, measure: MeasureId, context: KnownContext): FigureScope[] {
  const { person, where, today } = context;
  const region = regionOf(id);
  const granted = person.roles.filter(({ role, regionId }) => role === 'regional' && regionId === id).flatMap(({ regionMunicipalities = [] }) => regionMunicipalities.map(({ code }) => code));
  const members = new Set(region ? membersOn(region, today).map(({ municipalityCode }) => municipalityCode) : granted);
  const canCount = (code: string): boolean => catalogue.get(measure).window !== 'municipal' || context.policy(code, today)?.windowStartMonths !== undefined;
  return scopesFor(measure, person, where).filter(({ municipalityCode: code }) => code !== undefined && members.has(code) && canCount(code));
}

/** "Zoals bekend op" a day that is still to come, or before the day that the figure speaks of. */
function knownOnProblem({ knownOn, when, measures }: Question, context: KnownContext): Reply | undefined {
  if (knownOn === undefined) return undefined;
  if (knownOn > context.today) return problem('Deze dag kan ik niet gebruiken', `${formatDay(knownOn)} ligt in de toekomst; wat dan bekend is, weet ik nog niet.`, context);
  const day = dayOfFigure(measures[0]!, periodOf(when), context.today);
  if (knownOn >= day) return undefined;
  return problem('Deze dag kan ik niet gebruiken', `Op ${formatDay(knownOn)} was ${formatDay(day)} nog toekomst. Noem een peildatum tot en met de dag waarop het bekend was.`, context);
}

function whichPlace(question: Question, scopes: readonly FigureScope[], context: KnownContext): Reply {
  const choices = scopes.map(({ name, municipalityCode, locationId, schoolId, region }): Scope =>
    (region ? { kind: 'region', id: region.id, name } : municipalityCode !== undefined ? { kind: 'municipality', id: municipalityCode, name } : schoolId !== undefined ? { kind: 'school', id: schoolId, name } : { kind: 'location', id: locationId!, name }));
  const what = choices.every(({ kind }) => kind === 'municipality') ? 'gemeente' : 'plek';
  return noticeReply({
    title: 'Wat bedoelt u?', actingAs: actingAsLabel(context.person.roles), paragraphs: [`Voor welke ${what} wilt u dit weten?`],
    buttons: [...choices.slice(0, 5).map((scope) => exactButton(scope.name, { ...question, scopes: [scope] })), MENU_BUTTON],
  });
}

function problem(title: string, text: string, context: KnownContext): Reply {
  return noticeReply({ title, actingAs: actingAsLabel(context.person.roles), tone: 'warning', paragraphs: [text], buttons: menu(context).buttons });
}

function notYours({ scopes }: Question, context: KnownContext): Reply {
  const names = scopes.map(({ name }) => `“${name.slice(0, 40)}”`).join(', ');
  return problem('Dat begrijp ik niet', `Ik ken dit niet, of het hoort niet bij uw rol: ${names}. Ik geef liever geen cijfer dan een verkeerd cijfer.`, context);
}

function todayOnly(question: Question, measure: MeasureId, context: KnownContext): Reply {
  const { title } = catalogue.get(measure);
  const { knownOn: _, split: _split, ...rest } = question;
  const today: Period = { kind: 'day', start: context.today, endExclusive: addDays(context.today, 1), label: formatDay(context.today) };
  return noticeReply({
    title: `${title} kan ik hier alleen van vandaag geven`, actingAs: actingAsLabel(context.person.roles), tone: 'warning',
    paragraphs: ['Met de aantallen van twee dagen naast elkaar is te zien welk kind kwam of ging. Daarom krijgen lezers en kanalen dit cijfer alleen van vandaag.'],
    buttons: [exactButton(`${title} vandaag`, { ...rest, when: { kind: 'period', period: today, assumed: false } }), MENU_BUTTON],
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
function otherSplit(question: Question, measure: MeasureId, context: KnownContext): Reply {
  const { title, breakdowns } = catalogue.get(measure);
  return noticeReply({
    title: `${title} kan ik niet ${breakdownPhrase[breakdownOf(question)!]} geven`,
    actingAs: actingAsLabel(context.person.roles),
    tone: 'warning',
    paragraphs: [`Deze uitsplitsing is voor dit cijfer niet vastgelegd of zegt niets. Wel kan: ${breakdowns.map((by) => breakdownPhrase[by]).join(', ')}.`],
    buttons: [...breakdowns.slice(0, 4).map((by) => exactButton(`${title} ${breakdownPhrase[by]}`, { ...question, split: by })), MENU_BUTTON],
  });
}

function noWindow(measure: MeasureId, names: readonly string[], day: string, context: KnownContext): Reply {
  return problem('Er is geen afspraak vastgelegd',
    `Voor ${names.join(', ')} is op ${formatDay(day)} niet vastgelegd vanaf welke leeftijd een kind meetelt. Zonder die afspraak geef ik dit cijfer niet (${catalogue.get(measure).title.toLowerCase()}). Vraag de beleidsadviseur om de doelgroepdefinitie aan te leveren.`, context);
}
