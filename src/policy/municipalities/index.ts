import { putten } from './0273-putten/index.ts';
import { createPolicyRegistry } from './registry.ts';

/** The municipalities whose policy was recorded. A new one is a folder and a line here. */
export const { policyOf, allPolicies } = createPolicyRegistry([putten]);
