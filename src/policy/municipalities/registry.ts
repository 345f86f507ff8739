import type { MunicipalPolicy } from '../engine/types.ts';

export interface PolicyRegistry {
  /** The policy of the municipality with this CBS code, when one was recorded. */
  readonly policyOf: (municipalityCode: string) => MunicipalPolicy | undefined;
  /** All recorded policies, by name. */
  readonly allPolicies: () => readonly MunicipalPolicy[];
}

/** Throws at start when two policies claim the same municipality: one of them would be ignored unseen. */
export function createPolicyRegistry(policies: readonly MunicipalPolicy[]): PolicyRegistry {
  const byCode = new Map<string, MunicipalPolicy>();
  for (const policy of policies) {
    const code = policy.municipalityCode;
    if (byCode.has(code)) throw new Error(`two policies for municipality ${code}`);
    byCode.set(code, policy);
  }
  const sorted = [...policies].sort((a, b) => a.municipalityName.localeCompare(b.municipalityName, 'nl'));
  return { policyOf: (code) => byCode.get(code), allPolicies: () => sorted };
}
