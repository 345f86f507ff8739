/** The tenant of the demo: fixed, so that records keep their people between starts. Not a tenant of anybody. */
export const DEMO_TENANT_ID = '5d0e0a6e-2f0b-4c55-9a3d-7a1f3c0d0273';

/** A user as the configuration file of the Playground spells it. */
export interface PlaygroundPerson {
  readonly id: string;
  readonly name: string;
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/** The only one who can type in the Playground; "wissel van rol" lets this user act as each of the demo people. */
export const PLAYGROUND_USER = person('Robin', 'Demo', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a00');

/** Members of the demo team, for show; the Playground asks for exactly five. */
export const PLAYGROUND_MEMBERS: readonly PlaygroundPerson[] = [
  person('Marijke', 'Visser', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a01'),
  person('Samira', 'El Amrani', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a02'),
  person('Joost', 'van den Berg', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a03'),
  person('Els', 'de Jong', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a04'),
  person('Bram', 'Bakker', '8a3c1f52-6d7e-4b0a-9c41-0e5b7d2f1a05'),
];

/** The demo team and its channel, in which the bot shows no single child. */
export const PLAYGROUND_TEAM = {
  id: '19:kansenlijn-regiegroep@thread.tacv2',
  name: 'Regiegroep VVE Putten',
  aadGroupId: 'b6f1c2d4-3e58-4f0c-8d27-51a9e0c40273',
  channels: [{ id: '19:kansenlijn-weekbericht@thread.tacv2', name: 'Weekbericht' }],
} as const;

/** The one personal chat of the Playground. */
export const PERSONAL_CHAT = 'a:kansenlijn-persoonlijk';

export const PLAYGROUND_BOT = { id: '28:kansenlijn-demo', name: 'Kansenlijn' } as const;

function person(givenName: string, surname: string, aadObjectId: string): PlaygroundPerson {
  const local = `${givenName}.${surname}`.toLowerCase().replaceAll(' ', '');
  const address = `${local}@putten.example`;
  return { id: `29:${local}`, name: `${givenName} ${surname}`, userPrincipleName: address, aadObjectId, givenName, surname, email: address };
}
