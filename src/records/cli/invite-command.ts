import { connectOwner } from '../../../db/import/session.ts';
import { hashInvitationCode, newInvitationCode } from '../../../db/invitation-code.ts';
import { readCliConfigWithKey } from './config.ts';
import { type CliContext, EXIT, type ExitCode } from './context.ts';

export interface InviteFlags {
  readonly role: 'official' | 'reader' | 'regional';
  readonly municipality?: string;
  readonly region?: string;
}

const DAYS_VALID = 14;

/**
 * `invite`: makes the one-time code for somebody whom no official can invite yet. Other
 * roles are the municipality's own to give. The code is shown once and stored as a hash.
 */
export async function runInviteCommand(context: CliContext, flags: InviteFlags): Promise<ExitCode> {
  const wrong = placeProblem(flags);
  if (wrong !== undefined) return refuse(context, wrong);
  const { ownerUrl, identityKey } = readCliConfigWithKey(context.env);
  const client = await connectOwner(ownerUrl);
  try {
    const code = newInvitationCode();
    const { rowCount } = await client.query(`
      insert into kansenlijn.invitation (code_hash, role, municipality_code, region_id, inviting_municipality_code, expires_at)
      select $1, $2, m.code, r.id, m.code, now() + make_interval(days => $5)
      from (values (1)) once
      left join kansenlijn.municipality m on m.code = $3 left join kansenlijn.region r on r.id = $4
      where ($3::text is null or m.code is not null) and ($4::text is null or r.id is not null)`,
    [hashInvitationCode(code, identityKey), flags.role, flags.municipality ?? null, flags.region ?? null, DAYS_VALID]);
    if (rowCount !== 1) return refuse(context, `${flags.municipality === undefined ? 'Regio' : 'Gemeente'} ${flags.municipality ?? flags.region} is onbekend; importeer haar eerst.`);
    context.out(`Code: ${code}`);
    context.out(`Eenmalig te gebruiken, ${DAYS_VALID} dagen geldig. Wie hem krijgt, typt in Teams tegen Kansenlijn: code ${code}`);
    return EXIT.done;
  } finally {
    await client.end();
  }
}

function placeProblem({ role, municipality, region }: InviteFlags): string | undefined {
  if (role === 'regional') return region === undefined || municipality !== undefined ? 'Bij --role regional hoort --region en geen --municipality.' : undefined;
  return municipality === undefined || region !== undefined ? `Bij --role ${role} hoort --municipality en geen --region.` : undefined;
}

function refuse(context: CliContext, text: string): ExitCode {
  context.err(text);
  return EXIT.usage;
}
