import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { People } from '../access/people.js';
import { Access } from '../api/access.js';
import type { AuthoredRequest } from '../api/access-guard.js';
import { problem, ProblemException } from '../api/problem.js';
import { readClock } from '../clock/clock.js';
import { FeedReads, type OwedByADay, type Reader } from '../database/feed-reads.js';
import { perimeterOf } from '../domain/dossier/reading.js';
import { addDays } from '../domain/kernel/civil-date.js';
import { seesObligation, viewOf } from '../domain/dossier/view.js';
import { parisMidnight } from '../domain/kernel/paris.js';
import { readStates } from '../record/dossiers.js';
import { accountOfFeed } from '../record/people/feed-tokens.js';
import { Letters } from '../mail/letter.js';
import { DAYS_TOLD_AFTER, feedOf, type Dated } from './feed.js';
import { CalendarAnswer, CalendarClosedAnswer } from './answers.js';
import { Problems } from '../api/problems.js';
import { MyCalendar } from './my-calendar.js';

@ApiTags('Calendrier')
@Controller('me/calendar')
export class MyCalendarController {
  constructor(@Inject(MyCalendar) private readonly calendar: MyCalendar) {}

  @Post()
  @HttpCode(201)
  @Access({ to: 'people' })
  @ApiCreatedResponse({ description: 'Fait', type: CalendarAnswer })
  @ApiOperation({
    operationId: 'make-calendar',
    summary: 'Une adresse privée où lire ses échéances dans un agenda ; celle d’avant ne s’ouvre plus',
  })
  async make(@Req() request: AuthoredRequest, @Res({ passthrough: true }) response: Response): Promise<CalendarAnswer> {
    response.setHeader('Cache-Control', 'no-store');
    return { url: await this.calendar.renew(request.account) };
  }

  @Delete()
  @Access({ to: 'people' })
  @ApiOkResponse({ description: 'Fait', type: CalendarClosedAnswer })
  @ApiOperation({ operationId: 'revoke-calendar', summary: 'Fermer l’adresse privée de son agenda' })
  async revoke(@Req() request: AuthoredRequest): Promise<CalendarClosedAnswer> {
    return { revoked: await this.calendar.close(request.account) };
  }
}

@ApiTags('Calendrier')
@Controller('calendars')
export class CalendarsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(FeedReads) private readonly reads: FeedReads,
    @Inject(People) private readonly people: People,
    @Inject(Letters) private readonly letters: Letters,
  ) {}

  @Get(':file')
  @Access({ to: 'everyone' })
  @ApiParam({ name: 'file', description: 'Le jeton de l’adresse privée, suivi de « .ics »' })
  @ApiResponse({ status: 200, description: 'Lu', content: { 'text/calendar': { schema: { type: 'string' } } } })
  @Problems(404)
  @ApiOperation({ operationId: 'read-calendar', summary: 'Les échéances d’une personne, pour son agenda' })
  async read(@Param('file') file: string, @Res() response: Response) {
    const reader = await this.holder(/^(.+)\.ics$/.exec(file)?.[1] ?? '');
    if (!reader) throw absent();
    const { today } = await readClock(this.source.manager);
    const since = parisMidnight(addDays(today, -DAYS_TOLD_AFTER));
    const owed = await this.seen(await this.reads.of(reader, since), reader);
    const feed = feedOf(owed, ({ pole, id }) => this.letters.link({ pole, obligation: id }));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Content-Disposition', 'inline; filename="jalon.ics"');
    response.type('text/calendar; charset=utf-8').send(feed);
  }

  /** What is in the view that they have of each pôle. */
  private async seen(owed: readonly OwedByADay[], { actors, perimeter }: Reader): Promise<readonly Dated[]> {
    const states = await readStates(this.source.manager, [...new Set(owed.map(({ pole }) => pole))]);
    return owed.flatMap(obligation => {
      const state = states.get(obligation.pole);
      if (!state) return [];
      const isSeen = perimeter === undefined || seesObligation(viewOf(state, actors), obligation);
      return isSeen ? [{ owed: obligation, state }] : [];
    });
  }

  /** The person whose token it is; nobody for any other text, nor for who has no role any more. */
  private async holder(token: string): Promise<Reader | undefined> {
    const account = await accountOfFeed(this.source.manager, token);
    if (account === undefined) return undefined;
    const { today } = await readClock(this.source.manager);
    const actors = await this.people.own(account, today);
    return actors.length === 0 ? undefined : { account, actors, perimeter: perimeterOf(actors) };
  }
}

/** The same for a forged token, a revoked one and an address that never was. */
function absent(): ProblemException {
  return new ProblemException(problem('not-found', 404, 'Introuvable', "Cette adresse n'existe pas."));
}
