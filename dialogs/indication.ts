import { z } from 'zod/v4';
import type { Field, FormValues } from '../cards/models.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import { inOrder } from '../src/policy/engine/findings.ts';
import type { Finding, IsoDate } from '../src/policy/engine/types.ts';
import { checkIndication } from '../src/policy/national/indication.ts';
import { CORRECT, MENU, open } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { childCode, chosenCode, chosenId, CODE_MAX, isoDay, optional, present, toDay } from './fields.ts';
import { birthDateWrong, codeDoesNotFit, codeUnknown, notYours, secondIndication } from './findings.ts';
import { answerFields, answersNotOffered, establishedFacts, groundsOn, groundsShape, groundsToStore, originField, readAnswers } from './grounds.ts';
import { grantFor, ownChild, ownMunicipalities } from './health-scope.ts';
import type { Child } from './ports.ts';
import { dayFor, readForForm, toPrefill } from './sentence.ts';

const input = z.object({
  code: optional(childCode()),
  birthDate: optional(isoDay('Vul de geboortedatum in.')),
  municipality: optional(chosenId('Kies de gemeente.')),
  neighbourhood: optional(chosenId('Kies de wijk of kern.')),
  /** Only where the policy has a re-indication; absent is a first one. */
  origin: optional(chosenCode(['first', 're_indication'], 'Kies de soort indicatie.')),
  ...groundsShape,
}).superRefine(({ code, birthDate }, context) => {
  if (code === undefined && birthDate === undefined) context.addIssue({ code: 'custom', path: ['birthDate'], message: 'Vul de geboortedatum in, of de code van een kind dat al bekend is.' });
});
type IndicationAnswers = z.infer<typeof input>;

const BORN = /\bgeb(?:oren)?(?: op)?(?![\p{L}])\.?/iu;

async function prefill(sentence: string, { today }: DialogContext): Promise<Prefill> {
  const isBirth = BORN.test(sentence);
  const reading = readForForm(sentence.replace(BORN, ' '), today, { called: isBirth ? 'geboortedatum' : 'datum van afgifte', latest: today });
  const values = { ...present('code', reading.childCode), ...dayFor(isBirth ? 'birthDate' : 'issuedOn', reading) };
  return toPrefill(values, reading.remarks);
}

async function form(context: DialogContext, values: FormValues): Promise<View> {
  const municipalities = ownMunicipalities(context);
  const code = await municipalityOfForm(context, values);
  const municipality = municipalities.find((one) => one.code === code);
  if (!municipality) return chooseMunicipality(context, values);
  const grounds = groundsOn(context, municipality.code, values['issuedOn']);
  if (!grounds) return noDefinition(municipality.name);
  const policy = context.policy(municipality.code, toDay(values['issuedOn'] ?? '') ?? context.today);
  const reIndication = policy?.reIndication?.value;
  return {
    kind: 'form',
    title: 'Indicatie afgeven',
    intro: `Gemeente ${municipality.name}. Zonder code krijgt het kind een nieuwe code, die u aan de ouders geeft.`,
    fields: [...(await childFields(context, municipality.code)), ...answerFields(grounds, policy?.groundsExclude?.value), ...(reIndication ? [originField(reIndication)] : [])],
    hidden: { municipality: municipality.code },
    defaults: { issuedOn: context.today, ...(reIndication ? { origin: 'first' } : {}) },
  };
}

/** Of the child when its code is given, else as chosen, else the only one. */
async function municipalityOfForm(context: DialogContext, values: FormValues): Promise<string | undefined> {
  const typed = childCode().safeParse(values['code']);
  const child = typed.success ? await ownChild(context, typed.data) : undefined;
  const municipalities = ownMunicipalities(context);
  return child?.municipalityCode ?? (values['municipality'] || undefined) ?? (municipalities.length === 1 ? municipalities[0]?.code : undefined);
}

