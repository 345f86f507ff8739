import type { Button, NoticeModel } from '../../cards/models.ts';
import { formatMoment } from '../ask/numbers.ts';
import { exportedName, type ExportFormat, type ExportModel } from '../records/export/index.ts';
import { actingAsLabel } from './acting-as.ts';
import type { KnownContext } from './context.ts';
import { exportModelOf, hasRows } from './export-model.ts';
import { askButton, MENU_BUTTON } from './menu.ts';
import { canonicalReference, recall, unknownReference } from './recompute.ts';
import { noticeReply } from './replies.ts';
import type { Reply } from './types.ts';

/** "exporteer KL-7F3K-9Q2M", "export kl 7f3k 9q2m naar excel", or the word alone. Gives what stands behind the word. */
export const EXPORT_REQUEST = /^(?:exporteren|exporteer|export)(?![\p{L}\p{N}-])[\s:]*(.*)$/iu;

const REFERENCE = /(?<![0-9a-z])kl[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4}(?![0-9a-z])/i;

const LABELS: Readonly<Record<ExportFormat, string>> = { xlsx: 'Excel', csv: 'CSV', 'rows-xlsx': 'Excel met rijen', 'rows-csv': 'CSV met rijen' };

type LinkTo = NonNullable<KnownContext['exportLink']>;

/** Offers the figure of a reference as files, by links that only work for a short time. */
export async function offerExport(text: string, context: KnownContext): Promise<Reply> {
  const typed = REFERENCE.exec(text)?.[0];
  const reference = typed === undefined ? undefined : canonicalReference(typed);
  if (context.where !== 'personal') return notice(context, inPersonalChat(reference));
  if (reference === undefined) return notice(context, whichFigure(text));
  if (!context.exportLink) return notice(context, noPublicAddress);
  const recalled = await recall(reference, context);
  if (!recalled) return unknownReference(reference, context);
  // Made once already here: who presses a button should not learn only then that there is no file.
  const model = await exportModelOf(reference, { ...context, now: new Date() }, false);
  if ('problem' in model) return notice(context, { title: 'Dit cijfer kan ik niet exporteren', tone: 'warning', paragraphs: [model.text], buttons: [MENU_BUTTON] });
  const formats: readonly ExportFormat[] = ['xlsx', 'csv', ...(hasRows(recalled) ? ['rows-xlsx' as const, 'rows-csv' as const] : [])];
  return notice(context, offer(model, formats, context.exportLink, recalled.isProtected));
}

function offer(model: ExportModel, formats: readonly ExportFormat[], linkTo: LinkTo, isProtected: boolean): NoticeModel {
  const links = formats.map((format) => ({ format, ...linkTo(model.reference, format) }));
  const until = links.map(({ validUntil }) => validUntil.getTime()).reduce((a, b) => Math.min(a, b));
  return {
    title: 'Exporteren',
    paragraphs: [
      `${model.title}: ${model.value}${model.basis === undefined ? '' : ` (${model.basis})`}, ${model.knownAs}.`,
      `De links werken tot ${formatMoment(new Date(until).toISOString()).slice(-5)} uur. Wie de link heeft, kan het bestand ophalen: deel daarom het bestand, niet de link.`,
      isProtected ? 'Kleine aantallen zijn ook in het bestand beschermd.' : 'In een bestand met rijen staan codes van kinderen. Geef dat alleen aan wie ze mag zien.',
    ],
    facts: formats.map((format) => ({ label: LABELS[format], value: exportedName(model.fileName, format) })),
    buttons: [...links.map(({ format, url }): Button => ({ title: LABELS[format], url })), ...(isProtected ? [] : [askButton('Toon berekening', `toon berekening ${model.reference}`)]), MENU_BUTTON],
  };
}

/** A link is a key to the file, and in a channel everybody would have it. */
function inPersonalChat(reference: string | undefined): NoticeModel {
  return {
    title: 'Exporteren doet u in de persoonlijke chat',
    tone: 'warning',
    paragraphs: [`In een kanaal of groepsgesprek kan iedereen de link gebruiken. Stuur mij in onze persoonlijke chat: exporteer ${reference ?? 'KL-…'}`, 'Een cijfer dat hier is gevraagd, blijft ook in het bestand beschermd.'],
    buttons: [MENU_BUTTON],
  };
}

function whichFigure(text: string): NoticeModel {
  const question = text.trim().slice(0, 200);
  return {
    title: 'Welk cijfer wilt u exporteren?',
    paragraphs: ['Vraag eerst het cijfer, en kies dan “Exporteren” op het antwoord. Of typ de referentie erbij, bijvoorbeeld: exporteer KL-7F3K-9Q2M.'],
    buttons: [question === '' ? askButton('Bereik nu', 'bereik') : askButton('Vraag dit cijfer', question), MENU_BUTTON],
  };
}

const noPublicAddress: NoticeModel = {
  title: 'Exporteren staat nog niet aan',
  tone: 'warning',
  paragraphs: ['Een bestand krijgt u via een link naar de server van Kansenlijn, en het adres daarvan is nog niet ingesteld. Vraag de beheerder om PUBLIC_URL in te stellen. Al het andere werkt gewoon.'],
  buttons: [MENU_BUTTON],
};

const notice = (context: KnownContext, model: NoticeModel): Reply => noticeReply({ actingAs: actingAsLabel(context.person.roles), ...model });
