import { describe, expect, it } from 'vitest';
import { assertCard } from '../../cards/check.ts';
import type { Ports, RoleGrant } from '../../dialogs/ports.ts';
import { resolvePolicy } from '../../src/policy/engine/resolve.ts';
import type { IsoDate, MunicipalPolicy, PolicyValue, Target } from '../../src/policy/engine/types.ts';
import { allPolicies, policyOf } from '../../src/policy/municipalities/index.ts';
import { regionOf } from '../../src/policy/regions/index.ts';
import type { TurnContext } from '../../src/turn/context.ts';
import { routeAction, routeText } from '../../src/turn/routes.ts';
import { rulesRequest } from '../../src/turn/show-rules.ts';
import type { Reply } from '../../src/turn/types.ts';

const TODAY = '2026-11-22';
const nameOf = (code: string): string => policyOf(code)?.municipalityName ?? 'Nergens';
const official = (code: string): RoleGrant => ({ id: 'r1', role: 'official', municipalityCode: code, municipalityName: nameOf(code) });
const regional = (id: string): RoleGrant => ({
  id: 'r2', role: 'regional', regionId: id, regionName: id,
  regionMunicipalities: regionOf(id)!.members.map(({ value }) => ({ code: value.municipalityCode, name: value.municipalityName })),
});
const ROLES: Readonly<Record<string, RoleGrant>> = {
  childcare: { id: 'r3', role: 'childcare', locationId: 'l1', locationName: 'De Waterlelie', municipalityCode: '0556', municipalityName: nameOf('0556') },
  health: { id: 'r4', role: 'health', organisationId: 'o1', organisationName: 'CJG', municipalityCode: '0556', municipalityName: nameOf('0556') },
  school: { id: 'r5', role: 'school', schoolId: 's1', schoolName: 'De Linde', municipalityCode: '0556', municipalityName: nameOf('0556') },
  reader: { id: 'r6', role: 'reader', municipalityCode: '0556', municipalityName: nameOf('0556') },
};

function contextFor(roles: readonly RoleGrant[] | undefined, policies: (code: string) => MunicipalPolicy | undefined = policyOf, recorded: readonly PolicyValue<Target>[] = []): TurnContext {
  return {
    where: 'personal', conversationId: 'c1', today: TODAY, now: new Date(`${TODAY}T09:00:00Z`), features: [], ...(roles ? { person: { personId: 'p1', roles } } : {}),
    // Of the database only the recorded targets are asked: a use of another port fails the test.
    ports: { admin: { targetsOn: async () => recorded } } as unknown as Ports, formKeys: {} as TurnContext['formKeys'],
    policy: (code: string, day: IsoDate) => {
      const policy = policies(code);
      return policy && resolvePolicy(policy, day);
    },
  };
}

interface Shown { readonly text: string; readonly buttons: string[]; readonly reply: Reply }

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return [...(typeof node['text'] === 'string' ? [node['text']] : []), ...Object.values(node).flatMap(textsIn)];
}

function shown(reply: Reply): Shown {
  if (reply.kind !== 'card') throw new Error('a card was expected');
  const card = assertCard(reply.card);
  return { text: textsIn(card.body).join('\n').replaceAll('\\', ''), buttons: (card.actions ?? []).map(({ title }) => title), reply };
}
const ask = async (text: string, ...roles: RoleGrant[]): Promise<Shown> => shown(await routeText(text, contextFor(roles), 'sender'));

