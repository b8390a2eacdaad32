import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActsService, type ActAsked } from '../../api/acts-service.js';
import { bodyOf } from '../../api/acts-controller.js';
import { InputPipe } from '../../api/input-pipe.js';
import { faultsOf, problemOf } from '../../api/problem-filter.js';
import type { Params } from '../../api/subject-of-address.js';
import type { Act } from '../../domain/dossier/act.js';
import { isOfRegion, type Actor } from '../../domain/dossier/roles.js';
import { isOtherAccount } from '../../record/people/bank-details.js';
import { StaleVersionError } from '../../record/refused.js';
import { addressWith, localAddress } from '../frame/destination.js';
import type { Page } from '../frame/page.js';
import { SeeOther } from '../frame/see-other.js';
import { DocumentShelf } from '../../documents/document-shelf.js';
import type { Brought } from './brought-files.js';
import { checkPage } from './check-page.js';
import { optionsFrom } from './choices.js';
import { closedPage } from './closed-page.js';
import { DONE } from '../frame/done.js';
import { conflictPage } from './conflict-page.js';
import { Drafts } from './drafts.js';
import { toldFaults } from './faults.js';
import { keyIn, renewed } from './form-key.js';
import { SAVE } from './draft-part.js';
import { formPage } from './form-page.js';
import { HouseFactsReader } from './house-facts.js';
import { liftingLinks } from './lifting.js';
import { allFields, formOf, sourcesOf } from './model.js';
import { REMOVED } from './file-input.js';
import { textsIn, trimmed, type Posted } from './posted.js';
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
  /** Refuses who identified themself too long ago, or entered by a link of a mail. */
  readonly requireFresh: () => Promise<void>;
}

/** What a form carries unseen of the page on which it was first shown. */
const VERSION = '_version';
const FROM = '_from';

/** What may be the digest of a file, among what was sent. */
const digestsIn = (posted: Posted): readonly string[] =>
  Object.keys(posted).flatMap(name => textsIn(posted, name).filter(text => /^[0-9a-f]{64}$/.test(text)));

/** The pages of an act: its form, what it is about to do, why it is closed, who decided meanwhile. */
@Injectable()
export class ActForms {
  constructor(
    @Inject(Situations) private readonly situations: Situations,
    @Inject(HouseFactsReader) private readonly house: HouseFactsReader,
    @Inject(ActsService) private readonly acts: ActsService,
    @Inject(InputPipe) private readonly pipe: InputPipe,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(DocumentShelf) private readonly shelf: DocumentShelf,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  /** The form, empty but for what the engine knows and what the person had typed before; or why the act is closed. */
  async show(asked: Asked): Promise<Page> {
    const situation = await this.situations.on(asked.act, asked.params, asked.actors);
    if (situation.closed.length > 0) return closedPage(await this.asking(asked, situation, {}), situation.closed);
    if (asksFreshLogin(situation)) await asked.requireFresh();
    const typed = await this.drafts.of(asked.account, asked.action);
    return formPage({ ...(await this.asking(asked, situation, typed)), isResumed: Object.keys(typed).length > 0 });
  }

  /** Checks what was sent, as the API would; asks to read twice what is grave; does it, once. What is not done is kept. */
  async send(asked: Asked, { posted, faults }: Brought): Promise<Page | SeeOther> {
    if (trimmed(posted, '_step') === SAVE) return this.save(asked, { posted, faults });
    const answered = await this.answer(asked, posted, faults);
    if (answered instanceof SeeOther) return answered;
    await this.drafts.keep(asked.account, asked.action, posted);
    return { ...answered, resumedAt: resumedAt(asked, posted) };
  }

  /** Keeps what was typed, whatever is wrong in it, and gives the form back. */
  private async save(asked: Asked, { posted, faults }: Brought): Promise<Page> {
    const kept = await this.drafts.keep(asked.account, asked.action, posted);
    const situation = await this.situations.on(asked.act, asked.params, asked.actors);
    const asking = { ...(await this.asking(asked, situation, posted)), faults, kept };
    return { ...formPage(asking, faults.length > 0 ? 422 : 200), resumedAt: resumedAt(asked, posted) };
  }

  private async answer(asked: Asked, posted: Posted, faults: Brought['faults']): Promise<Page | SeeOther> {
    const situation = await this.situations.on(asked.act, asked.params, asked.actors);
    if (asksFreshLogin(situation)) await this.requireFresh(asked, posted);
    const asking = await this.asking(asked, situation, posted);
    const step = trimmed(posted, '_step');
    if (faults.length > 0) return formPage({ ...asking, faults }, 422);
    if (trimmed(posted, '_more') !== '' || step === 'edit') return formPage(asking);
    const removed = trimmed(posted, REMOVED);
    if (removed !== '') return formPage(await this.asking(asked, situation, { ...posted, [removed]: '' }));
    try {
      const act = await this.actAsked(asked, asking);
      if (await this.namesOtherAccount(situation, act)) await this.requireFresh(asked, posted);
      const { gravity } = situation.act;
      if (gravity !== undefined && step !== 'do') {
        const { answer, replayed } = await this.acts.rehearse(act);
        return replayed ? this.done(asked, asking, answer.poleId) : checkPage(asking, gravity, answer);
      }
      const { answer } = await this.acts.perform(act);
      return await this.done(asked, asking, answer.poleId);
    } catch (error) {
      return this.refused(error, asking);
    }
  }

  /** Whether a claim asks to be paid on another account than before: whoever entered by a link of a mail changes none. */
  private async namesOtherAccount({ subject, dossier }: Situation, { body }: ActAsked): Promise<boolean> {
    const { iban } = body as { readonly iban?: string };
    if (iban === undefined || subject.kind !== 'instalment') return false;
    return isOtherAccount(this.source.manager, dossier.state, subject.award, iban);
  }

  /** What was typed is kept while its author identifies themself anew. */
  private async requireFresh({ requireFresh, account, action }: Asked, posted: Posted): Promise<void> {
    try {
      await requireFresh();
    } catch (error) {
      await this.drafts.keep(account, action, posted);
      throw error;
    }
  }

  /** Back where the person came from, with the key under which what they did is told. */
  private async done({ account, action }: Asked, { from, key }: Asking, poleId: string): Promise<SeeOther> {
    await this.drafts.forget(account, action);
    return new SeeOther(addressWith(from ?? `/poles/${poleId}`, DONE, key));
  }

  private async asking(asked: Asked, situation: Situation, posted: Posted): Promise<Asking> {
    const form = formOf(asked.act.name);
    const facts = await this.house.for(situation, sourcesOf(allFields(form)));
    return {
      ...{ situation, form, posted, facts, filled: readForm(form, posted), action: asked.action, faults: [] },
      files: await this.shelf.filesOf(situation.dossier.id, digestsIn(posted)),
      options: source => optionsFrom(source, situation, facts),
      links: liftingLinks(situation),
      key: keyIn(posted),
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

/** Where a form is found again as it was filled in, with the way back that it carries. */
function resumedAt({ action, from: asked }: Asked, posted: Posted): string {
  const from = localAddress(asked ?? trimmed(posted, FROM));
  return from === undefined ? action : `${action}?${new URLSearchParams({ depuis: from })}`;
}

/** Money that the Région moves and signatures want a person who has just identified themself; what a structure claims does not. */
const asksFreshLogin = ({ act: { gravity }, actor }: Situation): boolean =>
  gravity === 'signature' || (gravity === 'money' && isOfRegion(actor.role));
