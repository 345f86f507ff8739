import { z } from 'zod/v4';
import type { Button } from '../cards/models.ts';
import { addDays } from '../src/policy/engine/days.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { Finding } from '../src/policy/engine/types.ts';
import { MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Receipt, type View } from './dialog.ts';
import { childCode, chosenCode, required } from './fields.ts';
import { guidanceFindings, guidanceReceiptFacts, outcomeOf, type GuidanceAnswers } from './guidance.ts';
import { childOrFinding, ownChild } from './health-scope.ts';
import type { ReminderFact } from './reminders/port.ts';

/** Eight weeks after the indication its outcome is known; as the reminder says. */
export const OUTCOME_WEEKS = 8;

/** One press each: what is told most often. Everything else has the whole form. */
const ANSWERS: Readonly<Record<string, { readonly title: string; readonly outcome: Pick<GuidanceAnswers, 'kind' | 'reasons'> }>> = {
  offer: { title: 'Plek aangeboden', outcome: { kind: 'offer' } },
  waiting_list: { title: 'Wachtlijst', outcome: { kind: 'non_reach', reasons: ['waiting_list'] } },
  no_use_seen: { title: 'Ouders zien nut niet', outcome: { kind: 'non_reach', reasons: ['no_use_seen'] } },
  no_answer: { title: 'Geen reactie', outcome: { kind: 'non_reach', reasons: ['no_answer'] } },
};

const input = z.object({ code: required(childCode()), answer: required(chosenCode(Object.keys(ANSWERS), 'Kies wat er is gebeurd.')) });
type Answer = z.infer<typeof input>;

/** Children of own municipalities who wait eight weeks or longer, the oldest indication first. */
async function backlog({ ports, today, grants }: DialogContext): Promise<ReminderFact[]> {
  const own = new Set(grants.map(({ municipalityCode }) => municipalityCode));
  return (await ports.reminders.facts('outcome', today)).filter(({ since, code, municipalityCode }) => code !== undefined && own.has(municipalityCode) && since !== undefined && addDays(since, OUTCOME_WEEKS * 7) <= today);
}

async function form(context: DialogContext): Promise<View> {
  const waiting = await backlog(context);
  const [first] = waiting;
  if (!first) return { kind: 'notice', title: 'Alle uitkomsten zijn vastgelegd', tone: 'good', paragraphs: ['Van geen enkel kind wacht u langer dan acht weken op een uitkomst.'], buttons: [open('guidance', 'Toeleiding vastleggen'), MENU] };
  return {
    kind: 'form',
    title: `Uitkomsten vastleggen: nog ${waiting.length}`,
    intro: 'Wat is er gebeurd? Eén keuze per kind, met de datum van vandaag. Daarna komt het volgende kind.',
    facts: [{ label: 'Kind', value: first.code! }, { label: 'Geboren', value: dutchDay(first.birthDate!) }, { label: 'Indicatie', value: dutchDay(first.since!) }],
    fields: [],
    hidden: { code: first.code! },
    buttons: [
      ...Object.entries(ANSWERS).map(([answer, { title }]): Button => ({ title, verb: 'guidance-backlog.submit', data: { answer } })),
      open('guidance', 'Andere uitkomst', { code: first.code! }), MENU,
    ],
  };
}

const answersOf = ({ answer }: Answer, { today }: DialogContext): GuidanceAnswers => ({ onDate: today, ...ANSWERS[answer]!.outcome });

async function check(context: DialogContext, answers: Answer): Promise<readonly Finding[]> {
  const found = await childOrFinding(context, answers.code);
  return 'finding' in found ? [found.finding] : guidanceFindings(context, found.child, answersOf(answers, context));
}

async function commit(context: DialogContext, answers: Answer, confirmations: readonly string[]): Promise<Receipt> {
  const child = await ownChild(context, answers.code);
  if (!child) throw new RecordChangedError('child');
  const outcome = answersOf(answers, context);
  await context.ports.guidance.record({ childId: child.childId, ...outcomeOf(outcome), confirmations });
  return {
    title: `${child.code}: ${ANSWERS[answers.answer]!.title.toLowerCase()}`,
    facts: guidanceReceiptFacts(child, outcome),
    buttons: [MENU],
    next: { dialog: 'guidance-backlog', values: {} },
  };
}

export const guidanceBacklogDialog = defineDialog<Answer>({
  id: 'guidance-backlog',
  title: 'Uitkomsten vastleggen',
  phrases: ['uitkomsten vastleggen', 'uitkomsten', 'achterstand'],
  roles: ['health'],
  menuRoles: [],
  form,
  input,
  check,
  commit,
});
