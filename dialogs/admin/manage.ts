import type { Button } from '../../cards/models.ts';
import { CORRECT, MENU, open } from '../buttons.ts';
import { HOW_TO_BIND, STATUS } from '../week-post/settings.ts';
import { defineNotice } from './notice.ts';

interface Part { readonly title: string; readonly about: string; readonly buttons: readonly Button[] }

/** Teams shows six buttons on a card, so what belongs together has a card of its own. */
const PARTS: Readonly<Record<string, Part>> = {
  places: {
    title: 'Locaties en groepen',
    about: 'Een locatie verhuist niet: op een andere plek is het een andere locatie, zodat oude cijfers blijven kloppen. Sluiten doet u bij “wijzigen”.',
    buttons: [open('add-location', 'Locatie toevoegen'), open('change-location', 'Locatie wijzigen'), open('add-group', 'Groep toevoegen'), open('change-group', 'Groep wijzigen')],
  },
  numbers: {
    title: 'VE-plaatsen, doelen, afspraken',
    about: 'Een ander aantal of doel geldt vanaf een dag; wat ervoor gold, blijft staan. Was iets fout vastgelegd, kies dan Corrigeren.',
    buttons: [open('ve-places', 'VE-plaatsen vastleggen'), open('target', 'Doel vastleggen'), open('result-agreements', 'Resultaatafspraken'), CORRECT],
  },
  partners: {
    title: 'Aanbieders en scholen',
    about: 'Gemeenten delen de lijst met aanbieders en schoolbesturen. Een naam wijzigt u alleen van wie nergens anders werkt.',
    buttons: [open('add-organisation', 'Aanbieder toevoegen'), open('change-organisation', 'Aanbieder wijzigen'), open('add-school', 'School toevoegen'), open('change-school', 'School wijzigen')],
  },
  neighbourhoods: {
    title: 'Wijken',
    about: 'Wijken en clusters bepalen hoe cijfers worden uitgesplitst.',
    buttons: [open('add-neighbourhood', 'Wijk toevoegen'), open('change-neighbourhood', 'Wijk wijzigen')],
  },
  roles: {
    title: 'Rollen en wijzigingen',
    about: 'Een persoon heeft in Kansenlijn geen naam. Geef bij een uitnodiging een kenmerk op, dan weet u later wiens rol het is.',
    buttons: [open('roles', 'Rollen bekijken'), open('invite', 'Uitnodigen'), open('revoke-role', 'Rol intrekken'), open('change-role', 'Rol wijzigen'), open('changes', 'Wijzigingen')],
  },
  messages: {
    title: 'Weekpost en herinneringen',
    about: `De weekpost staat elke week in een kanaal. Een kanaal koppelen: ${HOW_TO_BIND.charAt(0).toLowerCase()}${HOW_TO_BIND.slice(1)} Herinneringen krijgt ieder in de persoonlijke chat.`,
    buttons: [STATUS, open('week-post-settings', 'Weekpost instellen'), { title: 'Herinneringen', verb: 'reminders.open' }, MENU],
  },
};

const partButtons = Object.entries(PARTS).map(([part, { title }]) => open('admin', title, { part }));

export const adminDialog = defineNotice({
  id: 'admin',
  title: 'Beheer',
  phrases: ['beheer', 'beheren', 'administratie'],
  menu: 'main',
  async show(_, values) {
    const part = Object.hasOwn(PARTS, values['part'] ?? '') ? PARTS[values['part'] ?? ''] : undefined;
    if (part) return { kind: 'notice', title: part.title, paragraphs: [part.about], buttons: [...part.buttons, open('admin', 'Beheer')] };
    return {
      kind: 'notice', title: 'Beheer',
      // Six parts fill the card, so the menu is a word here.
      paragraphs: ['Wat wilt u beheren? Alles krijgt een dag en blijft na te lezen bij Wijzigingen. Met “menu” gaat u terug.'],
      buttons: partButtons,
    };
  },
});
