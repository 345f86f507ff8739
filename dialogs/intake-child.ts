import type { Finding, IsoDate } from '../src/policy/engine/types.ts';
import { ageInMonths } from '../src/policy/engine/days.ts';
import { dutchAge, dutchDay } from '../src/policy/engine/dutch.ts';
import type { DialogContext } from './dialog.ts';
import { present } from './fields.ts';
import { alreadyPlaced, birthDateUnlikely, birthDateWrong, codeDoesNotFit, likelyDouble, notYours, tooManyTries } from './findings.ts';
import { locationsOf } from './placement-form.ts';
import type { Child, Group } from './ports.ts';

/** How the form names the child: from the list, by code and birth date, or a new one by birth date. */
export interface ChildAnswers {
  /** Code of a child in the person's own list. */
  readonly child?: string | undefined;
  readonly code?: string | undefined;
  readonly birthDate?: IsoDate | undefined;
  readonly municipality?: string | undefined;
  readonly neighbourhood?: string | undefined;
}

/** The child of an intake: on record already, or to be registered when everything is right. */
export type Subject =
  | { readonly kind: 'known'; readonly child: Child }
  | { readonly kind: 'new'; readonly birthDate: IsoDate; readonly municipalityCode: string; readonly neighbourhoodId?: string }
  | { readonly kind: 'refused'; readonly finding: Finding };

const refused = (finding: Finding): Subject => ({ kind: 'refused', finding });

export async function subjectOf(context: DialogContext, answers: ChildAnswers, group: Group): Promise<Subject> {
  if (answers.child !== undefined) return listedChild(context, answers.child, answers.birthDate, group);
  if (answers.birthDate === undefined) return refused(notYours('Kies een kind, of vul de geboortedatum in.'));
  if (answers.code !== undefined) return linkedChild(context, answers.code, answers.birthDate, group.locationId);
  return newChild(context, answers, answers.birthDate, group);
}

async function listedChild(context: DialogContext, code: string, birthDate: IsoDate | undefined, group: Group): Promise<Subject> {
  const { placements } = context.ports;
  const child = (await placements.childrenWithoutPlacement()).find((one) => one.code === code);
  if (!child) return refused(notYours('Dit kind staat niet (meer) in uw lijst. Kies een kind uit de lijst, of vul de code en de geboortedatum in.'));
  if (birthDate !== undefined && birthDate !== child.birthDate) return refused(codeDoesNotFit());
  // With several locations the list does not say which of them may see the child.
  if (locationsOf(await placements.groups()).length === 1) return { kind: 'known', child };
  return linkedChild(context, code, child.birthDate, group.locationId);
}

/** A wrong try is kept and counted, also when the form comes back: that is what stops guessing. */
async function linkedChild({ ports }: DialogContext, code: string, birthDate: IsoDate, locationId: string): Promise<Subject> {
  const outcome = await ports.children.link(code, birthDate, locationId);
  if (outcome === 'too_many') return refused(tooManyTries());
  if (outcome === 'forbidden') return refused(notYours('U kunt voor deze locatie geen instroom melden. Kies een groep uit de lijst.'));
  const child = outcome === 'linked' ? await ports.children.byCode(code) : undefined;
  return child ? { kind: 'known', child } : refused(codeDoesNotFit());
}

async function newChild({ ports: { children } }: DialogContext, answers: ChildAnswers, birthDate: IsoDate, group: Group): Promise<Subject> {
  const municipalityCode = answers.municipality ?? group.municipalityCode;
  const municipality = (await children.municipalities()).find(({ code }) => code === municipalityCode);
  if (!municipality) return refused(notYours('Deze woongemeente is niet bekend. Kies een gemeente uit de lijst.'));
  const { neighbourhood } = answers;
  const isKnown = neighbourhood === undefined || (await children.neighbourhoods(municipalityCode)).some(({ id }) => id === neighbourhood);
  if (!isKnown) return refused(notYours(`De gekozen wijk of kern ligt niet in ${municipality.name}. Kies een andere, of laat de wijk leeg.`));
  return { kind: 'new', birthDate, municipalityCode, ...present('neighbourhoodId', neighbourhood) };
}

/** Doubts about who the child is, apart from the rules on the place. */
export async function doubtsAbout(context: DialogContext, subject: Exclude<Subject, { kind: 'refused' }>, start: IsoDate, vePlace: boolean): Promise<Finding[]> {
  if (subject.kind === 'known') return alreadyInGroup(context, subject.child, vePlace);
  return [...birthDateDoubts(subject.birthDate, start, vePlace, context.today), ...(await sameBirthDate(context, subject.birthDate))];
}

/** A second regular place beside another is possible, but mostly an intake that was sent twice. */
async function alreadyInGroup({ ports }: DialogContext, child: Child, vePlace: boolean): Promise<Finding[]> {
  const current = (await ports.placements.withoutExit()).find((one) => one.child.childId === child.childId);
  // Two VE places at once are blocked by the rule on overlap.
  if (!current || (vePlace && current.vePlace)) return [];
  return [alreadyPlaced(`${child.code} staat al sinds ${dutchDay(current.start)} in ${current.group.name}, zonder uitstroom. Wilt u daarnaast nog een plaatsing vastleggen?`)];
}

function birthDateDoubts(birthDate: IsoDate, start: IsoDate, vePlace: boolean, today: IsoDate): Finding[] {
  if (birthDate > today) return [birthDateWrong(`De geboortedatum ${dutchDay(birthDate)} ligt in de toekomst. Controleer de geboortedatum.`)];
  const ageMonths = ageInMonths(birthDate, start);
  // For a VE place the rule on the age window speaks.
  if (vePlace || ageMonths < 48) return [];
  return [birthDateUnlikely(`Het kind is op de startdatum ${dutchAge(ageMonths)}. Klopt de geboortedatum ${dutchDay(birthDate)}?`)];
}

/** A child without a code gets one; somebody may have given it one before. */
async function sameBirthDate({ ports: { placements } }: DialogContext, birthDate: IsoDate): Promise<Finding[]> {
  const own = [...(await placements.childrenWithoutPlacement()), ...(await placements.withoutExit()).map(({ child }) => child)];
  const codes = [...new Set(own.filter((child) => child.birthDate === birthDate).map(({ code }) => code))];
  if (codes.length === 0) return [];
  return [likelyDouble(`Bij uw locatie is al een kind bekend dat op ${dutchDay(birthDate)} geboren is: ${codes.slice(0, 5).join(', ')}. Is dit een ander kind?`)];
}
