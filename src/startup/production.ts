import type { SettingsReader } from './door.js';

/** A secret that a machine drew: as long as 192 bits in base64, and not one character time after time. */
const SECRET = { characters: 32, different: 10 };
/** One address of a domain that has a dot, alone or after a name. */
const SENDER = /^(?:[^<>@]*<)?[^\s<>@,;"]+@[^\s<>@,;".]+(?:\.[^\s<>@,;".]+)+>?$/;

/** What of the configuration is looked at. */
interface Guarded {
  readonly issuer: string;
  readonly mail: { readonly from: string; readonly publicUrl: string; readonly bounceSecret: string | undefined };
}

/** Refuses what production may not be given: addresses in clear, a sender that is none, a secret that can be guessed. */
export function refuseInProduction(reader: SettingsReader, { issuer, mail }: Guarded): void {
  const addresses = { JALON_ISSUER: issuer, JALON_PUBLIC_URL: mail.publicUrl };
  for (const [name, address] of Object.entries(addresses))
    if (reader.given(name) !== undefined && /^http:/i.test(address))
      reader.refuse(
        `${name} vaut « ${address} » ; en production (JALON_ENV=production), une adresse https:// est attendue.`,
      );
  if (reader.given('JALON_MAIL_FROM') !== undefined && isAddress(mail.from) && !SENDER.test(mail.from))
    reader.refuse(
      `JALON_MAIL_FROM vaut « ${mail.from} » ; en production (JALON_ENV=production), une adresse est attendue, par exemple Jalon <jalon@region.example>.`,
    );
  if (mail.bounceSecret !== undefined && isWeak(mail.bounceSecret))
    reader.refuse(
      `JALON_BOUNCE_SECRET est trop faible : en production (JALON_ENV=production), ${SECRET.characters} caractères tirés au sort au moins (« openssl rand -base64 32 »).`,
    );
}

/** What is no address, or several, is refused everywhere. */
const isAddress = (sender: string) => sender.split('@').length === 2;

function isWeak(secret: string): boolean {
  return secret.length < SECRET.characters || new Set(secret).size < SECRET.different;
}
