import type { NoticeModel } from '../../cards/models.ts';
import type { DemoRoles, TurnContext } from './context.ts';
import { pageOf } from './menu.ts';

/** The list of demo people, each a button. */
export async function demoRoleChoice(demo: DemoRoles, page: number): Promise<NoticeModel> {
  const buttons = (await demo.people()).map((person) => ({ title: person.label, verb: 'demo.act', data: { as: person.aadObjectId } }));
  return {
    title: 'Als wie wilt u verder?',
    paragraphs: ['Dit is een demo met verzonnen kinderen. Kies een rol; uw volgende antwoord geldt voor die rol. Wisselen kan altijd met “wissel van rol”.'],
    buttons: pageOf(buttons, page, (next) => ({ title: 'Meer…', verb: 'demo.roles', data: { page: next } })),
  };
}

/** Finds the one demo person that the words fit; nobody when several do. */
export async function demoPersonNamed(demo: DemoRoles, words: string): Promise<string | undefined> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = (await demo.people()).filter((person) => wanted.every((word) => `${person.label} ${person.fullLabel}`.toLowerCase().includes(word)));
  return wanted.length > 0 && fitting.length === 1 ? fitting[0]!.aadObjectId : undefined;
}

/** Switches and confirms. The new role holds from the next turn on; this turn's transaction is the old person's. */
export async function actAs(context: TurnContext, user: string, demoPerson: unknown): Promise<NoticeModel> {
  const demo = context.demo!;
  const person = (await demo.people()).find((candidate) => candidate.aadObjectId === demoPerson);
  if (!person) return demoRoleChoice(demo, 0);
  await demo.switchTo(user, person.aadObjectId);
  return {
    title: `U bent nu: ${person.fullLabel}`,
    tone: 'good',
    paragraphs: ['Alles wat u nu vraagt of vastlegt, geldt voor deze rol.'],
    buttons: [{ title: 'Menu', verb: 'menu.open' }, { title: 'Andere rol', verb: 'demo.roles' }],
  };
}
