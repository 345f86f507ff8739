import { ADMIN_DIALOGS } from './admin/index.ts';
import { correctDialog } from './correct.ts';
import type { AnyDialog } from './dialog.ts';
import { exitDialog } from './exit.ts';
import { guidanceBacklogDialog } from './guidance-backlog.ts';
import { guidanceDialog } from './guidance.ts';
import { handoverDialogs } from './handover/index.ts';
import { indicationDialog } from './indication.ts';
import { intakeDialog } from './intake.ts';
import { inviteDialog } from './invite.ts';
import { joinDialog } from './join.ts';
import { weekPostSettingsDialog } from './week-post/settings.ts';
import { turningFourDialog } from './turning-four.ts';
import { resultDialogs } from './results/index.ts';
import { withdrawDialog } from './withdraw.ts';

export interface DialogMatch {
  readonly dialog: AnyDialog;
  /** What follows the phrase, as typed; with the phrase for a dialog that reads it. */
  readonly sentence: string;
}

export interface DialogRegistry {
  /** In the order of the menu. */
  readonly dialogs: readonly AnyDialog[];
  readonly dialogById: (id: string) => AnyDialog | undefined;
  /**
   * The dialog whose phrase the text begins with, longest phrase first, on whole words.
   * Text that ends with a question mark asks for something and opens no form.
   */
  readonly matchDialog: (text: string) => DialogMatch | undefined;
}

/** Throws at start on an id or phrase that two dialogs claim: one of them would never open. */
export function createRegistry(list: readonly AnyDialog[]): DialogRegistry {
  const byId = new Map<string, AnyDialog>();
  const byPhrase = new Map<string, AnyDialog>();
  for (const dialog of list) {
    if (byId.has(dialog.id)) throw new Error(`two dialogs with the id ${dialog.id}`);
    byId.set(dialog.id, dialog);
    for (const phrase of dialog.phrases) addPhrase(byPhrase, phrase, dialog);
  }
  const openers = [...byPhrase].sort(([a], [b]) => b.length - a.length).map(([phrase, dialog]) => ({ dialog, pattern: opener(phrase) }));
  return { dialogs: list, dialogById: (id) => byId.get(id), matchDialog: (text) => match(openers, text) };
}

function addPhrase(byPhrase: Map<string, AnyDialog>, phrase: string, dialog: AnyDialog): void {
  if (phrase !== phrase.trim().toLowerCase() || phrase === '') throw new Error(`the phrase ${JSON.stringify(phrase)} of ${dialog.id} can never be matched`);
  const owner = byPhrase.get(phrase);
  if (owner) throw new Error(`the phrase ${phrase} opens both ${owner.id} and ${dialog.id}`);
  byPhrase.set(phrase, dialog);
}

interface Opener { readonly dialog: AnyDialog; readonly pattern: RegExp }

const opener = (phrase: string): RegExp =>
  new RegExp(`^${phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')}(?=\\s|$)`, 'iu');

function match(openers: readonly Opener[], typed: string): DialogMatch | undefined {
  const text = typed.trim();
  if (text.endsWith('?')) return undefined;
  for (const { dialog, pattern } of openers) {
    const found = pattern.exec(text);
    if (found) return { dialog, sentence: dialog.readsPhrase ? text : text.slice(found[0].length).trim() };
  }
  return undefined;
}

/** Adding a form is one file and one line here. */
export const { dialogs, dialogById, matchDialog } = createRegistry([
  intakeDialog,
  exitDialog,
  turningFourDialog,
  ...handoverDialogs,
  ...resultDialogs,
  indicationDialog,
  guidanceDialog,
  guidanceBacklogDialog,
  joinDialog,
  ...ADMIN_DIALOGS,
  weekPostSettingsDialog,
  correctDialog,
  withdrawDialog,
  inviteDialog,
]);
