import type { NoticeModel } from '../../cards/models.ts';
import type { TurnContext } from './context.ts';
import { MENU_BUTTON } from './menu.ts';

/**
 * "code ABCD-EFGH-JKLM", or the code alone. Not a child's code, which begins with two
 * letters and a dash. Alone it must be of the signs that codes are made of, or "instroom
 * 2026" would be one.
 */
export const INVITATION_CODE = /^(?:(?:uitnodigings)?code\s*:?\s*|(?=[2-9a-hjkmnp-tv-z -]+$))([0-9a-z]{4}[- ]?[0-9a-z]{4}[- ]?[0-9a-z]{4})$/i;

/** Gives the sender the role of the invitation; never says why a code is not right. */
export async function redeemCode(context: TurnContext, code: string): Promise<NoticeModel> {
  if (context.where !== 'personal') {
    return { title: 'Typ uw code in de persoonlijke chat', tone: 'warning', paragraphs: ['Een uitnodigingscode is van u alleen. Stuur hem mij in onze persoonlijke chat.'], buttons: [] };
  }
  const outcome = await context.ports.people.redeem(code);
  if (outcome === 'redeemed') {
    return { title: 'Welkom, uw rol staat klaar', tone: 'good', paragraphs: ['Uw code is gebruikt en werkt niet nog eens. Open het menu om te zien wat u hier kunt doen.'], buttons: [MENU_BUTTON] };
  }
  const paragraphs = outcome === 'too_many'
    ? ['U heeft vijf keer een code geprobeerd die niet klopte. Probeer het over een uur opnieuw, of vraag de beleidsadviseur om een nieuwe code.']
    : ['Deze code is onbekend, al gebruikt of verlopen. Kijk of u hem goed heeft overgenomen, of vraag de beleidsadviseur om een nieuwe.'];
  return { title: 'Deze code werkt niet', tone: 'warning', paragraphs, buttons: context.person ? [MENU_BUTTON] : [] };
}
