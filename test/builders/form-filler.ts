import { actAddress, DECLARATION } from '../../src/desk/forms/addresses.js';
import { actNamed } from '../../src/domain/dossier/acts.js';
import { targetOf } from '../../src/api/subject-of-address.js';
import { depositNamed } from '../../src/simulation/papers.js';
import type { Answer, HouseClient } from '../../src/simulation/house-client.js';
import { FORM_KEY } from '../../src/api/page-sessions.js';
import { Visitor, type Visited } from './browser-visitor.js';
import { filledForm, type Entries } from './filled-form.js';
import { addressOf, paramsOf, type Found, type Step } from './http-walks.js';

/** A page as a browser without JavaScript has it. */
export interface PageSeen {
  readonly status: number;
  readonly html: string;
  /** Where it leads when it answers nothing itself. */
  readonly location: string | undefined;
}

const UNESCAPED: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };
const unescaped = (text: string) => text.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => UNESCAPED[name] ?? '');

const attribute = (tag: string, name: string) => {
  const found = new RegExp(` ${name}(?:="([^"]*)")?(?= |/|>)`).exec(tag);
  return found ? unescaped(found[1] ?? '') : undefined;
};

const tagsOf = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);

/** What the form of a page sends unseen. */
export const hiddenIn = (html: string): Entries => hiddenOf(html.slice(html.indexOf('<main')));

const hiddenOf = (html: string): Entries =>
  tagsOf(html, 'input').flatMap(tag =>
    attribute(tag, 'type') === 'hidden' ? [[attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const] : [],
  );

/** The names of what a page asks. */
export const namesIn = (html: string): ReadonlySet<string> =>
  new Set(
    ['input', 'textarea', 'select'].flatMap(tag => tagsOf(html, tag).flatMap(found => attribute(found, 'name') ?? [])),
  );

/** What is written in the fields of a page before anyone types. */
export const writtenIn = (html: string): readonly string[] => [
  ...tagsOf(html, 'input').flatMap(tag =>
    attribute(tag, 'type') === 'text' && (attribute(tag, 'value') ?? '') !== '' ? [tag] : [],
  ),
  ...tagsOf(html, 'input').filter(tag => attribute(tag, 'checked') !== undefined),
  ...[...html.matchAll(/<textarea\b[^>]*>\s*([^<\s][^<]*)<\/textarea>/g)].map(([, text = '']) => text),
  ...tagsOf(html, 'option').filter(tag => attribute(tag, 'selected') !== undefined),
];

/** Milliseconds after which someone logs in again: well before money asks them to. */
const LOGGED_IN = 8 * 60_000;

/** Fills in the forms of the pages, as a person does whose browser has no JavaScript. */
export class FormFiller {
  /** The forms that were shown before anything was typed, by their acts. */
  readonly shown = new Map<string, string>();
  /** The pages « Vous allez… » that were shown, by their acts. */
  readonly checked = new Map<string, string>();

  private readonly visitors = new Map<string, { readonly visitor: Visitor; readonly since: number }>();

  constructor(private readonly people: HouseClient) {}

  async get(account: string, path: string): Promise<PageSeen> {
    return seen(await (await this.loggedIn(account)).ask(path));
  }

  /** Sends a form that was shown: it carries its session's key. */
  async post(account: string, path: string, entries: Entries): Promise<PageSeen> {
    const visitor = await this.loggedIn(account);
    const isOwn = entries.some(([name]) => name === FORM_KEY);
    const key = isOwn ? [] : hiddenOf((await visitor.ask(path)).html).slice(0, 1);
    return seen(await visitor.ask(path, new URLSearchParams([...key, ...entries].map(([name, text]) => [name, text]))));
  }

  /** The browser of someone who logged in a short while ago. */
  async loggedIn(account: string): Promise<Visitor> {
    const known = this.visitors.get(account);
    if (known && performance.now() - known.since < LOGGED_IN) return known.visitor;
    const visitor = new Visitor(this.people.url);
    await visitor.logIn(account);
    this.visitors.set(account, { visitor, since: performance.now() });
    return visitor;
  }

  /** The page of a step of a walk. */
  addressOf(step: Step, found: Found): string {
    const act = actNamed(step.act);
    if (step.act === 'declare-initiative') return DECLARATION;
    return actAddress(act, found.pole?.id ?? '', targetOf(act, paramsOf(step, found)).subject);
  }

  /** Does a step by its form alone; answers what the API answers to the same body under the same key. */
  async do(step: Step, found: Found): Promise<Answer> {
    const path = this.addressOf(step, found);
    const page = await this.get(step.account, path);
    if (page.status !== 200) throw new Error(`${step.act} : ${page.status} ${page.html}`);
    this.shown.set(step.act, page.html);
    const body = step.body(found);
    if (found.pole) await depositNamed(this.people, step.account, found.pole.id, body);
    const done = await this.sent(step, path, [
      ...hiddenIn(page.html).filter(isUnderscored),
      ...filledForm(step.act, body),
    ]);
    if (done.location === undefined) throw new Error(`${step.act} : ${done.status} ${textOf(done.html)}`);
    const key = new URL(done.location, this.people.url).searchParams.get('fait') ?? '';
    return this.people.act(step.account, addressOf(step, found), body, key);
  }

  private async sent(step: Step, path: string, entries: Entries): Promise<PageSeen> {
    const page = await this.post(step.account, path, entries);
    if (page.location !== undefined || !page.html.includes('value="do"')) return page;
    this.checked.set(step.act, page.html);
    return this.post(step.account, path, [...hiddenIn(page.html), ['_step', 'do']]);
  }
}

const isUnderscored = ([name]: readonly [string, string]) => name.startsWith('_');

const seen = ({ status, html, location }: Visited): PageSeen => ({
  ...{ status, html },
  location: location === '' ? undefined : pathOf(location),
});

function pathOf(location: string): string {
  const { pathname, search, hash } = new URL(location);
  return pathname + search + hash;
}

/** What a page says, without its marks. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, ' ')).replace(/[ \n]+/g, ' ');
