import { actsController } from '../api/acts-controller.js';
import { ActBody } from '../api/body.js';
import { Fingerprint, Name } from '../api/fields.js';

class AttachmentBody extends ActBody {
  @Name({ label: 'Ce que c’est', description: 'Conservé à côté du journal', example: 'Lettre de la mairie' })
  title!: string;

  @Fingerprint({ label: 'Le document', description: 'SHA-256 du fichier déposé', hint: '' })
  hash!: string;
}

export const DocumentsController = actsController('documents', 'Documents', {
  'attach-document': AttachmentBody,
});
