import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ActsService, type ActAsked } from '../../api/acts-service.js';
import { bodyOf } from '../../api/acts-controller.js';
import { InputPipe } from '../../api/input-pipe.js';
import type { Fault, Problem } from '../../api/problem.js';
import { problemOf } from '../../api/problem-filter.js';
import type { Params } from '../../api/subject-of-address.js';
import type { Act } from '../../domain/dossier/act.js';
import type { Actor } from '../../domain/dossier/roles.js';
import { isUuid } from '../../domain/kernel/ids.js';
import { StaleVersionError } from '../../record/refused.js';
import type { Page } from '../frame/page.js';
import { SeeOther } from '../frame/see-other.js';
import { checkPage } from './check-page.js';
import { optionsFrom } from './choices.js';
import { closedPage } from './closed-page.js';
import { DONE } from '../frame/done.js';
import { conflictPage } from './conflict-page.js';
import { toldFaults } from './faults.js';
import { formPage } from './form-page.js';
import { HouseFactsReader } from './house-facts.js';
import { liftingLinks } from './lifting.js';
import { allFields, formOf, sourcesOf } from './model.js';
import { trimmed, type Posted } from './posted.js';
import { readForm } from './reading.js';
import { Situations, type Situation } from './situation.js';
import type { Asking } from './asking.js';

/** Who asks to do which act, at which address. */
export interface Asked {
  readonly act: Act<never>;
  readonly params: Params;
  readonly account: string;
  readonly actors: readonly Actor[];
  /** The address of the page itself, to which its form is sent. */
  readonly action: string;
  /** Where the person came from. */
  readonly from: string | undefined;
}

/** What a form carries unseen of the page on which it was first shown. */
const KEY = '_key';
const VERSION = '_version';
const FROM = '_from';

/** The pages of an act: its form, what it is about to do, why it is closed, who decided meanwhile. */
@Injectable()
export class ActForms {
  constructor(
    @Inject(Situations) private readonly situations: Situations,
    @Inject(HouseFactsReader) private readonly house: HouseFactsReader,
    @Inject(ActsService) private readonly acts: ActsService,
    @Inject(InputPipe) private readonly pipe: InputPipe,
  ) {}

  /** The form, empty but for what the engine knows; or why the act is closed. */
  async show(asked: Asked): Promise<Page> {
    const situation = await this.situations.on(asked.act, asked.params, asked.actors);
    const asking = await this.asking(asked, situation, {});
    return situation.closed.length > 0 ? closedPage(asking, situation.closed) : formPage(asking);
  }

  /** Checks what was sent, as the API would; asks to read twice what is grave; does it, once. */
  async send(asked: Asked, posted: Posted): Promise<Page | SeeOther> {
    const situation = await this.situations.on(asked.act, asked.params, asked.actors);
    const asking = await this.asking(asked, situation, posted);
    const step = trimmed(posted, '_step');
    if (trimmed(posted, '_more') !== '' || step === 'edit') return formPage(asking);
    try {
      const act = await this.actAsked(asked, asking);
      if (situation.act.gravity !== undefined && step !== 'do') {
        const { answer, replayed } = await this.acts.rehearse(act);
        return replayed ? done(asking, answer.poleId) : checkPage(asking, answer);
      }
      const { answer } = await this.acts.perform(act);
      return done(asking, answer.poleId);
    } catch (error) {
      return this.refused(error, asking);
    }
  }

  private async asking(asked: Asked, situation: Situation, posted: Posted): Promise<Asking> {
    const form = formOf(asked.act.name);
    const facts = await this.house.for(situation, sourcesOf(allFields(form)));
    const key = trimmed(posted, KEY).toLowerCase();
    return {
      ...{ situation, form, posted, facts, filled: readForm(form, posted), action: asked.action, faults: [] },
      options: source => optionsFrom(source, situation, facts),
      links: liftingLinks(situation),
      key: isUuid(key) ? key : randomUUID(),
      version: /^\d{1,9}$/.test(trimmed(posted, VERSION))
        ? trimmed(posted, VERSION)
        : String(situation.dossier.version),
      from: localAddress(asked.from ?? trimmed(posted, FROM)),
    };
  }

  private async actAsked(
    { act, params, account }: Asked,
    { filled, key, version, situation }: Asking,
  ): Promise<ActAsked> {
    const body = (await this.pipe.transform(filled.body, { type: 'body', metatype: bodyOf(act.name) })) as object;
    return { act, params, account, body, key, ifMatch: situation.dossier.isNew ? undefined : `"${version}"` };
  }

  /** What a person may mend is told where they typed; the rest is not for this page. */
  private async refused(error: unknown, asking: Asking): Promise<Page> {
    if (error instanceof StaleVersionError) return conflictPage(asking, error, await this.house.people());
    const answered = problemOf(error);
    if (!answered || ![400, 403, 409, 422].includes(answered.problem.status)) throw error;
    return formPage(
      { ...renewed(asking, answered.problem), faults: toldFaults(faultsOf(answered.problem), asking.filled) },
      answered.problem.status,
    );
  }
}

/** A key that served for something else serves no more: what is sent again is another act, and looked at as such. */
const renewed = (asking: Asking, { type }: Problem): Asking =>
  type === 'urn:jalon:probleme:key-reused' ? { ...asking, key: randomUUID() } : asking;

const faultsOf = ({ errors, detail, type }: Problem): readonly Fault[] =>
  errors ?? [{ code: type.slice(type.lastIndexOf(':') + 1), detail }];

/** Back where the person came from, with the key under which what they did is told. */
function done({ from, key }: Asking, poleId: string): SeeOther {
  const [path = '', hash] = (from ?? `/poles/${poleId}`).split('#');
  const url = `${path}${path.includes('?') ? '&' : '?'}${DONE}=${key}`;
  return new SeeOther(hash === undefined ? url : `${url}#${hash}`);
}

/** An address of the house, or nothing. */
function localAddress(asked: string): string | undefined {
  if (!/^\/(?![/\\])/.test(asked) || !URL.canParse(asked, 'http://house')) return undefined;
  const { origin, pathname, search, hash } = new URL(asked, 'http://house');
  return origin === 'http://house' ? `${pathname}${search}${hash}` : undefined;
}
