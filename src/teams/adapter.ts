import { TeamsAdapter } from '@microsoft/teams-ai';
import { ConfigurationServiceClientCredentialFactory, type Activity, type ConfigurationBotFrameworkAuthenticationOptions, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { SafeActivity } from './activity.ts';

/** Addresses of the token service, so that a test can sign its own tokens. */
export type ChannelAuthentication = ConfigurationBotFrameworkAuthenticationOptions;
export type Authenticated = Awaited<ReturnType<ChannelAdapter['authenticate']>>;

/**
 * `CloudAdapter.process` in two steps, which lets the rate limit count authenticated senders
 * only, and keeps its answers (raw error messages) and its console output away from callers.
 */
export class ChannelAdapter extends TeamsAdapter {
  /** @throws an error that `isRefusal` tells apart from a token service that cannot be reached. */
  authenticate(activity: SafeActivity, authorization: string) {
    return this.botFrameworkAuthentication.authenticateRequest(toFramework(activity), authorization);
  }

  /** Runs one turn. Undefined for everything but an invoke. */
  runTurn(authenticated: Authenticated, activity: SafeActivity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, toFramework(activity), logic);
  }
}

/** @throws AppError when the framework would (not) authenticate against the mode's intention. */
export async function createAdapter(config: Config, authentication: ChannelAuthentication = {}): Promise<ChannelAdapter> {
  const credentials = config.mode === 'serve' ? frameworkCredentials(config.bot) : {};
  const factory = new ConfigurationServiceClientCredentialFactory(credentials);
  const adapter = new ChannelAdapter({ ...authentication, ...credentials }, factory);
  if ((await adapter.credentialsFactory.isAuthenticationDisabled()) !== (config.mode === 'demo')) {
    throw new AppError({
      code: 'authentication-mismatch',
      userText: 'De bot start niet: de aanmelding bij Microsoft past niet bij de gekozen modus. Controleer de instellingen MICROSOFT_APP_*.',
      logText: `authentication of the bot framework does not match mode ${config.mode}`,
    });
  }
  return adapter;
}

/** Whether authentication failed because of what was sent, and not because the token service is away. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // jsonwebtoken's errors for a bad signature, algorithm or form; botframework-connector lets them through.
  if (['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'].includes(error.name)) return true;
  return (error as { statusCode?: unknown }).statusCode === 401;
}

function frameworkCredentials(bot: Extract<Config, { mode: 'serve' }>['bot']): Record<string, string> {
  return {
    MicrosoftAppType: bot.appType,
    MicrosoftAppId: bot.appId,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.appType === 'SingleTenant' ? { MicrosoftAppPassword: bot.password } : {}),
  };
}

/** The framework's type demands fields (such as from.name) that it does not use here, and mutability. */
function toFramework(activity: SafeActivity): Activity {
  return { ...activity } as unknown as Activity;
}