describe('a request for rules', () => {
  it.each(['regels', 'Regels?', 'welke regels gelden hier', 'Welke regels gelden hier?', 'wat zijn de regels', 'toon de regels', 'beleidsregels', 'welke regel geldt hier'])('shows those of the own municipality today: %s', async (text) => {
    expect((await ask(text, official('0556'))).text).toContain('Regels van Maassluis\nZoals ze gelden op 22-11-2026');
  });
  it.each(['de registratieregels', 'bereik', 'regelsluis', 'regels-', 'uitstroom regels'])('is not: %s', (text) => {
    expect(rulesRequest(text)).toBeUndefined();
  });
  it('shows a value with its source, whether that was read, and what it does', async () => {
    const { text } = await ask('regels', official('0353'));
    expect(text).toMatch(/Leeftijd voor VE\nVanaf 2 jaar en 6 maanden, tot de 4e verjaardag\nEen begin vanaf 2 jaar wordt onderzocht.\nIn Kansenlijn: een kind .*\nBron: Onderwijskansenbeleid 2025-2029 \(gelezen bij de bron\)/u);
    expect(text).toContain('Onderwijskansenbeleid 2025-2029 geldt van 01-01-2025 tot en met 31-12-2029.');
  });
  it('says what is absent, and of what was not read that it was not', async () => {
    const { text } = await ask('regels', official('0654'));
    expect(text).toMatch(/Geen afspraak vastgelegd\nLeeftijd voor VE · /u);
    expect(text).toContain('⚠ Bron: OAB-plan 2023-2026 van De Bevelanden (niet bij de bron gelezen)');
    expect(text).toContain('het plan zelf is niet gelezen');
    expect(text).toContain('Leden: Borsele, Noord-Beveland, Kapelle, Goes, Reimerswaal');
  });
  it('shows a target that an official recorded in place of the one that came with the policy, with its source', async () => {
    const target: PolicyValue<Target> = { value: { measure: 'reach', atLeastPercent: 95 }, from: '2026-11-10', unit: 'percent', source: { document: 'Raadsbesluit 44', status: 'read' }, checkedOn: '2026-11-12' };
    const { text } = shown(await routeText('regels', contextFor([official('0273')], policyOf, [target]), 'sender'));
    expect(text).toContain('95%');
    expect(text).toContain('Bron: Raadsbesluit 44');
    expect(text).not.toContain('80%');
  });
  it('of a municipality without a recorded policy, says that nothing is agreed', async () => {
    const { text } = shown(await routeText('regels', contextFor([{ ...official('9999'), municipalityName: 'Teststad' }]), 'sender'));
    expect(text).toContain('Regels van Teststad');
    expect(text).toContain('Geen afspraak vastgelegd\nLeeftijd voor VE');
  });
});

describe('the day of the rules', () => {
  it.each([
    ['regels Maassluis op 1-1-2024', '01-01-2024'], ['regels op 1 januari 2023', '01-01-2023'], ['welke regels golden er gisteren', '21-11-2026'],
    ['regels 31/12/2022', '31-12-2022'], ['regels per 2024-01-01 Maassluis', '01-01-2024'], ['regels van de gemeente maassluis op 1-1-2030?', '01-01-2030'],
  ])('%s is %s', async (text, day) => {
    expect((await ask(text, official('0556'))).text).toContain(`Regels van Maassluis\nZoals ze gelden op ${day}`);
  });
  it('decides what holds: the day before the policy, nothing; on its first day, its values', async () => {
    expect((await ask('regels op 31-12-2022', official('0556'))).text).not.toContain('Bron:');
    expect((await ask('regels op 1-1-2023', official('0556'))).text).toContain('Vanaf 2 jaar en 6 maanden');
  });
  it('that does not exist is refused with the reason', async () => {
    const { text } = await ask('regels op 30 februari 2024', official('0556'));
    expect(text).toContain('Deze dag kan ik niet gebruiken');
    expect(text).toContain('30 februari bestaat niet');
  });
  it.each([['regels Maassluis in 2024', ['01-01-2024', '31-12-2024']], ['regels Maassluis op 1-1-2024 en 1-1-2025', ['01-01-2024', '01-01-2025']]])('is asked for when there is more than one: %s', async (text, days) => {
    const { text: question, buttons, reply } = await ask(text, official('0556'));
    expect(question).toContain('Welke dag bedoelt u?');
    expect(buttons).toEqual([...days, 'Menu']);
    if (reply.kind !== 'card') throw new Error('a card was expected');
    const { verb, data } = reply.card.actions![0]!;
    expect(shown(await routeAction(verb!, data!, contextFor([official('0556')]), 'sender')).text).toContain(`Zoals ze gelden op ${days[0]}`);
  });
  it('has a way back to today, which a card of today does not need', async () => {
    expect((await ask('regels op 1-1-2024', official('0556'))).buttons).toEqual(['Landelijke regels', 'Vandaag', 'Menu']);
    expect((await ask('regels', official('0556'))).buttons).toEqual(['Landelijke regels', 'Menu']);
  });
});

