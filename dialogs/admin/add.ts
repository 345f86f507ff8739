import { z } from 'zod/v4';
import type { Field, FormValues } from '../../cards/models.ts';
import { inOrder } from '../../src/policy/engine/findings.ts';
import type { Finding } from '../../src/policy/engine/types.ts';
import { MENU, open } from '../buttons.ts';
import { defineDialog, RecordChangedError, type AnyDialog, type DialogContext, type NoticeView, type Receipt } from '../dialog.ts';
import { chosenId, required } from '../fields.ts';
import type { Municipality } from '../ports.ts';
import { cannotManage } from './findings.ts';
import { askMunicipality, municipalityOf } from './municipality.ts';

interface Addition<Answers> {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
  /** Title of the receipt: "Locatie toegevoegd". */
  readonly done: string;
  readonly again: string;
  /** What has to be there first: says what and how, or undefined. */
  missing?(context: DialogContext, municipality: Municipality): Promise<string | undefined>;
  fields(context: DialogContext, municipality: Municipality): Promise<readonly Field[]>;
  defaults?(context: DialogContext): FormValues;
  readonly shape: { readonly [K in keyof Answers]: z.ZodType<Answers[K]> };
  check(context: DialogContext, municipality: Municipality, answers: Answers): Promise<readonly (Finding | undefined)[]>;
  commit(context: DialogContext, municipality: Municipality, answers: Answers): Promise<Pick<Receipt, 'facts'> & { readonly next?: Receipt['buttons'] }>;
}

/** A form that adds something to a municipality of the official. */
export function defineAddition<Answers extends object>(addition: Addition<Answers>): AnyDialog {
  type Input = Answers & { readonly municipality: string };
  const input = z.object({ ...addition.shape, municipality: required(chosenId('Kies de gemeente.')) }) as unknown as z.ZodType<Input>;
  return defineDialog<Input>({
    id: addition.id, title: addition.title, phrases: addition.phrases, roles: ['official'], menu: 'admin', input,
    async form(context, values) {
      const municipality = municipalityOf(context, values['municipality'] || undefined);
      if (!municipality) return askMunicipality(context, addition);
      const missing = await addition.missing?.(context, municipality);
      if (missing !== undefined) return somethingFirst(missing);
      return {
        kind: 'form', title: addition.title, intro: `U voegt dit toe voor ${municipality.name}.`, fields: await addition.fields(context, municipality),
        hidden: { municipality: municipality.code }, defaults: addition.defaults?.(context) ?? {}, submitTitle: 'Toevoegen',
      };
    },
    async check(context, answers) {
      const municipality = municipalityOf(context, answers.municipality);
      if (!municipality) return [notYourMunicipality()];
      return inOrder(await addition.check(context, municipality, answers));
    },
    async commit(context, answers) {
      const municipality = municipalityOf(context, answers.municipality);
      if (!municipality) throw new RecordChangedError('role');
      const { facts, next = [] } = await addition.commit(context, municipality, answers);
      return { title: addition.done, facts: [...facts, { label: 'Gemeente', value: municipality.name }], buttons: [...next, open(addition.id, addition.again), open('admin', 'Beheer'), MENU] };
    },
  });
}

export const notYourMunicipality = (): Finding => cannotManage('Voor deze gemeente doet u geen beheer. Kies een van uw eigen gemeenten.');

export const somethingFirst = (text: string): NoticeView =>
  ({ kind: 'notice', title: 'Eerst iets anders', tone: 'warning', paragraphs: [text], buttons: [open('admin', 'Beheer'), MENU] });
