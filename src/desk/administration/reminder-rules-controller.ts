import { Controller, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { holdsOneOf, ownRoles, type AuthoredRequest } from '../../api/access-guard.js';
import { actNamed } from '../../domain/dossier/acts.js';
import { sightOf, type Actor } from '../../domain/dossier/roles.js';
import { Letters } from '../../mail/letter.js';
import { Templates } from '../../mail/templates.js';
import { LadderPreviews } from '../../reminders/ladder-previews.js';
import { WrittenRules } from '../../settings/written-rules.js';
import { actAddress } from '../forms/addresses.js';
import { trimmed } from '../forms/posted.js';
import type { Page } from '../frame/page.js';
import { ReadPage } from '../frame/routes.js';
import { Asked, type Sent } from '../frame/typed.js';
import { laddersOfSetPage, laddersPage, type PreviewShown } from './ladders-page.js';
import { READS_RULES } from './places.js';
import { templatesPage, type Example } from './templates-page.js';

/** An example leads nowhere: its address is that of nothing. */
const ADDRESS = /https?:\/\/[^\s)>]+/g;
const APPLY = actNamed('apply-ladders');

/** By which ladders, and in which words, the house reminds. Set in files alone: these pages are read. */
@ApiExcludeController()
@Controller('administration')
export class ReminderRulePagesController {
  constructor(
    @Inject(WrittenRules) private readonly rules: WrittenRules,
    @Inject(LadderPreviews) private readonly previews: LadderPreviews,
    @Inject(Templates) private readonly templates: Templates,
    @Inject(Letters) private readonly letters: Letters,
  ) {}

  @ReadPage('echelles', READS_RULES)
  async ladders(@Req() { actors }: AuthoredRequest): Promise<Page> {
    return laddersPage(await this.rules.ladderSets(), ownRoles(actors));
  }

  @ReadPage('echelles/:ladders', READS_RULES)
  async laddersOf(
    @Param('ladders') id: string,
    @Asked() asked: Sent,
    @Req() { actors }: AuthoredRequest,
  ): Promise<Page> {
    const set = await this.rules.ladderSet(id);
    const others = set.of === 'set' ? await this.polesWithout(id) : [];
    const pole = others.find(other => other.id === trimmed(asked, 'pole'));
    return laddersOfSetPage({
      ...{ set, others, preview: pole && (await this.preview(pole, id, actors)) },
      opensPoles: ownRoles(actors).some(role => sightOf(role) === 'all'),
    });
  }

  @ReadPage('modeles', READS_RULES)
  letterTemplates(@Req() { actors }: AuthoredRequest): Promise<Page> {
    const shown = this.templates.names.map(name => ({ name, examples: this.examplesOf(name) }));
    return Promise.resolve(templatesPage(shown, ownRoles(actors)));
  }

  /** As who owes the thing reads it, then as the others do; once where both read the same. */
  private examplesOf(name: string): readonly Example[] {
    const toWhoOwes = this.example(name, 'À qui doit le faire', true);
    const toOthers = this.example(name, 'Aux autres', false);
    return toWhoOwes.text === toOthers.text ? [{ ...toOthers, reader: 'À tous' }] : [toWhoOwes, toOthers];
  }

  private example(name: string, reader: string, readerOwes: boolean): Example {
    const { subject, text } = this.letters.preview(name, readerOwes);
    return { reader, subject, text: text.replaceAll(ADDRESS, 'https://…').replaceAll(/ +$/gm, '') };
  }

  private async polesWithout(set: string) {
    const sets = await this.rules.ladderSets();
    const poles = sets.filter(({ id }) => id !== set).flatMap(other => other.poles);
    return poles.toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  private async preview(pole: PreviewShown['pole'], set: string, actors: readonly Actor[]): Promise<PreviewShown> {
    const form = actAddress(APPLY, pole.id, { kind: 'pole' });
    return {
      pole,
      changes: await this.previews.of(pole.id, set, actors),
      form: holdsOneOf(actors, APPLY.roles) ? form : undefined,
    };
  }
}
