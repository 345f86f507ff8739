import type { Database, TurnSession } from '../../db/database.ts';
import { databaseFault } from './faults.ts';
import type { IsoDate, ResolvedPolicy } from '../policy/engine/types.ts';
import type { ExportLink } from '../export/link.ts';
import type { DemoRoles, TurnContext } from './context.ts';
import type { FormKeys } from './form-key.ts';
import { MENU_BUTTON, menu, stranger } from './menu.ts';
import { noticeReply } from './replies.ts';
import { routeAction, routeText } from './routes.ts';
import type { Feature } from './feature.ts';
import type { ChannelEvent, HandleTurn, Reply, Turn } from './types.ts';

/** Longer than any question or note; the channel allows more. */
export const MAX_TEXT_LENGTH = 4_000;

/** A turn of somebody who waits for an answer. */
type AskingTurn = Exclude<Turn, ChannelEvent>;

export interface ProductParts {
  readonly database: Database;
  readonly formKeys: FormKeys;
  /** The calendar day in the Netherlands, or the fixed day of a demo. */
  today(): IsoDate;
  policy(municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined;
  /** Makes addresses of files; undefined when there is no public address. */
  exportLinks(): ((link: ExportLink) => { readonly url: string; readonly validUntil: Date }) | undefined;
  readonly demo?: DemoRoles;
  /** The moment, on the day that `today` gives. */
  now(): Date;
  readonly features: readonly Feature[];
  /** Notes what happened to a channel; nobody is answered. */
  channelEvent(event: ChannelEvent): Promise<void>;
}

/** The product as the channel sees it: one transaction a turn, one reply. */
export function createHandleTurn(parts: ProductParts): HandleTurn {
  return async (turn) => {
    if (turn.kind === 'removed' || turn.kind === 'renamed') {
      await parts.channelEvent(turn);
      return [];
    }
    const sender = turn.sender.aadObjectId;
    if (!sender) return [noticeReply(anonymous)];
    const early = withoutDatabase(turn);
    if (early) return [early];
    const identity = { tenantId: turn.sender.tenantId, aadObjectId: sender };
    const acting = parts.demo ? parts.demo.actingAs(identity) : identity;
    try {
      const result = await parts.database.inTurn(acting, activityKey(turn), (session) => route(turn, contextOf(turn, session, parts, acting), sender));
      return result.fresh ? [result.value] : [];
    } catch (error) {
      throw databaseFault(error);
    }
  };
}

/**
 * The channel sends an activity again when our answer was late. A message or a form sent
 * as one is handled once. An invoke needs an answer each time; the key in its form sees to
 * it that it stores once.
 */
function activityKey(turn: Turn): string | undefined {
  if (turn.kind === 'installed') return `welcome|${turn.conversationId}`;
  return turn.kind === 'action' && turn.invoke ? undefined : `${turn.conversationId}|${turn.activityId}`;
}

function contextOf(turn: AskingTurn, { person, ports }: TurnSession, parts: ProductParts, acting: Pick<ExportLink, 'tenantId' | 'aadObjectId'>): TurnContext {
  const linkTo = parts.exportLinks();
  return {
    where: turn.where,
    conversationId: turn.conversationId,
    ports,
    today: parts.today(),
    now: parts.now(),
    features: parts.features,
    ...(turn.channel ? { channel: turn.channel } : {}),
    formKeys: parts.formKeys,
    policy: (code, day) => parts.policy(code, day),
    ...(person ? { person } : {}),
    ...(linkTo ? { exportLink: (reference, format) => linkTo({ reference, format, ...acting }) } : {}),
    ...(parts.demo ? { demo: parts.demo } : {}),
  };
}

async function route(turn: AskingTurn, context: TurnContext, sender: string): Promise<Reply> {
  switch (turn.kind) {
    case 'message': return routeText(turn.text, context, sender);
    case 'action': return routeAction(turn.verb, turn.data, context, sender);
    case 'installed': return noticeReply(context.person ? menu({ ...context, person: context.person }) : stranger(context));
  }
}

function withoutDatabase(turn: Turn): Reply | undefined {
  if (turn.kind !== 'message' || turn.text.length <= MAX_TEXT_LENGTH) return undefined;
  return noticeReply({
    title: 'Uw bericht is te lang',
    paragraphs: [`Ik lees berichten tot ${MAX_TEXT_LENGTH.toLocaleString('nl-NL')} tekens. Er is niets opgeslagen. Stel uw vraag in één zin, of kies een knop.`],
    buttons: [MENU_BUTTON],
  });
}

const anonymous = {
  title: 'Ik kan u hier niet herkennen',
  paragraphs: ['U doet mee zonder account van een organisatie. Meld u aan met uw werkaccount om cijfers te zien of iets vast te leggen.'],
  buttons: [],
};
