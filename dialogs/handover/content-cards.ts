import type { Field } from '../../cards/models.ts';
import { ABOUT_FIELDS, DOMAIN_NAMES, DOMAINS, FREE_TEXT_MAX, LEVELS, type Domain } from '../../src/policy/handover/index.ts';
import { contentDialog, NO_LEVEL } from './content-form.ts';

const NO_NAMES = 'Alles mag leeg blijven. Schrijf kort en zonder namen.';
const levels = [...Object.entries(LEVELS).map(([value, label]) => ({ value, label })), { value: NO_LEVEL, label: 'Niet invullen' }];

// In view at once: a client may show the list of the card before in the place of a new one.
const domainFields = (domain: Domain): Field[] => [
  { kind: 'choice', id: `${domain}_level`, label: `${DOMAINS[domain]}: niveau`, expanded: true, options: levels },
  { kind: 'text', id: `${domain}_strong`, label: `${DOMAINS[domain]}: wat gaat goed?`, maxLength: FREE_TEXT_MAX, multiline: true },
  { kind: 'text', id: `${domain}_helps`, label: `${DOMAINS[domain]}: wat helpt?`, maxLength: FREE_TEXT_MAX, multiline: true },
];

const domainCard = (id: string, title: string, saved: string, domains: readonly Domain[]) =>
  contentDialog({ id, title: `Overdracht: ${title}`, saved, intro: NO_NAMES, fields: domains.flatMap(domainFields) });

export const handoverDomainsDialog = domainCard('handover-domains', 'taal en rekenen', 'Taal en rekenen bewaard', DOMAIN_NAMES.slice(0, 2));
export const handoverMoreDomainsDialog = domainCard('handover-domains-2', 'motoriek en sociaal-emotioneel', 'Motoriek en sociaal-emotioneel bewaard', DOMAIN_NAMES.slice(2));

export const handoverAboutDialog = contentDialog({
  id: 'handover-about',
  title: 'Overdracht: het kind en wat helpt',
  saved: 'Het kind en wat helpt bewaard',
  intro: `${NO_NAMES} Geen medische bevindingen.`,
  fields: Object.entries(ABOUT_FIELDS).map(([id, label]): Field => ({
    kind: 'text', id, label, maxLength: FREE_TEXT_MAX, multiline: id !== 'instrument', ...(id === 'instrument' ? { hint: 'Bijvoorbeeld KIJK! of BOSOS.' } : {}),
  })),
});
