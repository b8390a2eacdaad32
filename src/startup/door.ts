import { isIP } from 'node:net';

/** Where settings are read from, and what refuses one in a French sentence. */
export interface SettingsReader {
  given(name: string): string | undefined;
  port(name: string, fallback: number): number;
  refuse(problem: string): void;
}

/** How the API lets requests in. */
export interface DoorSettings {
  /** The most requests in a minute of one account, or of one address without an account. */
  readonly requestsPerMinute: number;
  /** How many proxies stand before the API, or their addresses: they alone are believed on where a request comes from. */
  readonly trustedProxies: number | readonly string[];
  /** Whether what is for operators (measures, stories, description) is served on their port alone, or on none. */
  readonly operationsApart: boolean;
  /** The port of the operators; none when undefined. */
  readonly operationsPort: number | undefined;
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
/** A person or a program that works fast makes ten requests a second at most; a demonstration is carried by few accounts. */
const USUAL_RATE = { production: 600, elsewhere: 6000 };

/** The door of a house that nothing is set for, outside production. */
export const OPEN_DOOR: DoorSettings = {
  requestsPerMinute: USUAL_RATE.elsewhere,
  trustedProxies: 0,
  operationsApart: false,
  operationsPort: undefined,
};

/** Reads how the API lets requests in. */
export function doorSettings(reader: SettingsReader, production: boolean): DoorSettings {
  return {
    requestsPerMinute: requestsPerMinute(reader, production),
    trustedProxies: trustedProxies(reader),
    operationsApart: production,
    operationsPort: optionalPort(reader, 'JALON_OPERATIONS_PORT'),
  };
}

/** A port that the house has only when it is set. */
export function optionalPort(reader: SettingsReader, name: string): number | undefined {
  return reader.given(name) === undefined ? undefined : reader.port(name, 0);
}

function requestsPerMinute(reader: SettingsReader, production: boolean): number {
  const value = reader.given('JALON_REQUESTS_PER_MINUTE');
  if (value === undefined) return production ? USUAL_RATE.production : USUAL_RATE.elsewhere;
  if (!/^[1-9]\d{0,5}$/.test(value))
    reader.refuse(`JALON_REQUESTS_PER_MINUTE vaut « ${value} » ; un nombre entier de 1 à 999999 est attendu.`);
  return Number(value);
}

function trustedProxies(reader: SettingsReader): number | readonly string[] {
  const value = reader.given('JALON_TRUSTED_PROXIES');
  if (value === undefined) return 0;
  if (/^[1-9]$/.test(value)) return Number(value);
  const networks = value.split(',').map(network => network.trim());
  const strange = networks.filter(network => !isNetwork(network));
  if (strange.length > 0)
    reader.refuse(
      `JALON_TRUSTED_PROXIES contient « ${strange.join(' », « ')} » ; un nombre de 1 à 9, ou des adresses (10.0.0.0/8) ou ${NAMED_NETWORKS.join(', ')}, séparées par des virgules, sont attendus.`,
    );
  return networks;
}

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
