import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { refuse } from '../domain/kernel/refusal.js';
import { noteBounce, type Bounce, type Bounced } from '../record/mails/bounces.js';
import { RefusedError } from '../record/refused.js';
import { BounceBody } from './bounce-bodies.js';
import { failedDeliveries, UnreadableReportError } from '../mail/delivery-status.js';
import { isLostAddress } from '../mail/mail-status.js';
import { BounceNotedAnswer } from './follow-up-answers.js';
import { Problems } from '../api/problems.js';

@ApiTags('Courriers')
@Controller('bounces')
export class BouncesController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Post()
  @HttpCode(200)
  @Access({ to: 'roles', roles: rolesThat('keeper'), orSecret: true })
  @ApiOkResponse({ description: 'Fait', type: BounceNotedAnswer })
  @Problems(400, 413, 415, 422)
  @ApiOperation({
    operationId: 'note-bounce',
    summary: 'Noter un courrier revenu ; le serveur de courrier le dit avec le secret X-Jalon-Secret',
  })
  @ApiBody({ type: BounceBody })
  async note(@Body() body: BounceBody): Promise<BounceNotedAnswer> {
    const bounces = await bouncesOf(body);
    const noted: Bounced[] = [];
    for (const bounce of bounces) {
      const known = await noteBounce(this.source, bounce);
      if (known !== undefined) noted.push(known);
    }
    if (bounces.length > 0 && noted.length === 0) throw new RefusedError([ofNobody(body)]);
    const total = (of: keyof Bounced) => noted.reduce((sum, bounced) => sum + bounced[of], 0);
    return { reported: bounces.length, mails: total('mails'), contacts: total('contacts') };
  }
}

/** What came back is of no mail and of no contact of the house: whoever tells it is told so, or it would be forgotten. */
function ofNobody({ report, messageId }: BounceBody) {
  const pointer = report !== undefined ? '/report' : messageId === undefined ? '/address' : '/messageId';
  const message = 'Ce retour ne désigne aucun courrier ni aucun contact de la maison.';
  return refuse('bounce-of-nobody', message, { pointer });
}

async function bouncesOf({ report, messageId, address, reason }: BounceBody): Promise<readonly Bounce[]> {
  if (report !== undefined) return reportedIn(report);
  if (messageId === undefined && address === undefined)
    throw new RefusedError([
      refuse('bounce-of-nothing', 'Dites quel courrier est revenu, ou de quelle adresse.', { pointer: '/messageId' }),
    ]);
  const bounce = { messageId: messageId ?? null, address: address ?? null, reason: reason ?? 'non précisé' };
  return [{ ...bounce, lasting: isLostAddress(bounce.reason) ?? true }];
}

async function reportedIn(report: string): Promise<readonly Bounce[]> {
  try {
    return await failedDeliveries(report);
  } catch (error) {
    if (!(error instanceof UnreadableReportError)) throw error;
    throw new RefusedError([refuse('report-unreadable', error.message, { pointer: '/report' })]);
  }
}
