import { finding, type Rule } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';

/** What the rules of the use say of agreements; written out in `dialogs/gebruiksregels.md`. */
const AGREEMENT: Rule = { id: 'one-agreement', citation: { document: 'Gebruiksregels Kansenlijn', section: 'Eén resultaatafspraak', status: 'read' } };

export const agreementReplaced = (text: string): Finding => finding(AGREEMENT, 'confirm', text);
