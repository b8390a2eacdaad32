import { DEMO_ACCOUNTS, DEMO_SECRET } from './demo-accounts.js';

/** A token of the embedded provider for a demo account. Refuses an unknown account, an absent provider. */
export async function demoToken(issuer: string, account: string): Promise<string> {
  if (!DEMO_ACCOUNTS.some(person => person.account === account))
    throw new Error(
      `Compte inconnu : « ${account} ». Comptes : ${DEMO_ACCOUNTS.map(person => person.account).join(', ')}.`,
    );
  const form = { grant_type: 'client_credentials', client_id: account, client_secret: DEMO_SECRET };
  const answer = await fetch(new URL('/token', issuer), { method: 'POST', body: new URLSearchParams(form) }).catch(
    (error: unknown) => {
      throw new Error(`Le fournisseur d'identité ne répond pas à ${issuer} : Jalon est-il démarré ?`, { cause: error });
    },
  );
  if (!answer.ok) throw new Error(`Le fournisseur d'identité a refusé : ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
