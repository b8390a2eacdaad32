import { Visitor, type Visited } from './browser-visitor.js';

/** People who read the pages of a house, each logged in once. */
export class PageReaders {
  private readonly visitors = new Map<string, Promise<Visitor>>();

  constructor(private readonly url: string) {}

  /** Asks for a page, or sends a form, as an account. */
  async ask(account: string, path: string, fields?: Readonly<Record<string, string>>): Promise<Visited> {
    return (await this.of(account)).ask(path, fields);
  }

  /** Someone's browser. */
  of(account: string): Promise<Visitor> {
    const visitor = this.visitors.get(account) ?? this.logIn(account);
    this.visitors.set(account, visitor);
    return visitor;
  }

  private async logIn(account: string): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.logIn(account, '/confirmer-identite');
    return visitor;
  }
}

/** The text of a page with plain spaces and apostrophes, as a test writes it. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
