import { ijsselstein } from './0353-ijsselstein/index.ts';
import { beverwijk } from './0375-beverwijk/index.ts';
import { heemskerk } from './0396-heemskerk/index.ts';
import { putten } from './0273-putten/index.ts';
import { velsen } from './0453-velsen/index.ts';
import { maassluis } from './0556-maassluis/index.ts';
import { borsele } from './0654-borsele/index.ts';
import { goes } from './0664-goes/index.ts';
import { kapelle } from './0678-kapelle/index.ts';
import { reimerswaal } from './0703-reimerswaal/index.ts';
import { noordBeveland } from './1695-noord-beveland/index.ts';
import { twenterand } from './1700-twenterand/index.ts';
import { createPolicyRegistry } from './registry.ts';

/** The municipalities whose policy was recorded. A new one is a folder and a line here. */
export const { policyOf, allPolicies } = createPolicyRegistry([
  putten, ijsselstein, beverwijk, heemskerk, velsen, maassluis,
  borsele, goes, kapelle, reimerswaal, noordBeveland, twenterand,
]);
