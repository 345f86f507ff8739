import { finding, type Rule } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { HANDOVER_DUTY, handoverRule } from '../../src/policy/handover/index.ts';

const ONE_HANDOVER: Rule = { id: 'handover-one-a-child', citation: handoverRule('Eén overdracht per kind') };
const ALSO_FILLED_IN: Rule = { id: 'handover-also-filled-in', citation: handoverRule('Ook door een ander ingevuld') };
const NO_ANSWER: Rule = { id: 'handover-no-answer', citation: handoverRule('Nog geen antwoord van de ouders') };
const CONSENT: Rule = { id: 'handover-consent', citation: HANDOVER_DUTY };

export const handoverElsewhere = (): Finding => finding(ONE_HANDOVER, 'block', 'Een andere locatie bereidt de overdracht van dit kind al voor. Neem contact op met die locatie, of met de gemeente.');
export const handoverKnown = (text: string): Finding => finding(ONE_HANDOVER, 'block', text);
export const alsoFilledIn = (): Finding =>
  finding(ALSO_FILLED_IN, 'confirm', 'Een collega heeft dit onderdeel ook ingevuld nadat u het opende. Hieronder staat wat u typte. Slaat u het op, dan vervangt het wat de collega schreef.');
export const noAnswerYet = (): Finding =>
  finding(NO_ANSWER, 'confirm', 'Er is nog geen antwoord van de ouders op de vraag om toestemming. Alleen het programma, de start en de uren gaan mee. Wilt u nu versturen?');
export const noConsent = (): Finding =>
  finding(CONSENT, 'block', 'Er is geen toestemming van de ouders vastgelegd. Zonder toestemming kan hier niets over het kind worden ingevuld of bewaard.');
export const contentWillGo = (count: number): Finding =>
  finding(CONSENT, 'confirm', `Wat over het kind is ingevuld (${count} ${count === 1 ? 'onderdeel' : 'onderdelen'}) wordt nu gewist en komt niet terug. Alleen het programma, de start en de uren blijven. Wilt u doorgaan?`);
