import type { FormValues } from '../../../cards/models.ts';
import type { AnyDialog, FormView, NoticeView, View } from '../../../dialogs/dialog.ts';
import type { Outcome } from '../world.ts';
import { handoverContext, type HandoverWorld } from './world.ts';

/** As the runner does: parse, check, and store when nothing stands in the way. */
export async function submit(dialog: AnyDialog, world: HandoverWorld, values: unknown, confirm = false): Promise<Outcome> {
  const parsed = dialog.input.safeParse(values);
  if (!parsed.success) return { errors: Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message])), findings: [] };
  const context = handoverContext(world);
  const findings = await dialog.check(context, parsed.data);
  if (findings.some(({ level }) => level === 'block' || (level === 'confirm' && !confirm))) return { findings };
  return { findings, receipt: await dialog.commit(context, parsed.data, []) };
}

export const open = (dialog: AnyDialog, world: HandoverWorld, values: FormValues = {}): Promise<View> => dialog.form(handoverContext(world), values);

export async function openForm(dialog: AnyDialog, world: HandoverWorld, values: FormValues = {}): Promise<FormView> {
  const view = await open(dialog, world, values);
  if (view.kind !== 'form') throw new Error(`a notice instead of a form: ${view.title}: ${view.paragraphs.join(' ')}`);
  return view;
}
export async function openNotice(dialog: AnyDialog, world: HandoverWorld, values: FormValues = {}): Promise<NoticeView> {
  const view = await open(dialog, world, values);
  if (view.kind !== 'notice') throw new Error(`a form instead of a notice: ${view.title}`);
  return view;
}
export const titles = (view: View): string[] => (view.buttons ?? []).map(({ title }) => title);