/** The grounds differ by municipality, so that has to be known first. */
function chooseMunicipality(context: DialogContext, values: FormValues): View {
  const options = ownMunicipalities(context).map(({ code, name }) => ({ value: code, label: name }));
  return {
    kind: 'form',
    title: 'Indicatie afgeven',
    intro: 'In welke gemeente woont het kind?',
    fields: [{ kind: 'choice', id: 'municipality', label: 'Gemeente', required: true, options }],
    buttons: [{ title: 'Verder', verb: 'indication.open', data: values, withInputs: true, style: 'positive' }, MENU],
  };
}

function noDefinition(name: string): View {
  return {
    kind: 'notice',
    title: 'Geen doelgroepdefinitie vastgelegd',
    tone: 'warning',
    paragraphs: [`Voor ${name} is voor deze dag niet vastgelegd op welke gronden een indicatie wordt afgegeven. Vraag de beleidsadviseur van de gemeente om de doelgroepdefinitie; er wordt niets ingevuld of geraden.`],
    buttons: [open('indication', 'Opnieuw'), MENU],
  };
}

async function childFields({ ports }: DialogContext, municipalityCode: string): Promise<Field[]> {
  const neighbourhoods = await ports.children.neighbourhoods(municipalityCode);
  const neighbourhood: Field = { kind: 'choice', id: 'neighbourhood', label: 'Wijk of kern', placeholder: 'Niet bekend', options: neighbourhoods.map(({ id, name }) => ({ value: id, label: name })) };
  return [
    { kind: 'date', id: 'birthDate', label: 'Geboortedatum' },
    ...(neighbourhoods.length > 0 ? [neighbourhood] : []),
    { kind: 'text', id: 'code', label: 'Code van het kind', maxLength: CODE_MAX, hint: 'Alleen als het kind al een code heeft.' },
  ];
}

/** Where the child lives when it has no code yet. */
function residence(context: DialogContext, answers: IndicationAnswers): string | undefined {
  const municipalities = ownMunicipalities(context);
  const code = answers.municipality ?? (municipalities.length === 1 ? municipalities[0]?.code : undefined);
  return municipalities.find((one) => one.code === code)?.code;
}

async function check(context: DialogContext, answers: IndicationAnswers): Promise<readonly Finding[]> {
  const { code, birthDate } = answers;
  if (code === undefined) return checkNewChild(context, answers, birthDate ?? '');
  const child = await ownChild(context, code);
  if (!child) return [codeUnknown(code)];
  if (birthDate !== undefined && birthDate !== child.birthDate) return [codeDoesNotFit()];
  return inOrder([...(await indicatedAlready(context, child)), ...rules(context, answers, child.municipalityCode, child.birthDate)]);
}

async function checkNewChild(context: DialogContext, answers: IndicationAnswers, birthDate: IsoDate): Promise<readonly Finding[]> {
  const municipality = residence(context, answers);
  if (municipality === undefined) return [notYours('Voor deze gemeente kunt u geen indicatie afgeven. Kies een van uw eigen gemeenten.')];
  if (birthDate > context.today) return [birthDateWrong(`De geboortedatum ${dutchDay(birthDate)} ligt in de toekomst. Controleer de geboortedatum.`)];
  const { neighbourhood } = answers;
  const known = await context.ports.children.neighbourhoods(municipality);
  if (neighbourhood !== undefined && !known.some(({ id }) => id === neighbourhood)) return [notYours('Deze wijk of kern ligt niet in de gemeente. Kies een andere, of laat het veld leeg.')];
  return rules(context, answers, municipality, birthDate);
}

