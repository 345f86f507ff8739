import { z } from 'zod/v4';
import type { FormValues } from '../../cards/models.ts';
import { defineDialog, type AnyDialog, type DialogContext, type NoticeView, type Prefill } from '../dialog.ts';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
  readonly menu: 'main' | 'admin';
  prefill?(sentence: string, context: DialogContext): Promise<Prefill>;
  readonly show: (context: DialogContext, values: FormValues) => Promise<NoticeView>;
}

/** A dialog that only shows something: it has no form, so no key of it is ever issued and nothing comes back. */
export function defineNotice({ show, ...dialog }: Shown): AnyDialog {
  return defineDialog<never>({
    ...dialog,
    roles: ['official'],
    form: show,
    input: z.never(),
    check: async () => [],
    commit: async () => { throw new Error(`${dialog.id} stores nothing`); },
  });
}
