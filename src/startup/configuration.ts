import { dirname, join } from 'node:path';
import { documentSettings, type DocumentSettings } from './documents.js';
import { doorSettings, optionalPort, type DoorSettings } from './door.js';
import { temporalSettings, type TemporalSettings } from './engine-access.js';
import { loginSettings, type LoginSettings } from './login.js';
import { refuseInProduction } from './production.js';

export type ClockMode = 'running' | 'stepping';

/** Everything a Jalon process reads from its environment, checked once at start-up. */
export interface Configuration {
  /** The application's own role: no UPDATE, DELETE or TRUNCATE on the journal. */
  readonly databaseUrl: string;
  /** The role that owns the schema and runs migrations. */
  readonly ownerDatabaseUrl: string;
  readonly temporal: TemporalSettings;
  /** Where the API listens: this machine alone, or every interface of a container. */
  readonly host: string;
  readonly port: number;
  /** The identity provider, exactly as it calls itself: a final slash is part of its name. */
  readonly issuer: string;
  readonly audience: string;
  readonly login: LoginSettings;
  readonly clock: ClockMode;
  readonly clockOffsetSeconds: number;
  /** Seconds of the morning over which the reminders of the dossiers are spread; none where the clock steps. */
  readonly spreadSeconds: number;
  /** Everything but production serves demo accounts, whose secret is public. */
  readonly production: boolean;
  /** The file of the workflows bundled beforehand; without it the worker bundles them itself. */
  readonly workflowBundle: string | undefined;
  readonly mail: MailSettings;
  readonly door: DoorSettings;
  readonly documents: DocumentSettings;
  /** Where the worker gives its numbers; nowhere when undefined. */
  readonly workerMetricsPort: number | undefined;
  /** Where the anchors of the journals are kept; undefined when no key is named. */
  readonly anchor: AnchorSettings | undefined;
}

/** The anchors of the journals, kept outside the database. */
export interface AnchorSettings {
  /** The file of the key that signs them (Ed25519, PEM), made when there is none. */
  readonly key: string;
  /** The file to which one is added each day. */
  readonly file: string;
  /** The address to which each is sent. */
  readonly mail: string | undefined;
}

