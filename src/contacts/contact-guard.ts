import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { AuthoredRequest } from '../api/access-guard.js';
import { ContactReads } from '../database/contact-reads.js';
import { knownContact, requireContactOpen } from './contact-access.js';

/**
 * Opens what is said of one contact: each for themselves; those who keep the contacts in their own name, for all. Refuses
 * a contact that does not exist. It comes before the body is looked at.
 */
@Injectable()
export class ContactGuard implements CanActivate {
  constructor(@Inject(ContactReads) private readonly reads: ContactReads) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthoredRequest>();
    requireContactOpen(await knownContact(this.reads, String(request.params['contactId'])), request);
    return true;
  }
}