describe('who sees which rules', () => {
  it.each(Object.entries(ROLES))('%s sees those of its own municipality', async (_role, grant) => {
    expect((await ask('regels', grant)).text).toContain('Regels van Maassluis');
    expect((await ask('regels op 1-1-2024', grant)).text).toContain('01-01-2024');
  });
  it('a regional member is asked which, and gets any member by name', async () => {
    const which = await ask('regels', regional('de-bevelanden'));
    expect(which.text).toContain('Van welke gemeente?');
    expect(which.text).toContain('Borsele, Goes, Kapelle, Noord-Beveland, Reimerswaal');
    expect(which.buttons).toHaveLength(6);
    expect((await ask('regels noord-beveland op 1-1-2024', regional('de-bevelanden'))).text).toContain('Regels van Noord-Beveland');
    expect((await ask('regels Goes en Kapelle', regional('de-bevelanden'))).text).toContain('Van welke gemeente?');
    expect((await ask('regels Goes', regional('de-bevelanden'))).buttons).toEqual(['Landelijke regels', 'Andere gemeente', 'Menu']);
  });
  it.each(['Putten', 'Utrecht', 'Nergenshuizen'])('a name outside the own roles is refused, the same whether it exists or not: %s', async (name) => {
    const { text, reply } = await ask(`regels ${name} op 1-1-2024`, official('0556'));
    expect(text.replaceAll(name.toLowerCase(), 'X').replaceAll(name, 'X')).toBe('Rol: Beleidsadviseur · Maassluis\nDat begrijp ik niet\nIk ken dit niet, of het hoort niet bij uw rol: “X”. Typ “regels”, met een dag of met de naam van een gemeente van uw rol.');
    expect(JSON.stringify(reply)).not.toContain('Bron');
  });
  it('a stranger sees none, of law neither', async () => {
    for (const text of ['regels', 'regels Maassluis', 'landelijke regels']) expect(shown(await routeText(text, contextFor(undefined), 'sender')).text).toContain('Ik ken u nog niet');
  });
  it('hostile text is answered with a card that works', async () => {
    for (const text of [`regels ${'x'.repeat(3900)}`, 'regels [klik](http://x) <at>allen</at>', 'regels __proto__', 'regels | | |', 'regels op 99-99-9999', `regels ${'1-1-2024 '.repeat(300)}`]) {
      expect((await ask(text, official('0556'))).buttons.length).toBeGreaterThan(0);
    }
  });
});

describe('the national rules', () => {
  it('are a card of their own, with what was read in an old text', async () => {
    const { text, buttons } = await ask('landelijke regels', official('0556'));
    expect(text).toContain('Landelijke regels\nZoals ze gelden op 22-11-2026, voor elke gemeente');
    expect(text).toContain('⚠ Bron: Besluit basisvoorwaarden kwaliteit voorschoolse educatie, artikel 3, tweede lid (gelezen in een oudere tekst; vanaf 01-08-2010)');
    expect(text).not.toContain('Regels van Maassluis');
    expect(buttons).toEqual(['Regels van de gemeente', 'Menu']);
  });
  it('are of a day too', async () => {
    expect((await ask('landelijke regels op 31-7-2020', official('0556'))).text).toContain('Voor deze dag niet vastgelegd\nUren · Uren per dag');
  });
});

describe('every card of rules', () => {
  it('works in every client: at most 25 kB and six buttons', async () => {
    for (const { municipalityCode } of allPolicies()) for (const day of ['1-1-2024', '22-11-2026', '1-1-2028']) {
      const { buttons } = await ask(`regels op ${day}`, official(municipalityCode));
      expect(buttons.length).toBeLessThanOrEqual(6);
    }
  });
});
