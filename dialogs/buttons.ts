import type { Button, FormValues } from '../cards/models.ts';

/** Next steps after a receipt or in a notice. Values go along at the top level of the data. */
export const open = (dialogId: string, title: string, values: FormValues = {}): Button => ({ title, verb: `${dialogId}.open`, data: values });
export const MENU: Button = { title: 'Menu', verb: 'menu.open' };
export const CORRECT: Button = open('correct', 'Corrigeren');
