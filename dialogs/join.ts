import { z } from 'zod/v4';
import { findCodes } from '../src/ask/find-codes.ts';
import { fold } from '../src/ask/fold.ts';
import { dutchDay } from '../src/policy/engine/dutch.ts';
import type { Finding, IsoDate } from '../src/policy/engine/types.ts';
import { CORRECT, MENU } from './buttons.ts';
import { defineDialog, RecordChangedError, type DialogContext, type Prefill, type Receipt, type View } from './dialog.ts';
import { childCode, CODE_MAX, present, required } from './fields.ts';
import { cannotJoin, codeUnknown } from './findings.ts';
import { ownChild } from './health-scope.ts';
import type { Child } from './ports.ts';

const input = z.object({
  code: required(childCode('Vul de code in die vervalt.')),
  into: required(childCode('Vul de code in die blijft.')),
});
type Join = z.infer<typeof input>;

/** The first code goes, the second stays. */
async function prefill(sentence: string): Promise<Prefill> {
  const [code, into] = findCodes(fold(sentence).text).map((found) => found.code);
  return { values: { ...present('code', code), ...present('into', into) } };
}

async function form({ ports: { children } }: DialogContext): Promise<View> {
  const pairs = await children.lookAlikes();
  return {
    kind: 'form',
    title: 'Twee codes samenvoegen',
    intro: 'Zijn twee codes van hetzelfde kind, dan telt het kind daarna één keer. De gegevens van beide codes blijven bewaard, en u kunt het later terugdraaien.' + likely(pairs),
    fields: [
      { kind: 'text', id: 'code', label: 'Code die vervalt', required: true, maxLength: CODE_MAX },
      { kind: 'text', id: 'into', label: 'Code die blijft', required: true, maxLength: CODE_MAX },
    ],
    submitTitle: 'Samenvoegen',
  };
}

/** Same birth date, municipality and neighbourhood: a double, or twins. */
function likely(pairs: Awaited<ReturnType<DialogContext['ports']['children']['lookAlikes']>>): string {
  if (pairs.length === 0) return '';
  const named = pairs.map(({ code, other, birthDate }) => `${code} en ${other} (geboren ${dutchDay(birthDate)})`).join('; ');
  return ` Deze codes lijken op elkaar, met dezelfde geboortedatum en wijk: ${named}. Let op: het kan ook een tweeling zijn.`;
}

async function check(context: DialogContext, { code, into }: Join): Promise<readonly Finding[]> {
  if (code === into) return [cannotJoin('U hebt twee keer dezelfde code ingevuld. Vul twee verschillende codes in.')];
  const child = await ownChild(context, code);
  const target = await ownChild(context, into);
  if (!child || !target) return [...(child ? [] : [codeUnknown(code)]), ...(target ? [] : [codeUnknown(into)])];
  const finding = differentBirthDates(child, target) ?? (await joinedBefore(context, child, target)) ?? (await bothPlaced(context, child, target));
  return finding ? [finding] : [];
}

function differentBirthDates(child: Child, target: Child): Finding | undefined {
  if (child.birthDate === target.birthDate) return undefined;
  return cannotJoin(`De geboortedatums verschillen: ${child.code} is van ${dutchDay(child.birthDate)} en ${target.code} van ${dutchDay(target.birthDate)}. Dit zijn twee kinderen, of een van de datums is verkeerd vastgelegd.`);
}

/** Joins make no chains, so that taking two apart never touches a third. */
async function joinedBefore({ ports: { children } }: DialogContext, child: Child, target: Child): Promise<Finding | undefined> {
  const [counted, countedTarget] = [await children.sameChild(child.childId), await children.sameChild(target.childId)];
  if (counted === countedTarget) return cannotJoin('Deze twee codes zijn al samengevoegd.');
  const gone = [...(counted === child.childId ? [] : [child.code]), ...(countedTarget === target.childId ? [] : [target.code])];
  if (gone.length > 0) return cannotJoin(`${gone.join(' en ')} is al met een andere code samengevoegd. Gebruik de code die toen bleef.`);
  const others = await children.joinedCodes(child.childId);
  if (others.length === 0) return undefined;
  return cannotJoin(`In ${child.code} is ${others.join(', ')} al opgegaan. Laat ${child.code} blijven: wissel de twee codes om.`);
}

type Days = { readonly start: IsoDate; readonly end?: IsoDate };
/** Only days are asked for; which location they are at does not matter here. */
const NO_LOCATION = '00000000-0000-0000-0000-000000000000';

/** One child cannot have two VE places at once; first the facts have to be put right. */
async function bothPlaced({ ports: { placements } }: DialogContext, child: Child, target: Child): Promise<Finding | undefined> {
  const own = await placements.otherVePlacements(child.childId, NO_LOCATION);
  const others = await placements.otherVePlacements(target.childId, NO_LOCATION);
  const overlapping = own.find((one) => others.some((other) => overlaps(one, other)));
  if (!overlapping) return undefined;
  return cannotJoin(`Beide codes hebben een VE-plek in dezelfde periode (vanaf ${dutchDay(overlapping.start)}). Laat de locatie eerst een van de twee plaatsingen corrigeren of beëindigen.`);
}

/** Half-open periods. */
const overlaps = (a: Days, b: Days): boolean => (a.end === undefined || b.start < a.end) && (b.end === undefined || a.start < b.end);

async function commit(context: DialogContext, { code, into }: Join): Promise<Receipt> {
  const child = await ownChild(context, code);
  const target = await ownChild(context, into);
  if (!child || !target) throw new RecordChangedError('child');
  await context.ports.children.join(child.childId, target.childId);
  return {
    title: 'Codes samengevoegd',
    facts: [
      { label: 'Vervalt', value: child.code },
      { label: 'Blijft', value: target.code },
      { label: 'Geboren', value: dutchDay(target.birthDate) },
      { label: 'Terugdraaien', value: 'Typ “corrigeer”, kies de samenvoeging en daarna Intrekken.' },
    ],
    buttons: [CORRECT, MENU],
  };
}

export const joinDialog = defineDialog<Join>({
  id: 'join',
  title: 'Codes samenvoegen',
  phrases: ['samenvoegen', 'dubbel'],
  roles: ['health'],
  prefill,
  form,
  input,
  check,
  commit,
});