function rules(context: DialogContext, { issuedOn, grounds: answers, origin }: IndicationAnswers, municipality: string, birthDate: IsoDate): Finding[] {
  const grant = grantFor(context, municipality);
  if (grant?.organisationId === undefined) return [notYours('Uw rol is niet aan een organisatie voor jeugdgezondheidszorg gekoppeld. Vraag de gemeente om een nieuwe uitnodiging.')];
  const policy = context.policy(municipality, issuedOn);
  const reading = readAnswers(context, municipality, issuedOn, answers);
  const grounds = reading.met.map(({ ground }) => ground.code);
  return inOrder([
    answersNotOffered(context, municipality, issuedOn, reading),
    origin === 're_indication' && !policy?.reIndication ? notYours(`Op ${dutchDay(issuedOn)} is in deze gemeente geen herindicatie afgesproken. Leg een eerste indicatie vast.`) : undefined,
    ...checkIndication({ birthDate, issuedOn, grounds, incomplete: reading.incomplete, unknown: reading.unknown }, policy, context.today),
  ]);
}

async function indicatedAlready({ ports }: DialogContext, child: Child): Promise<Finding[]> {
  const current = (await ports.indications.of(child.childId)).find(({ endedOn }) => endedOn === undefined);
  if (!current) return [];
  return [secondIndication(`${child.code} heeft al een indicatie van ${dutchDay(current.issuedOn)}. Wilt u er nog een vastleggen? Is er iets veranderd, corrigeer dan liever de eerste.`)];
}

async function commit(context: DialogContext, answers: IndicationAnswers, confirmations: readonly string[]): Promise<Receipt> {
  const { issuedOn, origin } = answers;
  const child = await childToIndicate(context, answers);
  const organisationId = grantFor(context, child.municipalityCode)?.organisationId;
  if (organisationId === undefined) throw new RecordChangedError('role');
  const grounds = groundsToStore(readAnswers(context, child.municipalityCode, issuedOn, answers.grounds));
  await context.ports.indications.record({ childId: child.childId, issuedOn, organisationId, grounds, confirmations, ...(origin === 're_indication' ? { origin } : {}) });
  return receipt(context, child, answers);
}

async function childToIndicate(context: DialogContext, answers: IndicationAnswers): Promise<Child> {
  const { code, birthDate, neighbourhood } = answers;
  const known = code === undefined ? undefined : await ownChild(context, code);
  if (known) return known;
  const municipalityCode = residence(context, answers);
  if (code !== undefined || birthDate === undefined || municipalityCode === undefined) throw new RecordChangedError('child');
  return context.ports.children.register({ birthDate, municipalityCode, ...present('neighbourhoodId', neighbourhood) });
}

async function receipt(context: DialogContext, child: Child, answers: IndicationAnswers): Promise<Receipt> {
  const doubles = (await context.ports.children.likelyDoubles(child.childId)).map(({ code }) => code);
  const [first] = doubles;
  return {
    title: 'Indicatie vastgelegd',
    highlight: { label: 'Code van het kind, voor de ouders', value: child.code },
    facts: [
      { label: 'Geboren', value: dutchDay(child.birthDate) },
      ...(child.neighbourhoodName === undefined ? [] : [{ label: 'Wijk of kern', value: child.neighbourhoodName }]),
      ...establishedFacts(context, child.municipalityCode, answers),
      ...(first === undefined ? [] : [{ label: 'Mogelijk dubbel', value: `${doubles.join(', ')}: zelfde geboortedatum en wijk. Is het hetzelfde kind, voeg de codes dan samen.` }]),
    ],
    buttons: [
      ...(first === undefined ? [] : [open('join', 'Samenvoegen', { code: child.code, into: first })]),
      open('guidance', 'Toeleiding vastleggen', { code: child.code }),
      open('indication', 'Nog een indicatie'),
      CORRECT,
      MENU,
    ],
  };
}

export const indicationDialog = defineDialog<IndicationAnswers>({
  id: 'indication',
  title: 'Indicatie afgeven',
  phrases: ['indicatie', 'indicatie afgeven', 've-indicatie'],
  roles: ['health'],
  prefill,
  form,
  input,
  check,
  commit,
});
