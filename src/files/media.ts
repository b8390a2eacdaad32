interface Media {
  readonly mime: string;
  /** « PDF », as people call it. */
  readonly label: string;
  readonly isArchive?: true;
}

/** The formats that are taken, by the extension that names each: those that an administration can keep and read. */
export const MEDIA = {
  pdf: { mime: 'application/pdf', label: 'PDF' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', label: 'ODT', isArchive: true },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', label: 'ODS', isArchive: true },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'DOCX',
    isArchive: true,
  },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'XLSX', isArchive: true },
  jpg: { mime: 'image/jpeg', label: 'JPEG' },
  png: { mime: 'image/png', label: 'PNG' },
} as const satisfies Readonly<Record<string, Media>>;

export type Extension = keyof typeof MEDIA;

/** The same formats under the other names that files bear. */
const ALIASES: Readonly<Record<string, Extension>> = { jpeg: 'jpg' };

export const mediaOf = (extension: Extension): Media => MEDIA[extension];

/** The format that a name tells; undefined when it is none of those that are taken. */
export function extensionIn(name: string): Extension | undefined {
  const said = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const extension = ALIASES[said] ?? said;
  return Object.hasOwn(MEDIA, extension) ? (extension as Extension) : undefined;
}

/** Bytes of the largest file that is taken. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** What people are told of what they may bring. */
export const TAKEN =
  'PDF, ODT, ODS, DOCX ou XLSX, 20 Mo au plus. Une photo nette d’un document signé convient (JPEG, PNG).';
/** The same for a browser, which then shows these files first. */
export const ACCEPTED = Object.keys(MEDIA)
  .map(extension => `.${extension}`)
  .join(',');