/** How mails leave the house. */
export interface MailSettings {
  /** The server that takes them, `smtp://` or `smtps://`; without it none leaves. It may hold a password. */
  readonly smtpUrl: string | undefined;
  readonly from: string;
  /** The most mails per second; null for as fast as the server takes them. */
  readonly perSecond: number | null;
  /** The address of the house's pages, as people reach them. */
  readonly publicUrl: string;
  /** The folder of the local mailbox; in development only. */
  readonly mailbox: string | undefined;
  /** The secret by which the server of mail tells of bounces; without it only people do. */
  readonly bounceSecret: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment cannot be used; `problems` holds one French sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      problems.length === 1
        ? `Configuration refusée : ${problems[0]}`
        : `Configuration refusée :\n${problems.map(problem => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

export const DEFAULT_PORT = 3000;
export const DEFAULT_OIDC_PORT = 3001;

/**
 * Reads and checks the environment.
 * Throws a {@link ConfigurationError} that names every problem at once.
 */
export function configuration(env: Environment = process.env): Configuration {
  const reader = new EnvironmentReader(env);
  const databaseUrl = reader.postgresUrl('DATABASE_URL');
  const oidcPort = reader.port('JALON_OIDC_PORT', DEFAULT_OIDC_PORT);
  const standing = reader.choice('JALON_ENV', ['development', 'demo', 'production']);
  const production = standing === 'production';
  const clock = reader.choice('JALON_CLOCK', ['running', 'stepping']);
  const port = reader.port('JALON_PORT', DEFAULT_PORT);
  const read: Configuration = {
    databaseUrl,
    ownerDatabaseUrl: reader.postgresUrl('OWNER_DATABASE_URL', databaseUrl),
    temporal: temporalSettings(reader),
    host: reader.choice('JALON_HOST', ['127.0.0.1', '0.0.0.0']),
    port,
    issuer: reader.httpUrl('JALON_ISSUER', `http://127.0.0.1:${oidcPort}`),
    audience: 'jalon',
    login: loginSettings(reader),
    clock,
    clockOffsetSeconds: reader.wholeSeconds('JALON_CLOCK_OFFSET', 0),
    spreadSeconds: reader.wholeSeconds('JALON_SPREAD_SECONDS', 1800),
    production,
    workflowBundle: reader.given('JALON_WORKFLOW_BUNDLE'),
    mail: {
      smtpUrl: reader.smtpUrl('JALON_SMTP_URL'),
      from: reader.mailbox('JALON_MAIL_FROM', 'Jalon <jalon@jalon.example>'),
      perSecond: reader.rate('JALON_MAIL_RATE'),
      publicUrl: reader.httpUrl('JALON_PUBLIC_URL', `http://127.0.0.1:${port}`).replace(/\/$/, ''),
      mailbox: reader.given('JALON_MAILBOX'),
      bounceSecret: reader.given('JALON_BOUNCE_SECRET'),
    },
    anchor: reader.anchor(),
    door: doorSettings(reader, production),
    documents: documentSettings(reader, production),
    workerMetricsPort: optionalPort(reader, 'JALON_WORKER_METRICS_PORT'),
  };
  if (read.spreadSeconds < 0) reader.refuse('JALON_SPREAD_SECONDS ne peut être négatif.');
  if (production && clock === 'stepping') {
    reader.refuse('JALON_CLOCK=stepping est interdit en production (JALON_ENV=production).');
  }
  if (production && reader.given('JALON_CLOCK_OFFSET') !== undefined) {
    reader.refuse("JALON_CLOCK_OFFSET est interdit en production (JALON_ENV=production) : l'horloge y dit l'heure.");
  }
  if (production && reader.given('JALON_ISSUER') === undefined) {
    reader.refuse("JALON_ISSUER manque : en production (JALON_ENV=production), un vrai fournisseur d'identité.");
  }
  if (production && reader.given('JALON_OIDC_CLIENT') === undefined)
    reader.refuse(
      'JALON_OIDC_CLIENT manque : en production (JALON_ENV=production), le client des pages au fournisseur.',
    );
  if (production) {
    const wanted = { JALON_SMTP_URL: 'le serveur', JALON_MAIL_FROM: "l'expéditeur", JALON_PUBLIC_URL: 'le lien' };
    for (const [name, what] of Object.entries(wanted))
      if (reader.given(name) === undefined)
        reader.refuse(`${name} manque : en production (JALON_ENV=production), ${what} des courriers.`);
    if (read.mail.mailbox !== undefined)
      reader.refuse(
        'JALON_MAILBOX est interdit en production (JALON_ENV=production) : la boîte y serait ouverte à tous.',
      );
    refuseInProduction(reader, read);
  }
  if (standing === 'development' && read.host !== '127.0.0.1') {
    reader.refuse(
      `JALON_HOST=${read.host} demande JALON_ENV=production, ou demo dans un conteneur : le développement ne s'ouvre pas au réseau.`,
    );
  }
  reader.throwIfRefused();
  return read;
}

class EnvironmentReader {
  private readonly problems: string[] = [];

  constructor(private readonly env: Environment) {}

  refuse(problem: string): void {
    this.problems.push(problem);
  }

  throwIfRefused(): void {
    if (this.problems.length > 0) throw new ConfigurationError(this.problems);
  }

  text(name: string, fallback: string): string {
    return this.given(name) ?? fallback;
  }

  choice<const Choices extends readonly [string, ...string[]]>(name: string, choices: Choices): Choices[number] {
    const value = this.given(name) ?? choices[0];
    if (!choices.includes(value)) {
      this.refuse(`${name} vaut « ${value} » ; valeurs possibles : ${choices.join(', ')}.`);
    }
    return value;
  }

