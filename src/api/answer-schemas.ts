const uuid = { type: 'string', format: 'uuid', example: '0190a0aa-0000-7000-8000-000000000001' } as const;
const day = (example: string) => ({ type: 'string', format: 'date', example }) as const;
const word = (example: string) => ({ type: 'string', example }) as const;
const list = (name: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } }) as const;
const record = (properties: object) => ({ type: 'object', properties }) as const;

/** What the API answers, for its description: the shapes that every act and every reading share. */
export const ANSWER_SCHEMAS = {
  Fault: record({
    code: word('not-executory'),
    detail: word("La délibération n'est pas exécutoire : transmise, et publiée ou notifiée."),
    pointer: word('/date'),
    source: word('CGCT art. L4141-1'),
    liftedBy: record({
      act: word('transmit-deliberation'),
      label: word("Constater la transmission au représentant de l'État"),
    }),
  }),
  Problem: record({
    type: word('urn:jalon:probleme:not-executory'),
    title: word("L'acte est refusé"),
    status: { type: 'integer', example: 422 },
    detail: word("La délibération n'est pas exécutoire : transmise, et publiée ou notifiée."),
    instance: word('/api/conventions/0190a0aa-0000-7000-8000-000000000001/signatures'),
    traceId: uuid,
    errors: list('Fault'),
  }),
  Awaited: record({
    kind: word('council-opinion'),
    instance: word('1'),
    label: word('Avis du Conseil de développement'),
    from: record({
      role: word('council'),
      label: word('Conseil de développement du pays'),
      body: word('23350001600040'),
    }),
    due: { ...day('2026-05-04'), nullable: true },
    late: { type: 'boolean', example: false },
    source: word("Règlement de l'aide, avis du Conseil de développement"),
    acts: { type: 'array', items: word('give-opinion') },
  }),
  ActOffered: record({
    act: word('give-opinion'),
    label: word("Rendre l'avis du Conseil de développement"),
    as: word('council'),
    href: word('/api/poles/0190a0aa-0000-7000-8000-000000000001/council-opinions'),
    open: { type: 'boolean', example: true },
    reasons: list('Fault'),
  }),
  Event: record({
    id: uuid,
    type: word('opinion-given'),
    label: word('Avis du Conseil de développement rendu'),
    date: day('2026-03-14'),
    recordedAt: { type: 'string', format: 'date-time', example: '2026-03-16T08:12:40Z' },
    act: word('give-opinion'),
    by: word('conseil-brest'),
    as: word('council'),
    onBehalfOf: { ...word('02'), nullable: true },
    reglement: word('poles-ess-2026'),
    retracts: { ...uuid, nullable: true },
    version: { type: 'integer', nullable: true, example: 5 },
    data: { type: 'object', additionalProperties: true, example: { round: 1, outcome: 'favourable' } },
  }),
  ActDone: record({
    poleId: uuid,
    version: { type: 'integer', description: "Version des faits, aussi dans l'ETag", example: 5 },
    events: list('Event'),
    awaited: list('Awaited'),
    acts: list('ActOffered'),
    engine: { type: 'string', enum: ['late'], description: "Présent si le moteur n'a pas encore entendu" },
  }),
  Pole: record({
    id: uuid,
    name: word('Pôle fictif du pays de Brest (démonstration)'),
    version: { type: 'integer', example: 5 },
    stage: record({ code: word('preparation'), label: word('Étude, avis et appui') }),
    awards: { type: 'array', items: { type: 'object', additionalProperties: true } },
    instalments: { type: 'array', items: { type: 'object', additionalProperties: true } },
    awaited: list('Awaited'),
    acts: list('ActOffered'),
    nextAlarm: { type: 'string', format: 'date-time', nullable: true, example: '2026-04-19T06:00:00Z' },
  }),
  PoleCard: record({
    poleId: uuid,
    name: word('Pôle fictif du pays de Brest (démonstration)'),
    paysCodes: { type: 'array', items: word('02') },
    stage: word('preparation'),
    budgetYear: { type: 'integer', nullable: true, example: 2027 },
    held: { type: 'boolean', example: false },
    declaredOn: day('2026-02-02'),
  }),
  PoleList: record({ items: list('PoleCard'), next: { ...word('MjAyNi0wMi0wMg'), nullable: true } }),
  Timeline: record({ items: list('Event') }),
  Obligations: record({ items: list('Awaited') }),
  Clock: record({ mode: word('stepping'), now: word('2026-11-22T23:00:00Z'), today: day('2026-11-23') }),
} as const;

export type AnswerSchema = keyof typeof ANSWER_SCHEMAS;

/** The content of an answer of that shape. */
export function answerOf(name: AnswerSchema): { content: Record<string, { schema: { $ref: string } }> } {
  const media = name === 'Problem' ? 'application/problem+json' : 'application/json';
  return { content: { [media]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}
