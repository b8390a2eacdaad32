/** What a page answered to someone without JavaScript. */
export interface Visited {
  readonly status: number;
  /** Where it leads, whole; empty when it leads nowhere. */
  readonly location: string;
  readonly html: string;
  readonly headers: Headers;
}

/** Someone with a browser and without JavaScript: keeps cookies, follows redirections when told, fills the forms shown. */
export class Visitor {
  readonly cookies = new Map<string, { readonly value: string; readonly attributes: string; readonly host: string }>();

  constructor(readonly url: string) {}

  /** Asks for one address, and follows no redirection. */
  async ask(
    address: string,
    fields?: Readonly<Record<string, string>> | URLSearchParams | FormData,
    headers: HeadersInit = {},
  ): Promise<Visited> {
    const target = new URL(address, this.url);
    const answer = await fetch(target, {
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(target), accept: 'text/html', ...headers },
      ...(fields === undefined
        ? {}
        : { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }),
    });
    for (const header of answer.headers.getSetCookie()) this.keep(header, target.host);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? '' : new URL(location, target).href,
      html: await answer.text(),
      headers: answer.headers,
    };
  }

  /** Asks for an address and goes where it leads, time after time. */
  async go(address: string, fields?: Readonly<Record<string, string>>): Promise<Visited & { readonly at: string }> {
    let [at, answer] = [new URL(address, this.url).href, await this.ask(address, fields)];
    while (answer.location !== '') {
      at = answer.location;
      answer = await this.ask(at);
    }
    return { ...answer, at };
  }

  /** Logs in at the provider as a demo account, from a page that asks for it; answers where it leads. */
  async logIn(account: string, destination = '/') {
    const login = await this.go(`/connexion?${new URLSearchParams({ vers: destination })}`);
    const chooser = await this.go('/connexion', { ...hidden(login.html) });
    return this.go(`${new URL(chooser.at).pathname}/${account}`.replace(/^/, new URL(chooser.at).origin), {});
  }

  /** What its browser sends to an address beside what is asked. */
  cookiesFor({ host }: URL): string {
    return [...this.cookies]
      .filter(([, cookie]) => cookie.host === host)
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private keep(header: string, host: string): void {
    const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(header) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(attributes)) this.cookies.delete(name);
    else this.cookies.set(name, { value, attributes, host });
  }
}

/** The hidden fields of the first form of a page that leads to an address, or of its first form. */
export function hidden(html: string, action?: string): Readonly<Record<string, string>> {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find(text => action === undefined || text.includes(`action="${action}"`)) ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value = '']) => [name, value.replaceAll('&amp;', '&')]));
}
