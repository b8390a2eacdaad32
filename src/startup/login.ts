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

/** Reads how people log in. A real provider has a client and a secret of its own, both refused when missing. */
export function loginSettings(reader: SettingsReader): LoginSettings {
  if (reader.given('JALON_ISSUER') === undefined || reader.given('JALON_OIDC_CLIENT') === undefined) {
    if (reader.given('JALON_OIDC_SECRET') !== undefined)
      reader.refuse('JALON_OIDC_SECRET sans JALON_OIDC_CLIENT : le secret de quel client ?');
    return DEMO_LOGIN;
  }
  const userinfoAlgorithm = reader.given('JALON_OIDC_USERINFO_ALG');
  if (userinfoAlgorithm !== undefined && !ALGORITHMS.includes(userinfoAlgorithm))
    reader.refuse(
      `JALON_OIDC_USERINFO_ALG vaut « ${userinfoAlgorithm} » ; valeurs possibles : ${ALGORITHMS.join(', ')}.`,
    );
  if (reader.given('JALON_OIDC_SECRET') === undefined)
    reader.refuse('JALON_OIDC_SECRET manque : le secret du client que nomme JALON_OIDC_CLIENT.');
  return {
    clientId: reader.given('JALON_OIDC_CLIENT') ?? '',
    clientSecret: reader.given('JALON_OIDC_SECRET') ?? '',
    scope: reader.given('JALON_OIDC_SCOPE') ?? 'openid given_name usual_name',
    userinfoAlgorithm,
    strength: reader.given('JALON_OIDC_ACR'),
  };
}
