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
    id: { ...uuid, nullable: true },
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
    extensionAsked: { ...day('2026-09-30'), nullable: true },
    acts: { type: 'array', items: word('give-opinion') },
  }),
  Forecast: record({ from: day('2026-05-04'), days: { type: 'integer', example: 30 }, items: list('ForecastLine') }),
  ForecastLine: record({
    pole: record({ id: uuid, name: word('Pôle fictif du pays de Brest (démonstration)') }),
    on: day('2026-05-05'),
    at: { type: 'string', format: 'date-time', example: '2026-05-05T06:00:00Z' },
    what: { type: 'string', enum: ['reminder', 'escalation', 'transition', 'hold'], example: 'reminder' },
    kind: word('council-opinion'),
    label: word('Avis du Conseil de développement'),
    instance: word('1'),
    due: { ...day('2026-05-04'), nullable: true },
    rung: { type: 'integer', nullable: true, example: 2 },
    merged: { type: 'array', items: { type: 'integer', example: 1 } },
    late: { type: 'boolean', example: false },
    template: { ...word('late'), nullable: true },
    recipients: list('ForecastRecipient'),
    because: list('Fault'),
  }),
  ForecastRecipient: record({
    role: word('council'),
    label: word('Conseil de développement du pays'),
    body: { ...word('23350001600040'), nullable: true },
    inTheirAbsence: { type: 'boolean', description: 'Quelqu’un d’autre le reçoit à leur place', example: false },
    pace: { type: 'string', enum: ['instant', 'daily', 'weekly'], example: 'daily' },
    reason: { ...word('said-lately'), nullable: true, description: 'Pourquoi il ne partira pas' },
  }),
  LadderPreview: record({ items: list('LadderChange') }),
  LadderChange: record({
    obligation: uuid,
    kind: word('council-opinion'),
    label: word('Avis du Conseil de développement'),
    due: { ...day('2026-05-04'), nullable: true },
    before: list('RungToCome'),
    after: list('RungToCome'),
  }),
  RungToCome: record({
    day: day('2026-04-20'),
    template: word('before'),
    recipients: { type: 'array', items: word('debtor') },
  }),
  Usefulness: record({ items: list('ReminderLine') }),
  ReminderLine: record({
    kind: word('council-opinion'),
    label: word('Avis du Conseil de développement'),
    rung: { type: 'integer', description: 'Échelon ; −1 pour les relances à la main', example: 2 },
    planned: { type: 'integer', example: 12 },
    sent: { type: 'integer', example: 10 },
    useful: { type: 'integer', description: 'Envoyés, et l’échéance tenue sous 7 jours', example: 6 },
    suppressed: { type: 'integer', example: 2 },
    bounced: { type: 'integer', example: 0 },
  }),
  Reconciliation: record({
    at: { type: 'string', format: 'date-time', example: '2026-05-05T06:30:00Z' },
    differences: { type: 'integer', example: 0 },
    items: { type: 'array', items: record({ kind: word('stuck'), about: uuid, pole: { ...uuid, nullable: true } }) },
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
    datePrecision: { type: 'string', enum: ['day', 'month', 'year'], example: 'day' },
    when: word('14 mars 2026'),
    recordedAt: { type: 'string', format: 'date-time', example: '2026-03-16T08:12:40Z' },
    act: word('give-opinion'),
    by: word('conseil-brest'),
    as: word('council'),
    onBehalfOf: { ...word('02'), nullable: true },
    reglement: word('poles-ess-2019'),
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
    setAside: {
      ...word('entrée 5 (vote-recorded) : son contenu ou son empreinte a changé'),
      nullable: true,
      description: "Pourquoi le dossier ne reçoit plus d'acte : son journal a été altéré",
    },
    stage: record({ code: word('preparation'), label: word('Étude, avis et appui') }),
    awards: { type: 'array', items: { type: 'object', additionalProperties: true } },
    instalments: { type: 'array', items: { type: 'object', additionalProperties: true } },
    years: list('FundedYear'),
    posts: list('Post'),
    awaited: list('Awaited'),
    acts: list('ActOffered'),
    nextAlarm: { type: 'string', format: 'date-time', nullable: true, example: '2026-04-19T06:00:00Z' },
  }),
  FundedYear: record({
    award: uuid,
    year: { type: 'integer', example: 1 },
    openedOn: day('2026-05-04'),
    exercise: record({ from: day('2027-01-01'), to: day('2027-12-31') }),
    reports: { type: 'array', items: { type: 'object', additionalProperties: true } },
    granted: word('35000.00'),
    due: word('33082.19'),
    steps: {
      type: 'array',
      items: record({
        rule: word('vacancy'),
        explanation: word('Vacance : poste 1 du 1er mars 2027 au 18 juin 2027, 20 jours comptés'),
        amount: word('33082.19'),
      }),
    },
  }),
  Post: record({
    number: { type: 'integer', example: 1 },
    share: { type: 'integer', description: 'Part de temps plein, en pour cent', example: 80 },
    status: { type: 'string', enum: ['vacant', 'filled', 'ended'], example: 'filled' },
    openedOn: day('2026-06-01'),
    vacantSince: { ...day('2027-03-01'), nullable: true },
  }),
  Preview: record({
    obligations: {
      type: 'array',
      items: record({
        key: word('year-turn/0190a0aa-0000-7000-8000-000000000001/3'),
        label: word("Fin d'un exercice : le suivant s'ouvre, ou la convention arrive à son terme"),
        before: { type: 'object', nullable: true, additionalProperties: true },
        after: { type: 'object', nullable: true, additionalProperties: true },
      }),
    },
    instalments: {
      type: 'array',
      items: record({
        year: { type: 'integer', example: 3 },
        number: { type: 'integer', example: 1 },
        before: { ...word('24500.00'), nullable: true },
        after: { ...word('20000.00'), nullable: true },
      }),
    },
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
  Calendar: record({ url: word('https://jalon.example/calendars/3q2-7wAA.ics') }),
  Clock: record({ mode: word('stepping'), now: word('2026-11-22T23:00:00Z'), today: day('2026-11-23') }),
} as const;

export type AnswerSchema = keyof typeof ANSWER_SCHEMAS;

/** The content of an answer of that shape. */
export function answerOf(name: AnswerSchema): { content: Record<string, { schema: { $ref: string } }> } {
  const media = name === 'Problem' ? 'application/problem+json' : 'application/json';
  return { content: { [media]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}
