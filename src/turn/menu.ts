import type { Button, NoticeModel } from '../../cards/models.ts';
import type { AnyDialog } from '../../dialogs/dialog.ts';
import { dialogs } from '../../dialogs/registry.ts';
import { STATUS } from '../../dialogs/week-post/settings.ts';
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
  regional: [askButton('Bereik nu', 'bereik'), askButton('Capaciteit', 'capaciteit'), askButton('Vrije plekken', 'vrije plekken'), STATUS],
  reader: [askButton('Bereik nu', 'bereik'), askButton('Capaciteit', 'capaciteit')],
};

const EXAMPLES: Readonly<Record<Role, string>> = {
  childcare: 'U kunt ook typen: “instroom”, “overdracht”, “herinneringen”, of meteen “uitstroom PU-4KX7-9TM9 verhuisd per 1 maart”.',
  health: 'U kunt ook typen: “toeleiding PU-4KX7-9TM9”, “bereik Q1”, “herinneringen” of “regels”.',
  school: 'U kunt ook typen: “overdrachten”, “overdracht beginnen” of “herinneringen”.',
  official: 'U kunt ook typen: “bereik Q1?”, “weekpost”, “herinneringen”, “regels” of “toon berekening KL-…”.',
  regional: 'U kunt ook typen: “bereik” met de naam van een gemeente, “weekpost” of “toon berekening KL-…”.',
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

/** Words of the help that work for a role: what it records, and what it may ask. */
const RECORDS: Readonly<Record<Role, readonly string[]>> = { childcare: ['instroom', 'uitstroom'], health: ['indicatie', 'toeleiding'], school: ['overdracht beginnen', 'kleuterresultaten invullen'], official: [], regional: [], reader: [] };
const ASKS: Readonly<Record<Role, readonly string[]>> = {
  childcare: ['vrije plekken', 'instroom Q1?'], health: ['bereik Q1', 'vrije plekken maart 2026'], school: ['overdrachten 2026?', 'kleuterresultaten?'],
  official: ['bereik Q1', 'vrije plekken maart 2026', 'uitstroom 2026 per reden?'], regional: ['bereik Q1', 'vrije plekken maart 2026'], reader: ['bereik Q1', 'vrije plekken maart 2026'],
};

const RECORDING = (words: string): string => `Vastleggen: typ waar het om gaat (bijvoorbeeld ${words}) of kies een knop. U krijgt één formulier en daarna een ontvangstbewijs.`;
const CORRECTING = ' Iets verkeerd ingevuld? Typ “corrigeer”.';
const ASKING = (words: string): string => `Vragen: typ een cijfer met een periode, bijvoorbeeld ${words}. Bij elk cijfer staan de definitie, de peildatum en een referentie. Met “toon berekening KL-…” rekent u het later precies zo na, met “exporteer KL-…” krijgt u het als bestand.`;
const CHECKING = 'Nagaan: “verschil KL-…” zegt waarom een cijfer nu anders zou zijn, “zoals bekend op 26-2-2026” geeft het zoals het toen bekend was, en “controle” kijkt of de registratie klopt. Met “beheer” regelt u locaties, plekken, doelen en rollen; met “corrigeer” verbetert u wat verkeerd is vastgelegd.';
const REMINDERS = 'Herinneringen: met “herinneringen” ziet u wat er op u wacht. Op werkdagen om half negen krijgt u er hooguit één bericht over.';
const WEEK_POST = 'Weekpost: met “status weekpost” ziet u in welk kanaal hij komt, wanneer, en wat er is geplaatst. Met “weekpost instellen” kiest u dag, uur en onderwerpen. Koppelen doet u in het kanaal zelf: “@Kansenlijn koppel dit kanaal aan”, met de naam van uw gemeente of regio erachter.';
const RULES = 'Regels: met “regels” ziet u wat er in uw gemeente geldt, met de bron. “regels op 1-1-2025” geeft die van een andere dag.';
const NO_NAMES = 'Namen, burgerservicenummers en medische bevindingen horen hier niet. Een kind is hier een code.';
const BELOW_A_POST = 'Onder een weekpost kunt u doorvragen, bijvoorbeeld “waarom?” of “per maand?”.';
const BIND_HERE = 'Weekpost: met “koppel dit kanaal aan”, en de naam van uw gemeente of regio erachter, komt hij elke week hier, nadat u dat in onze persoonlijke chat bevestigt. “status weekpost” zegt hoe het staat.';

/** What can be done here and how, in words that work for this person's roles. */
export function help(context: KnownContext): NoticeModel {
  const { buttons, actingAs } = menu(context);
  return {
    title: 'Zo werkt Kansenlijn',
    ...(actingAs === undefined ? {} : { actingAs }),
    paragraphs: [...(context.where === 'personal' ? personalHelp(context) : sharedHelp(context)), RULES, NO_NAMES],
    buttons,
  };
}

const hasRole = ({ person }: KnownContext, ...roles: Role[]): boolean => person.roles.some(({ role }) => roles.includes(role));

function wordsOf({ person }: KnownContext, words: Readonly<Record<Role, readonly string[]>>): string {
  const all = [...new Set(person.roles.flatMap(({ role }) => words[role]))].map((each) => `“${each}”`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} of ${all.at(-1)!}`;
}

function personalHelp(context: KnownContext): string[] {
  const records = wordsOf(context, RECORDS);
  return [
    ...(records === '' ? [] : [RECORDING(records) + (hasRole(context, 'childcare', 'health') ? CORRECTING : '')]),
    ASKING(wordsOf(context, ASKS)),
    ...(hasRole(context, 'official') ? [CHECKING] : []),
    ...(hasRole(context, 'childcare', 'health', 'school', 'official') ? [REMINDERS] : []),
    ...(hasRole(context, 'official', 'regional') ? [WEEK_POST] : []),
  ];
}

function sharedHelp(context: KnownContext): string[] {
  return [IN_A_CHANNEL, ASKING(wordsOf(context, ASKS)), ...(context.where === 'channel' ? [BELOW_A_POST, ...(hasRole(context, 'official', 'regional') ? [BIND_HERE] : [])] : [])];
}
