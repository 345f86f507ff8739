import type { z } from 'zod/v4';
import type { Button, Field, FormValues, NoticeModel, ReceiptModel } from '../cards/models.ts';
import type { Finding, IsoDate, ResolvedPolicy } from '../src/policy/engine/types.ts';
import type { Person, Ports, Role, RoleGrant } from './ports.ts';

/** All that a dialog may use. One object a turn; its ports live in one transaction. */
export interface DialogContext {
  readonly ports: Ports;
  readonly person: Person;
  /** The person's roles that this dialog is for; never empty. */
  readonly grants: readonly RoleGrant[];
  readonly today: IsoDate;
  /** The policy of a municipality on a day; undefined when none is recorded. */
  policy(municipalityCode: string, day: IsoDate): ResolvedPolicy | undefined;
}

/** What a dialog asks. The runner adds the acting-as line, findings, errors, the key and the save button. */
export interface FormView {
  readonly kind: 'form';
  readonly title: string;
  readonly intro?: string;
  /** What is on record already, to look at before one stores. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly fields: readonly Field[];
  /** Goes along with the submission, unseen: the version of a record that is corrected. */
  readonly hidden?: FormValues;
  /** Filled in beforehand where the values that came along say nothing: today, the only group. */
  readonly defaults?: FormValues;
  /** Title of the button that stores; "Opslaan" when absent. */
  readonly submitTitle?: string;
  /** Replaces the save button, for a step that only chooses what to do next. */
  readonly buttons?: readonly Button[];
  /** Replaces the cancel button, where earlier steps were stored already. */
  readonly cancel?: Button;
  /** After the save and cancel buttons: a step back. */
  readonly moreButtons?: readonly Button[];
}

/** Nothing to fill in: no children, no right, already changed. Says why and what can be done instead. */
export interface NoticeView extends NoticeModel { readonly kind: 'notice' }

export type View = FormView | NoticeView;

/** Values and a remark, read from a short sentence such as "PU-4KX7-9TM9 verhuisd per 1 maart". */
export interface Prefill { readonly values: FormValues; readonly notice?: string }

/** The form that follows when one form is a step of several. */
export interface NextForm { readonly dialog: string; readonly values: FormValues }

/** With `next`, that form is shown in the place of the receipt, which stays for a second press. */
export type Receipt = Omit<ReceiptModel, 'actingAs' | 'findings'> & { readonly next?: NextForm };

/**
 * A conversation as data with a few functions. No state of its own: values travel in the
 * card, everything is checked again when they come back.
 */
export interface Dialog<Input> {
  /** Also the prefix of its verbs: `exit.open`, `exit.submit`. */
  readonly id: string;
  /** On the menu button: "Uitstroom melden". */
  readonly title: string;
  /** Dutch phrases that open it, lower case; what follows the phrase is the sentence. */
  readonly phrases: readonly string[];
  readonly roles: readonly Role[];
  /** Where its button stands: on the main menu (also when absent), or under "Beheer". */
  readonly menu?: 'main' | 'admin';
  /** What comes with the phrase may be a question for a figure (“overdrachten te laat”); then it is answered, also for who may fill the form. */
  readonly yieldsToQuestions?: boolean;
  /** The phrase itself says something ("weigering"), so it stays in front of the sentence. */
  readonly readsPhrase?: boolean;
  /** For whom it is on the menu; absent: for all of its roles. Empty for a step of another dialog, which opens it. */
  readonly menuRoles?: readonly Role[];
  /** The highlight and the copyable text of its receipt are shown once and must not be kept: a repeated receipt leaves them out. */
  readonly highlightIsSecret?: boolean;
  prefill?(sentence: string, context: DialogContext): Promise<Prefill>;
  form(context: DialogContext, values: FormValues): Promise<View>;
  /** Parses the values of the form; messages are Dutch and stand with the field of their path. */
  readonly input: z.ZodType<Input>;
  /** Rules -> findings. Also says what cannot be right because of the person's rights or an outdated card. */
  check(context: DialogContext, input: Input): Promise<readonly Finding[]>;
  /** Stores, within the transaction that `check` ran in. */
  commit(context: DialogContext, input: Input, confirmations: readonly string[]): Promise<Receipt>;
}

/** A dialog whose input type is nobody's business but its own. */
export type AnyDialog = Dialog<unknown>;

/** Keeps the input type inside while the registry sees dialogs of one type. */
export function defineDialog<Input>(dialog: Dialog<Input>): AnyDialog {
  return dialog;
}

/**
 * Thrown by `commit` when a record that `check` saw is no longer current, because somebody
 * else changed it in between. The transaction must be rolled back and the form opened again.
 */
export class RecordChangedError extends Error {
  readonly code = 'record_changed';
  /** For the person: cause and next step. */
  readonly dutch = 'Deze gegevens zijn intussen gewijzigd. Er is niets opgeslagen. Open het formulier opnieuw.';
  constructor(what: string) {
    super(`no longer current: ${what}`);
    this.name = 'RecordChangedError';
  }
}
