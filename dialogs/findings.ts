import { finding, type Rule } from '../src/policy/engine/findings.ts';
import type { Finding } from '../src/policy/engine/types.ts';

/**
 * Findings that need the world to be asked: rights, cards that are out of date, codes.
 * They are written out in `gebruiksregels.md` next to this file; rules on the content of
 * a record are in `src/policy`.
 */
const rule = (id: string, section: string): Rule => ({ id, citation: { document: 'Gebruiksregels Kansenlijn', section, status: 'read' } });

const NOT_YOURS = rule('not-yours', 'Eigen gegevens');
const RECORD_CHANGED = rule('record-changed', 'Intussen gewijzigd');
const CHILD_CODE = rule('child-code', 'Code van het kind');
const ONE_CHILD = rule('one-child-one-code', 'Eén kind, één code');
const BIRTH_DATE = rule('birth-date', 'Geboortedatum');
const SECOND_INDICATION = rule('second-indication', 'Eén indicatie tegelijk');
const ALREADY_PLACED = rule('already-placed', 'Eén plaatsing tegelijk');
const OPEN_GROUP = rule('group-open', 'Openen en sluiten');
const INVITATION = rule('invitation', 'Uitnodigen');

/** A choice that is not (or no longer) in the person's list: a forged or an old card. */
export const notYours = (text: string): Finding => finding(NOT_YOURS, 'block', text);

export const recordChanged = (): Finding =>
  finding(RECORD_CHANGED, 'block', 'Deze gegevens zijn intussen gewijzigd of horen niet bij u. Open het formulier opnieuw om te zien wat er nu staat.');

/** Never says which of the two is wrong: that would help somebody who guesses codes. */
export const codeDoesNotFit = (): Finding =>
  finding(CHILD_CODE, 'block', 'Deze code en geboortedatum horen niet bij elkaar. Controleer ze allebei op de brief van het consultatiebureau.');

export const tooManyTries = (): Finding =>
  finding(CHILD_CODE, 'block', 'U hebt te vaak een code en geboortedatum ingevuld die niet bij elkaar horen. Wacht een uur, en vraag het consultatiebureau (JGZ) om de juiste code.');

export const codeUnknown = (code: string): Finding =>
  finding(CHILD_CODE, 'block', `De code ${code} is niet bekend in uw gemeente. Controleer de code.`);

export const cannotJoin = (text: string): Finding => finding(ONE_CHILD, 'block', text);
export const likelyDouble = (text: string): Finding => finding(ONE_CHILD, 'confirm', text);
export const birthDateWrong = (text: string): Finding => finding(BIRTH_DATE, 'block', text);
export const birthDateUnlikely = (text: string): Finding => finding(BIRTH_DATE, 'confirm', text);
export const secondIndication = (text: string): Finding => finding(SECOND_INDICATION, 'confirm', text);
export const alreadyPlaced = (text: string): Finding => finding(ALREADY_PLACED, 'confirm', text);
export const groupClosed = (text: string): Finding => finding(OPEN_GROUP, 'block', text);
export const cannotInvite = (text: string): Finding => finding(INVITATION, 'block', text);
