import { createHash } from 'node:crypto';
import { dutchDay, dutchNumber } from '../policy/engine/dutch.ts';
import { ABOUT_FIELDS, DOMAIN_NAMES, DOMAINS, LATER_FIELDS, LEVELS, type AboutField, type ContentField } from '../policy/handover/index.ts';
import type { LinkedHandover } from './types.ts';

/** Fits an A4 page and a phone; prints without colours. */
const CSS = `
body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;max-width:46rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:1.75rem 0 .5rem;border-bottom:2px solid #1b1b1b;padding-bottom:.2rem;break-after:avoid}
.notice{background:#f3f3f3;border-left:4px solid #555;padding:.6rem .9rem;margin:1rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.3rem 1rem;margin:0}dt{font-weight:600}dd{margin:0;white-space:pre-line}
section{break-inside:avoid}footer{margin-top:2rem;font-size:.85rem;color:#444}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}body{padding:1rem}}
@media print{body{max-width:none;padding:0;font-size:11pt}.screen{display:none}.notice{background:none}}
`;

/** Nothing runs, nothing is fetched and nobody frames it; only our own style applies. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

type Pair = readonly [label: string, value: string | undefined];

function list(pairs: readonly Pair[]): string {
  const filled = pairs.filter(([, value]) => value !== undefined && value !== '');
  return filled.length === 0 ? '' : `<dl>${filled.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value ?? '')}</dd>`).join('')}</dl>`;
}

function section(title: string, pairs: readonly Pair[]): string {
  const body = list(pairs);
  return body === '' ? '' : `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
}

function programmeSection({ programme }: LinkedHandover): string {
  if (!programme) return '';
  return section('Voorschoolse educatie', [
    ['Programma', programme.programme], ['Eerste dag', dutchDay(programme.startedOn)],
    ['Laatste dag', programme.endedOn === undefined ? 'komt nog' : dutchDay(programme.endedOn)], ['Uren per week', dutchNumber(programme.hoursPerWeek)],
  ]);
}

function contentSections({ content, consent }: LinkedHandover): string {
  if (!consent) return '<p class="notice">De ouders hebben geen toestemming gegeven om meer te delen dan het programma, de start en de uren.</p>';
  const value = (field: ContentField): string | undefined => content.get(field);
  const domains = DOMAIN_NAMES.map((domain) => section(DOMAINS[domain], [
    ['Niveau', LEVELS[value(`${domain}_level`) ?? '']], ['Wat gaat goed', value(`${domain}_strong`)], ['Wat helpt', value(`${domain}_helps`)],
  ]));
  const about = section('Het kind en wat helpt', (Object.keys(ABOUT_FIELDS) as AboutField[]).map((field) => [ABOUT_FIELDS[field], value(field)] as const));
  return [...domains, about, section(LATER_FIELDS.parents_reaction, [['In hun woorden', value('parents_reaction')]])].join('');
}

/** The handover as a page to read and print. A child is a code: the school knows from the parents which child it is. */
export function handoverPage(handover: LinkedHandover): string {
  const head = list([
    ['Code van het kind', handover.code], ['Geboren', dutchDay(handover.birthDate)], ['Van', `${handover.location}, ${handover.provider}`],
    ['Naar', handover.school], ['Verstuurd', dutchDay(handover.sentOn)],
  ]);
  return htmlPage(`Warme overdracht ${handover.code}`, `
<h1>Warme overdracht</h1>
${head}
<p class="notice screen">Deze link werkt tot ${escapeHtml(dutchDay(handover.expiresOn))}. Wilt u dit bewaren, druk het dan af en bewaar het in het leerlingdossier. Geef de link niet door.</p>
${programmeSection(handover)}${contentSections(handover)}
<footer>Gemaakt met Kansenlijn. Vertrouwelijk: alleen voor de school die dit kind ontvangt. Bewaar het niet langer dan nodig.</footer>`);
}

/** For whatever is no working link: it does not say which of the reasons it was. */
export const deadLinkPage = (): string => htmlPage('Deze link werkt niet', `
<h1>Deze link werkt niet (meer)</h1>
<p>De link is verlopen, ingetrokken of niet goed overgenomen. Vraag de kinderopvang om een nieuwe.</p>`);

export const awayPage = (): string => htmlPage('Even niet bereikbaar', `
<h1>Even niet bereikbaar</h1>
<p>De overdracht is nu niet te openen. Probeer het over een minuut opnieuw.</p>`);

const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${CSS}</style></head><body>${body}
</body></html>
`;
