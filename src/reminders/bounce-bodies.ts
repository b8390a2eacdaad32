import { Email, Prose, SourceText } from '../api/fields.js';

export class BounceBody {
  @Prose({
    description: 'Message-ID du courrier revenu, avec ses chevrons',
    optional: true,
    longest: 300,
    example: '<0190a0aa-0000-7000-8000-000000000001@jalon.example>',
  })
  messageId?: string;

  @Email({ description: 'Adresse qui n’a pas reçu', optional: true, example: 'ess@region.example' })
  address?: string;

  @Prose({ description: 'Ce qu’en dit le serveur', optional: true, longest: 500, example: '550 5.1.1 Boîte inconnue' })
  reason?: string;

  @SourceText({
    description: 'Ou bien le rapport de non-remise entier (RFC 3464), tel qu’il est revenu',
    optional: true,
    longest: 400_000,
    example: 'Final-Recipient: rfc822; ess@region.example\nAction: failed\nStatus: 5.1.1\n',
  })
  report?: string;
}