  port(name: string, fallback: number): number {
    const value = this.given(name);
    if (value === undefined) return fallback;
    const port = Number(value);
    if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
      this.refuse(`${name} vaut « ${value} » ; un port est un entier de 1 à 65535.`);
    }
    return port;
  }

  wholeSeconds(name: string, fallback: number): number {
    const value = this.given(name);
    if (value === undefined) return fallback;
    if (!/^-?\d{1,12}$/.test(value)) {
      this.refuse(`${name} vaut « ${value} » ; un nombre entier de secondes est attendu.`);
    }
    return Number(value);
  }

  address(name: string): string {
    const value = this.given(name);
    if (value === undefined) {
      this.refuse(`${name} manque : l'adresse de Temporal, par exemple 127.0.0.1:7233.`);
      return '';
    }
    if (!/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(value)) {
      this.refuse(`${name} vaut « ${value} » ; la forme attendue est hôte:port.`);
    }
    return value;
  }

  postgresUrl(name: string, fallback?: string): string {
    const value = this.given(name) ?? fallback;
    if (value === undefined) {
      this.refuse(`${name} manque : l'adresse de la base, sous la forme postgres://….`);
      return '';
    }
    // The value may hold a password: it is never repeated in the message.
    if (this.given(name) !== undefined && !hasProtocol(value, ['postgres:', 'postgresql:'])) {
      this.refuse(`${name} n'est pas une adresse de base de données postgres://….`);
    }
    return value;
  }

  httpUrl(name: string, fallback: string): string {
    const value = this.given(name) ?? fallback;
    if (this.given(name) !== undefined && !hasProtocol(value, ['http:', 'https:'])) {
      this.refuse(`${name} vaut « ${value} » ; une adresse http(s):// est attendue.`);
    }
    return value;
  }

  smtpUrl(name: string): string | undefined {
    const value = this.given(name);
    // It may hold a password: it is never repeated in the message.
    if (value !== undefined && (!hasProtocol(value, ['smtp:', 'smtps:']) || new URL(value).hostname === ''))
      this.refuse(`${name} n'est pas une adresse de serveur de courrier smtp://… ou smtps://….`);
    else if (value !== undefined) this.requireEncryption(name, new URL(value));
    return value;
  }

  /** Refuses what would silently give encryption up, or let a password travel without it. */
  private requireEncryption(name: string, { hostname, username, searchParams }: URL): void {
    const unknown = [...searchParams.keys()].filter(key => key !== 'tls');
    const tls = searchParams.get('tls');
    if (unknown.length > 0 || (tls !== null && tls !== 'required' && tls !== 'none'))
      this.refuse(`${name} : seul ?tls=required ou ?tls=none peut suivre l'adresse du serveur de courrier.`);
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (tls === 'none' && username !== '' && !isLocal)
      this.refuse(
        `${name} : ?tls=none enverrait le mot de passe en clair à un serveur qui n'est pas sur cette machine.`,
      );
  }

  /** One address, perhaps behind a name: two would need a sender beside them, and none is refused by every server. */
  mailbox(name: string, fallback: string): string {
    const value = this.given(name) ?? fallback;
    if (!MAILBOX.test(value))
      this.refuse(
        `${name} vaut « ${value} » ; une seule adresse est attendue, par exemple « Jalon <jalon@region.example> ».`,
      );
    return value;
  }

  /** Where the anchors are kept: beside their key when nothing is said; nowhere without a key. */
  anchor(): AnchorSettings | undefined {
    const [key, file, mail] = ['JALON_ANCHOR_KEY', 'JALON_ANCHOR_FILE', 'JALON_ANCHOR_MAIL'].map(name =>
      this.given(name),
    );
    if (mail !== undefined && !/^[^\s@<>]+@[^\s@<>]+$/.test(mail))
      this.refuse(`JALON_ANCHOR_MAIL vaut « ${mail} » ; une adresse électronique est attendue.`);
    if (key === undefined && (file ?? mail) !== undefined)
      this.refuse('JALON_ANCHOR_KEY manque : sans clé, les journaux ne peuvent être ancrés.');
    return key === undefined ? undefined : { key, file: file ?? join(dirname(key), 'anchors.jsonl'), mail };
  }

  /** So many per second; null when nothing is said. */
  rate(name: string): number | null {
    const value = this.given(name);
    if (value === undefined) return null;
    if (!/^[1-9]\d{0,3}$/.test(value))
      this.refuse(`${name} vaut « ${value} » ; un nombre entier de courriers par seconde, de 1 à 9999, est attendu.`);
    return Number(value);
  }

  given(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }
}

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const ADDRESS = String.raw`[^\s@<>()[\]\\,;:"]+@[\p{L}\d](?:[\p{L}\d.-]*[\p{L}\d])?`;
const MAILBOX = new RegExp(`^(?:${ADDRESS}|(?:"[^"<>\\p{Cc}]*" *|[^"<>@,;:\\p{Cc}]*)<${ADDRESS}>)$`, 'u');
