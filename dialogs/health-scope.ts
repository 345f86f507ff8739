import type { Finding } from '../src/policy/engine/types.ts';
import type { DialogContext } from './dialog.ts';
import { codeUnknown } from './findings.ts';
import type { Child, Municipality, RoleGrant } from './ports.ts';

/** Municipalities in which the person works for youth health care, each once, by name. */
export function ownMunicipalities({ grants }: DialogContext): Municipality[] {
  const byCode = new Map(grants.flatMap(({ role, municipalityCode: code, municipalityName }) =>
    (role === 'health' && code !== undefined ? [[code, { code, name: municipalityName ?? code }] as const] : [])));
  return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** The role that lets the person issue indications in a municipality. */
export function grantFor({ grants }: DialogContext, municipalityCode: string): RoleGrant | undefined {
  return grants.find((grant) => grant.role === 'health' && grant.municipalityCode === municipalityCode);
}

/** A child of an own municipality. Another role may see more children; this one records nothing about them. */
export async function ownChild(context: DialogContext, code: string): Promise<Child | undefined> {
  const child = await context.ports.children.byCode(code);
  return child && grantFor(context, child.municipalityCode) ? child : undefined;
}

/** The child, or the finding that says that there is none. */
export async function childOrFinding(context: DialogContext, code: string): Promise<{ child: Child } | { finding: Finding }> {
  const child = await ownChild(context, code);
  return child ? { child } : { finding: codeUnknown(code) };
}
