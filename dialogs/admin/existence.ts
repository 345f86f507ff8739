import { dutchCount, dutchDay } from '../../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../../src/policy/engine/types.ts';
import type { DialogContext } from '../dialog.ts';
import { cannotClose, unlikelyDay } from './findings.ts';
import type { Existence, Place } from './port.ts';

/** Rules for the days between which a location or group exists. */
export async function existenceFindings(context: DialogContext, place: Place, what: string, was: Existence, will: Existence): Promise<(Finding | undefined)[]> {
  const opens = will.openedOn !== was.openedOn ? will.openedOn : undefined;
  const closes = will.closedOn !== was.closedOn ? will.closedOn : undefined;
  return [
    order(will),
    opens === undefined ? undefined : await childrenBefore(context, place, what, opens),
    closes === undefined ? undefined : await childrenAfter(context, place, what, closes),
    unlikelyDay('De dag van openen', opens, context.today),
    unlikelyDay('De dag van sluiten', closes, context.today),
  ];
}

function order({ openedOn, closedOn }: Existence): Finding | undefined {
  if (openedOn === undefined || closedOn === undefined || openedOn < closedOn) return undefined;
  return cannotClose(`De dag van sluiten (${dutchDay(closedOn)}) ligt niet na de dag van openen (${dutchDay(openedOn)}).`);
}

async function childrenAfter({ ports: { admin } }: DialogContext, place: Place, what: string, day: IsoDate): Promise<Finding | undefined> {
  const children = await admin.childrenFrom(place, day);
  if (children === 0) return undefined;
  return cannotClose(`Bij ${what} ${children === 1 ? 'is' : 'zijn'} op of na ${dutchDay(day)} nog ${dutchCount(children, 'kind', 'kinderen')} geplaatst. `
    + 'Laat de kinderopvang eerst hun uitstroom melden, of kies een latere dag.');
}

async function childrenBefore({ ports: { admin } }: DialogContext, place: Place, what: string, day: IsoDate): Promise<Finding | undefined> {
  const children = await admin.childrenBefore(place, day);
  if (children === 0) return undefined;
  return cannotClose(`Bij ${what} ${children === 1 ? 'is' : 'zijn'} vóór ${dutchDay(day)} al ${dutchCount(children, 'kind', 'kinderen')} geplaatst. Kies een eerdere dag van openen.`);
}

/** "open per 01-08-2026 · gesloten per 01-08-2027". */
export const existenceFacts = ({ openedOn, closedOn }: Existence): { label: string; value: string }[] => [
  ...(openedOn === undefined ? [] : [{ label: 'Geopend per', value: dutchDay(openedOn) }]),
  ...(closedOn === undefined ? [] : [{ label: 'Gesloten per', value: dutchDay(closedOn) }]),
];
export const closedWord = ({ closedOn }: Existence): string | undefined => (closedOn === undefined ? undefined : `gesloten per ${dutchDay(closedOn)}`);
