import { Among, Day, Moment, Part, Parts, Text, Uuid, Whole, YesNo } from '../api/answers/fields.js';
import { VERDICTS, type Verdict } from '../domain/documents/deposits.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/documents/kinds.js';

/** A file that was deposited. */
export class FileAnswer {
  @Text('compte-rendu-financier-2026.pdf')
  readonly name!: string;

  @Text('application/pdf')
  readonly mediaType!: string;

  @Whole(1_240_000, { description: 'En octets' })
  readonly size!: number;

  @Text('porteur-demo', { description: 'Le compte qui l’a déposé' })
  readonly by!: string;

  @Moment('2027-05-05T06:00:02Z')
  readonly depositedAt!: string;

  @Among(VERDICTS, { description: 'Ce que dit l’antivirus ; « pending » tant qu’il n’a pas répondu' })
  readonly verdict!: Verdict;
}

/** A document of a pôle: that of a fact, or a file that no fact carries yet. */
export class DocumentAnswer {
  @Text('a'.repeat(64), { description: 'SHA-256 de ses octets' })
  readonly hash!: string;

  @Among(Object.keys(DOCUMENT_KINDS), { nullable: true, description: 'Nul pour un fichier qu’aucun acte n’a repris' })
  readonly kind!: DocumentKind | null;

  @Text('Compte rendu')
  readonly label!: string;

  @Text('statuts à jour', { nullable: true, description: 'La pièce du règlement' })
  readonly piece!: string | null;

  @Uuid({ nullable: true, description: 'Le fait qui le porte' })
  readonly event!: string | null;

  @Text('Compte rendu déposé', { nullable: true, description: 'Ce fait, en français' })
  readonly fact!: string | null;

  @Day('2027-05-05', { nullable: true, description: 'Le jour de ce fait' })
  readonly on!: string | null;

  @YesNo(true, { description: 'Si vous pouvez le lire' })
  readonly open!: boolean;

  @Part(() => FileAnswer, {
    nullable: true,
    description: 'Nul quand l’empreinte seule est connue, ou que le document ne vous est pas ouvert',
  })
  readonly file!: FileAnswer | null;
}

export class DocumentsAnswer {
  @Parts(() => DocumentAnswer)
  readonly items!: readonly DocumentAnswer[];
}

/** A file that has just been deposited. */
export class DepositAnswer extends FileAnswer {
  @Text('a'.repeat(64), { description: 'SHA-256 de ses octets : par quoi un acte le nomme' })
  readonly hash!: string;
}
