import { loadPolicies } from './load.ts';
import { createPolicyRegistry, type PolicyRegistry } from './registry.ts';

/** The municipalities whose policy was recorded: each folder here is one. The product does not start with one that cannot be used. */
export const shippedPolicies: PolicyRegistry = createPolicyRegistry(await loadPolicies(import.meta.dirname));

export const { policyOf, allPolicies } = shippedPolicies;
