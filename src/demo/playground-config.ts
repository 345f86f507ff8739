import { DEMO_TENANT_ID, PERSONAL_CHAT, PLAYGROUND_BOT, PLAYGROUND_MEMBERS, PLAYGROUND_TEAM, PLAYGROUND_USER } from './identity.ts';

/** The name that the Playground looks for in its working folder. */
export const CONFIG_FILE = '.m365agentsplayground.yml';

const CONFIG = {
  version: '0.1.1',
  tenantId: DEMO_TENANT_ID,
  bot: PLAYGROUND_BOT,
  currentUser: PLAYGROUND_USER,
  users: PLAYGROUND_MEMBERS,
  personalChat: { id: PERSONAL_CHAT },
  groupChat: { id: '19:kansenlijn-groep@thread.v2', name: 'Werkgroep VVE' },
  team: PLAYGROUND_TEAM,
};

/** The Playground's configuration; JSON is YAML too. Generated, so that it cannot differ from what the bot knows. */
export function playgroundConfig(): string {
  return `# Made by Kansenlijn at each start; changes are lost.\n${JSON.stringify(CONFIG, null, 2)}\n`;
}
