import type { SettingsReader } from './door.js';

/** How people log in to the pages, at the provider of `JALON_ISSUER`. */
export interface LoginSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked of the provider about people, beside `openid`: their names. */
  readonly scope: string;
  /** The algorithm by which the provider signs what it says of people; undefined when it does not sign it. */
  readonly userinfoAlgorithm: string | undefined;
  /** The strength of identification asked for (`acr_values`); undefined to ask for none. */
  readonly strength: string | undefined;
}

const ALGORITHMS = ['RS256', 'ES256'];

/** The client of the pages at the embedded provider. Its secret is known to all: it opens the demonstration alone. */
export const DEMO_LOGIN: LoginSettings = {
  clientId: 'jalon-web',
  clientSecret: 'demonstration-seulement',
  scope: 'openid profile',
  userinfoAlgorithm: 'RS256',
  strength: undefined,
};

/**
 * Reads how people log in. The provider of the demonstration, wherever it stands, knows the client of the
 * demonstration; a client of one's own has a provider and a secret, both refused when missing.
 */
export function loginSettings(reader: SettingsReader): LoginSettings {
  const clientId = reader.given('JALON_OIDC_CLIENT');
  return clientId === undefined ? demoLogin(reader) : ownLogin(reader, clientId);
}

const OF_A_CLIENT = ['SECRET', 'SCOPE', 'USERINFO_ALG', 'ACR'].map(end => `JALON_OIDC_${end}`);

function demoLogin(reader: SettingsReader): LoginSettings {
  for (const name of OF_A_CLIENT)
    if (reader.given(name) !== undefined) reader.refuse(`${name} sans JALON_OIDC_CLIENT : pour quel client ?`);
  return DEMO_LOGIN;
}

function ownLogin(reader: SettingsReader, clientId: string): LoginSettings {
  if (reader.given('JALON_ISSUER') === undefined)
    reader.refuse('JALON_OIDC_CLIENT sans JALON_ISSUER : le client de quel fournisseur ?');
  const userinfoAlgorithm = reader.given('JALON_OIDC_USERINFO_ALG');
  if (userinfoAlgorithm !== undefined && !ALGORITHMS.includes(userinfoAlgorithm))
    reader.refuse(
      `JALON_OIDC_USERINFO_ALG vaut « ${userinfoAlgorithm} » ; valeurs possibles : ${ALGORITHMS.join(', ')}.`,
    );
  const clientSecret = reader.given('JALON_OIDC_SECRET');
  if (clientSecret === undefined)
    reader.refuse('JALON_OIDC_SECRET manque : le secret du client que nomme JALON_OIDC_CLIENT.');
  return {
    ...{ clientId, clientSecret: clientSecret ?? '', userinfoAlgorithm },
    scope: reader.given('JALON_OIDC_SCOPE') ?? 'openid given_name usual_name',
    strength: reader.given('JALON_OIDC_ACR'),
  };
}
