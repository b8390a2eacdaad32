import { Body, Controller, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Act, Capability } from '../domain/dossier/act.js';
import { actNamed } from '../domain/dossier/acts.js';
import { roleLabel } from '../domain/dossier/roles.js';
import { REPORT_KINDS } from '../domain/reglement/reglement.js';
import { Access } from './access.js';
import type { IdentifiedRequest } from './access-guard.js';
import { ActsService } from './acts-service.js';
import { ActDoneAnswer } from './answers/dossier.js';
import type { BodyType } from './body.js';
import { idempotencyKey } from './idempotency-key.js';
import type { Params } from './subject-of-address.js';
import { Problems } from './problems.js';

const UUID = { type: 'string', format: 'uuid' } as const;
const PARAMETERS: Readonly<Record<string, object>> = {
  poleId: UUID,
  awardId: UUID,
  obligationId: UUID,
  report: { type: 'string', enum: REPORT_KINDS },
};

function decorate(prototype: object, name: string, act: Act<never>, body: BodyType): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor) throw new Error(`Méthode absente : ${name}`);
  const roles = act.roles.map(roleLabel).join(', ');
  const parameters = [...act.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '');
  const decorators: MethodDecorator[] = [
    Post(act.path),
    HttpCode(201),
    Access({ to: 'act', act: act.name }),
    ApiOperation({ operationId: act.name, summary: act.label, description: `Revient à : ${roles}.` }),
    ApiBody({ type: body }),
    ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', format: 'uuid' } }),
    ApiHeader({ name: 'If-Match', required: false, schema: { type: 'string', example: '"17"' } }),
    ...parameters.map(parameter =>
      ApiParam({
        name: parameter,
        schema: PARAMETERS[parameter] ?? { type: 'integer', minimum: 1 },
      }),
    ),
    ApiResponse({
      status: 201,
      description: "L'acte est fait : ses faits, la version, ce qui est attendu, les actes ouverts",
      type: ActDoneAnswer,
    }),
    Problems(400, 404, 409, 412, 413, 415, 422),
  ];
  for (const apply of decorators) apply(prototype, name, descriptor);
  Body()(prototype, name, 0);
  Req()(prototype, name, 1);
  Res({ passthrough: true })(prototype, name, 2);
  Reflect.defineMetadata('design:paramtypes', [body, Object, Object], prototype, name);
}

const BODIES = new Map<string, BodyType>();

/** The class that describes the body of an act. Throws for an act that no controller serves. */
export function bodyOf(act: string): BodyType {
  const body = BODIES.get(act);
  if (!body) throw new Error(`Acte que nulle route ne sert : ${act}`);
  return body;
}

/** The controller of a capability: one line per act, the rest is shared. */
export function actsController(capability: Capability, tag: string, bodies: Readonly<Record<string, BodyType>>): Type {
  class ActsOfCapability {
    constructor(private readonly acts: ActsService) {}

    async perform(act: Act<never>, body: object, request: IdentifiedRequest, response: Response) {
      const { account, params, headers } = request;
      const key = idempotencyKey(request);
      const asked = { act, body, account, key, params: params as Params, ifMatch: headers['if-match'] };
      const { answer, version, replayed, durable } = await this.acts.perform(asked);
      response.status(201).setHeader('ETag', `"${version}"`);
      response.setHeader('Server-Timing', `durable;dur=${durable.toFixed(2)}`);
      if (replayed) response.setHeader('Idempotency-Replayed', 'true');
      return answer;
    }
  }
  Object.defineProperty(ActsOfCapability, 'name', { value: `${capability}-acts` });
  Inject(ActsService)(ActsOfCapability, undefined, 0);
  for (const [name, body] of Object.entries(bodies)) {
    const act = actNamed(name);
    BODIES.set(name, body);
    Object.defineProperty(ActsOfCapability.prototype, name, {
      configurable: true,
      writable: true,
      value(this: ActsOfCapability, content: object, request: IdentifiedRequest, response: Response) {
        return this.perform(act, content, request, response);
      },
    });
    decorate(ActsOfCapability.prototype, name, act, body);
  }
  Controller()(ActsOfCapability);
  ApiTags(tag)(ActsOfCapability);
  return ActsOfCapability;
}
