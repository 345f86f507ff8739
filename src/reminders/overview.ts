import type { Button, NoticeModel } from '../../cards/models.ts';
import { MENU, open } from '../../dialogs/buttons.ts';
import { actingAsLabel } from '../turn/acting-as.ts';
import type { ReminderContext, Waiting } from './waiting.ts';

/** Teams shows six buttons; two are for "later". */
const FORMS_SHOWN = 4;

export const OPEN = 'reminders.open';
export const LATER = 'reminders.later';

/** What waits, one sentence a kind, with buttons that open the right forms. */
export function overview(waiting: readonly Waiting[], context: ReminderContext, notice?: string): NoticeModel {
  const actingAs = actingAsLabel(context.person.roles);
  const before = notice === undefined ? [] : [notice];
  if (waiting.length === 0) {
    return {
      title: 'Er wacht nu niets op u', actingAs, tone: 'good',
      paragraphs: [...before, 'Wacht er iets, dan krijgt u op werkdagen om half negen één bericht.'],
      buttons: [{ title: 'Instellen', verb: 'reminders.settings' }, MENU],
    };
  }
  return {
    title: 'Wat op u wacht', actingAs,
    paragraphs: [...before, ...waiting.map((each) => lineOf(each, context))],
    buttons: [...formButtons(waiting), { title: 'Morgen weer', verb: LATER, data: { days: 1 } }, { title: 'Later, of niet voor mij', verb: OPEN, data: { choose: 'yes' } }],
  };
}

export function lineOf({ kind, facts, asOfficial }: Waiting, context: ReminderContext): string {
  if (!asOfficial || kind.role === 'official') return kind.line(facts, context);
  const places = [...new Set(facts.map(({ place }) => place))].map((place) => `${place} (${kind.counted(facts.filter((fact) => fact.place === place).length)})`);
  return `Niemand neemt dit op bij ${places.slice(0, 5).join(', ')}${places.length > 5 ? ` en ${places.length - 5} andere` : ''}. Nodig iemand uit, of bespreek het met de partner.`;
}

/** Each form once, most pressing first. */
function formButtons(waiting: readonly Waiting[]): Button[] {
  const all = waiting.map(({ kind, facts, asOfficial }) => (asOfficial && kind.role !== 'official' ? open('invite', 'Iemand uitnodigen') : kind.button(facts)));
  return all.filter((button, index) => all.findIndex(({ title }) => title === button.title) === index).slice(0, FORMS_SHOWN);
}
