import { ask, at, element, euros, french, identify, told } from './maison.js';

const id = location.pathname.split('/').at(-1);
const STATES = { open: 'attendue', done: 'tenue', withdrawn: 'sans objet', waived: 'dispensée' };
const SAID = {
  planned: 'prévu',
  leaving: 'en cours d’envoi',
  sent: 'envoyé',
  suppressed: 'retenu',
  bounced: 'rejeté',
  refused: 'refusé par le serveur',
  'given-up': 'abandonné',
  uncertain: 'peut-être envoyé',
};

/** What the API asks for in an act: its fields, and which of them it cannot do without. Their examples are fiction. */
async function asked(act) {
  const { paths, components } = await ask('/api/openapi.json');
  const operation = Object.values(paths)
    .map(path => path.post)
    .find(post => post?.operationId === act);
  const { $ref = '' } = operation?.requestBody?.content?.['application/json']?.schema ?? {};
  const { properties = {}, required = [] } = components.schemas[$ref.split('/').at(-1)] ?? {};
  return Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) }));
}

/** An empty field, of the shape that the API asks for; a list or an object is written in JSON. */
function inputOf({ name, schema, required }, act) {
  const more = { id: `${act}-${name}`, name, required };
  const choices = schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : undefined);
  if (choices) {
    const select = element('select', '', more);
    const words = { true: 'oui', false: 'non' };
    select.append(...['', ...choices].map(value => element('option', words[value] ?? value, { value })));
    return select;
  }
  if (schema.type === 'string')
    return element('input', '', { ...more, type: schema.format === 'date' ? 'date' : 'text' });
  if (schema.type === 'integer' || schema.type === 'number') return element('input', '', { ...more, type: 'number' });
  return element('textarea', '', { ...more, spellcheck: false });
}

function fieldOf(field, act) {
  const input = inputOf(field, act);
  const json = input.localName === 'textarea' ? ', en JSON' : '';
  const words = `${field.schema.description ?? field.name}${json}${field.required ? '' : ' (facultatif)'}`;
  const line = element('p', '');
  line.append(element('label', words, { htmlFor: input.id }), input);
  return line;
}

/** What was filled in, and nothing of what was left empty. */
function said(form, fields) {
  const filled = fields.filter(({ name }) => form.elements[name].value.trim() !== '');
  return Object.fromEntries(filled.map(({ name, schema }) => [name, valueOf(form.elements[name].value, schema)]));
}

function valueOf(text, { type, enum: choices }) {
  if (type === 'string' || choices) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`« ${text} » n’est pas du JSON.`);
  }
}

function facts(seen) {
  const lines = [
    ['Pôle', seen.pole.name],
    ...(seen.object?.instalment ? [['Montant prévu', euros(seen.object.instalment.amount)]] : []),
    ['État', STATES[seen.state]],
    ['À faire au plus tard le', french(seen.due), seen.late ? 'late' : ''],
    ['Par', seen.debtor.label],
    ...(seen.creditor ? [['Pour', seen.creditor.label]] : []),
    ['En vertu de', seen.source],
    ...(seen.trigger ? [['À la suite de', `${seen.trigger.label}, ${seen.trigger.when}`]] : []),
    ...(seen.dueDates.length > 1
      ? [
          [
            'Dates d’avant',
            seen.dueDates
              .slice(0, -1)
              .map(one => french(one.due))
              .join(', '),
          ],
        ]
      : []),
    ...(seen.extension.asked ? [['Prorogation demandée', french(seen.extension.asked)]] : []),
    ...(seen.extension.granted ? [['Prorogation accordée', french(seen.extension.granted)]] : []),
  ];
  return lines.flatMap(([name, value, className = '']) => [element('dt', name), element('dd', value, { className })]);
}

function closed({ detail, source, liftedBy }) {
  const lifting = liftedBy ? `À faire d’abord : ${liftedBy.label}` : '';
  return element('p', [detail, source, lifting].filter(Boolean).join(' — '));
}

function offered({ act, label, href, open, reasons }) {
  const box = element('details', '');
  box.append(element('summary', open ? label : `${label} (fermé)`));
  if (!open) {
    box.append(...reasons.map(closed));
    return box;
  }
  const form = element('form', '');
  const key = crypto.randomUUID();
  let fields = [];
  box.addEventListener(
    'toggle',
    () =>
      void told(async () => {
        fields = await asked(act);
        form.replaceChildren(...fields.map(field => fieldOf(field, act)), element('button', label));
      }),
    { once: true },
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    void told(async () => {
      const body = JSON.stringify(said(form, fields));
      await ask(href, { method: 'POST', body, headers: { 'idempotency-key': key } });
      await show(`${label} : c’est fait.`);
      at('said').focus();
    });
  });
  box.append(form);
  return box;
}

function reminder({ plannedFor, label, state, late, reasonLabel }) {
  const became = reasonLabel === null ? SAID[state] : `${SAID[state]}, ${reasonLabel}`;
  return element(
    'li',
    `${french(plannedFor.slice(0, 10))}, ${label ?? 'personne'} : ${became}${late ? ' (en retard)' : ''}`,
  );
}

/** Rungs that were past already leave together, in one message for each. */
function toCome(rungs) {
  return [...new Set(rungs.map(one => one.leavesOn))].map(day => {
    const leaving = rungs.filter(one => one.leavesOn === day);
    const people = [...new Set(leaving.flatMap(one => one.recipients.map(({ label }) => label)))];
    const merged = leaving.length === 1 ? '' : `, en un seul message pour ${leaving.length} échelons`;
    return element('li', `${french(day)}, à venir : ${people.join(', ')}${merged}`);
  });
}

async function show(done = '') {
  const seen = await ask(`/api/obligations/${id}`);
  at('title').textContent = seen.label;
  document.title = `${seen.label} — Jalon`;
  at('facts').replaceChildren(...facts(seen));
  at('acts').replaceChildren(...(seen.acts.length > 0 ? seen.acts.map(offered) : [element('p', 'Rien, pour vous.')]));
  at('history').replaceChildren(...seen.history.map(({ when, label }) => element('li', `${when} : ${label}`)));
  at('reminders').replaceChildren(...seen.notices.map(reminder), ...toCome(seen.toCome));
  at('said').textContent = done;
}

identify(show);
