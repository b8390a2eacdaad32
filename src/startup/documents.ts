import type { SettingsReader } from './door.js';
import { projectFile } from './project-file.js';

/** Where the files of the dossiers are kept, and who looks for viruses in them. */
export interface DocumentSettings {
  readonly folder: string;
  /** The daemon of ClamAV; undefined where none is installed. */
  readonly antivirus: { readonly host: string; readonly port: number } | undefined;
}

const ADDRESS = /^([\w.-]+):(\d{1,5})$/;

/** Reads them. Production says where files are kept, and names its antivirus or says that it has none. */
export function documentSettings(reader: SettingsReader, production: boolean): DocumentSettings {
  const [folder, antivirus] = [reader.given('JALON_DOCUMENTS'), reader.given('JALON_CLAMAV')];
  if (production && folder === undefined)
    reader.refuse(
      'JALON_DOCUMENTS manque : en production (JALON_ENV=production), le dossier où les documents sont gardés.',
    );
  if (production && antivirus === undefined)
    reader.refuse(
      'JALON_CLAMAV manque : en production (JALON_ENV=production), l’antivirus (hôte:port de clamd), ou « aucun » si la maison s’en passe.',
    );
  return { folder: folder ?? projectFile('.jalon', 'documents'), antivirus: antivirusAt(reader, antivirus) };
}

function antivirusAt(reader: SettingsReader, said: string | undefined): DocumentSettings['antivirus'] {
  if (said === undefined || said === 'aucun') return undefined;
  const [, host, port] = ADDRESS.exec(said) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) {
    reader.refuse(`JALON_CLAMAV vaut « ${said} » ; hôte:port de clamd, ou « aucun », est attendu.`);
    return undefined;
  }
  return { host, port: Number(port) };
}
