import type { Button, NoticeModel } from '../../cards/models.ts';
import type { AnyDialog } from '../../dialogs/dialog.ts';
import { dialogs } from '../../dialogs/registry.ts';
import type { Role } from '../../dialogs/ports.ts';
import { actingAsLabel } from './acting-as.ts';
import type { KnownContext, TurnContext } from './context.ts';

/** Teams shows six buttons on a card; one is kept for what does not fit. */
const MAX_BUTTONS = 6;

export const MENU_BUTTON: Button = { title: 'Menu', verb: 'menu.open' };

export const askButton = (title: string, question: string): Button => ({ title, verb: 'ask', data: { question } });

export const exportButton = (reference: string): Button => ({ title: 'Exporteren', verb: 'export.open', data: { reference } });

/** Questions to start with, by role; the first that fit go on the menu. */
const QUESTIONS: Readonly<Record<Role, readonly Button[]>> = {
  childcare: [askButton('Vrije plekken', 'vrije plekken')],
  health: [askButton('Bereik nu', 'bereik'), askButton('Vrije plekken', 'vrije plekken')],
  school: [],
  official: [askButton('Bereik nu', 'bereik'), askButton('Bereik vorig kwartaal', 'bereik vorig kwartaal'), askButton('Capaciteit', 'capaciteit'), askButton('Vrije plekken', 'vrije plekken')],
  regional: [askButton('Bereik nu', 'bereik'), askButton('Capaciteit', 'capaciteit'), askButton('Vrije plekken', 'vrije plekken')],
  reader: [askButton('Bereik nu', 'bereik'), askButton('Capaciteit', 'capaciteit')],
};

const EXAMPLES: Readonly<Record<Role, string>> = {
  childcare: 'U kunt ook typen: “instroom”, “overdracht”, of meteen “uitstroom PU-4KX7-9TM9 verhuisd per 1 maart”.',
  health: 'U kunt ook typen: “toeleiding PU-4KX7-9TM9”, “bereik Q1” of “regels”.',
  school: 'U kunt ook typen: “overdrachten”, of “overdracht beginnen”.',
  official: 'U kunt ook typen: “bereik Q1?”, “vrije plekken”, “regels” of “toon berekening KL-…”.',
  regional: 'U kunt ook typen: “bereik” met de naam van een gemeente, of “toon berekening KL-…”.',
  reader: 'U kunt ook typen: “bereik Q1?”. U ziet cijfers waarin kleine aantallen zijn beschermd.',
};

const IN_A_CHANNEL = 'Hier kunt u cijfers van de gemeente vragen, bijvoorbeeld “bereik Q1?”. Kleine aantallen zijn beschermd. Vastleggen doet u in onze persoonlijke chat.';

/** What this person can do here, most used first. Forms only in the personal chat. */
export function menu(context: KnownContext, page = 0): NoticeModel {
  const roles = [...new Set(context.person.roles.map((grant) => grant.role))];
  const forms = context.where === 'personal' ? dialogs.filter((dialog) => onMenu(dialog, roles)) : [];
  const records = roles.some((role) => role === 'childcare' || role === 'health' || role === 'school');
  const formButtons = forms.map((dialog): Button => ({ title: dialog.title, verb: `${dialog.id}.open` }));
  const questionButtons = roles.flatMap((role) => QUESTIONS[role]);
  const buttons = distinct([
    ...(records ? [...formButtons, ...questionButtons] : [...questionButtons, ...formButtons]),
    ...(formButtons.length + questionButtons.length === 0 ? [{ title: 'Help', verb: 'help.open' }] : []),
    ...(context.demo ? [{ title: 'Wissel van rol', verb: 'demo.roles' }] : []),
  ]);
  return {
    title: 'Waarmee kan ik helpen?',
    actingAs: actingAsLabel(context.person.roles),
    paragraphs: context.where === 'personal' ? roles.map((role) => EXAMPLES[role]) : [IN_A_CHANNEL],
    buttons: pageOf(buttons, page, (next) => ({ title: 'Meer…', verb: 'menu.open', data: { page: next } })),
  };
}

/** At most six buttons; the last leads to the next page, and the last page back to the first. */
export function pageOf(buttons: readonly Button[], page: number, more: (nextPage: number) => Button): readonly Button[] {
  if (buttons.length <= MAX_BUTTONS) return buttons;
  const perPage = MAX_BUTTONS - 1;
  const pages = Math.ceil(buttons.length / perPage);
  const current = Number.isInteger(page) && page >= 0 ? page % pages : 0;
  return [...buttons.slice(current * perPage, (current + 1) * perPage), more((current + 1) % pages)];
}

function onMenu(dialog: AnyDialog, roles: readonly Role[]): boolean {
  return dialog.menu !== 'admin' && (dialog.menuRoles ?? dialog.roles).some((role) => roles.includes(role));
}

function distinct(buttons: readonly Button[]): Button[] {
  return buttons.filter((button, index) => buttons.findIndex((other) => other.title === button.title) === index);
}

/** For somebody without a role: what this is, how one gets in, and no data. */
export function stranger(context: TurnContext): NoticeModel {
  return {
    title: 'Welkom bij Kansenlijn',
    paragraphs: [
      'Hier leggen partners van het onderwijskansenbeleid vast wat er gebeurt en vragen zij hoe het ervoor staat.',
      'Ik ken u nog niet. Vraag de beleidsadviseur onderwijs van uw gemeente om een uitnodiging. Typ de code die u krijgt hier in, bijvoorbeeld: code ABCD-EFGH-JKLM.',
    ],
    buttons: context.demo ? [{ title: 'Wissel van rol', verb: 'demo.roles' }] : [],
  };
}

export function help(context: KnownContext): NoticeModel {
  const { buttons, actingAs } = menu(context);
  const isOfficial = context.where === 'personal' && context.person.roles.some(({ role }) => role === 'official');
  return {
    title: 'Zo werkt Kansenlijn',
    ...(actingAs === undefined ? {} : { actingAs }),
    paragraphs: [
      'Vastleggen: typ waar het om gaat (bijvoorbeeld “instroom” of “uitstroom”) of kies een knop. U krijgt één formulier en daarna een ontvangstbewijs. Iets verkeerd ingevuld? Typ “corrigeer”.',
      'Vragen: typ een cijfer met een periode, bijvoorbeeld “bereik Q1”, “vrije plekken maart 2026” of “uitstroom 2026 per reden?”. Bij elk cijfer staan de definitie, de peildatum en een referentie. Met “toon berekening KL-…” rekent u het later precies zo na, met “exporteer KL-…” krijgt u het als bestand.',
      ...(isOfficial ? ['Nagaan: “verschil KL-…” zegt waarom een cijfer nu anders zou zijn, “zoals bekend op 26-2-2026” geeft het zoals het toen bekend was, en “controle” kijkt of de registratie klopt. Met “beheer” regelt u locaties, plekken, doelen en rollen.'] : []),
      ...(context.where === 'personal' && context.person.roles.some(({ role }) => role !== 'regional' && role !== 'reader') ? ['Herinneringen: met “herinneringen” ziet u wat er op u wacht. Op werkdagen om half negen krijgt u er hooguit één bericht over.'] : []),
      'Regels: met “regels” ziet u wat er in uw gemeente geldt, met de bron. “regels op 1-1-2025” geeft die van een andere dag.',
      'Namen, burgerservicenummers en medische bevindingen horen hier niet. Een kind is hier een code.',
    ],
    buttons,
  };
}
