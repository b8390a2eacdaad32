import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Access } from '../api/access.js';
import { rolesThat } from '../domain/dossier/roles.js';
import { refuse } from '../domain/kernel/refusal.js';
import { noteBounce, type Bounce } from '../record/mails/bounces.js';
import { RefusedError } from '../record/refused.js';
import { BounceBody } from './bounce-bodies.js';
import { failedDeliveries } from '../mail/delivery-status.js';
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
  @Problems(400, 413, 422)
  @ApiOperation({
    operationId: 'note-bounce',
    summary: 'Noter un courrier revenu ; le serveur de courrier le dit avec le secret X-Jalon-Secret',
  })
  @ApiBody({ type: BounceBody })
  async note(@Body() body: BounceBody): Promise<BounceNotedAnswer> {
    const bounces = await bouncesOf(body);
    let [mails, contacts] = [0, 0];
    for (const bounce of bounces) {
      const noted = await noteBounce(this.source, bounce);
      mails += noted.mails;
      contacts += noted.contacts;
    }
    return { reported: bounces.length, mails, contacts };
  }
}

async function bouncesOf({ report, messageId, address, reason }: BounceBody): Promise<readonly Bounce[]> {
  if (report !== undefined) return failedDeliveries(report);
  if (messageId === undefined && address === undefined)
    throw new RefusedError([
      refuse('bounce-of-nothing', 'Dites quel courrier est revenu, ou de quelle adresse.', { pointer: '/messageId' }),
    ]);
  const bounce = { messageId: messageId ?? null, address: address ?? null, reason: reason ?? 'non précisé' };
  return [{ ...bounce, lasting: isLostAddress(bounce.reason) ?? true }];
}
