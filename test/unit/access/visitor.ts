/** Someone with a browser: follows no redirection alone, keeps cookies and shows them to their own paths. */
export class Visitor {
  private readonly cookies = new Map<string, { readonly value: string; readonly path: string }>();

  async goes(url: string, method = 'GET'): Promise<{ status: number; location: string; text: string }> {
    const { pathname } = new URL(url);
    const shown = [...this.cookies].filter(([, cookie]) => pathname.startsWith(cookie.path));
    const cookie = shown.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', headers: { cookie } });
    for (const header of answer.headers.getSetCookie()) this.keep(header);
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? '' : new URL(location, url).href,
      text: await answer.text(),
    };
  }

  private keep(header: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    const path = /path=([^;]+)/i.exec(header)?.[1] ?? '/';
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}
