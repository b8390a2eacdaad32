import { ask, at, element, french, identify, told } from './maison.js';

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

/** What the API asks for in an act: its required fields, with the example of each. */
async function example(act) {
  const { paths, components } = await ask('/api/openapi.json');
  const operation = Object.values(paths)
    .map(one => one.post)
    .find(one => one?.operationId === act);
  const { $ref = '' } = operation?.requestBody?.content?.['application/json']?.schema ?? {};
  const { properties = {}, required = [] } = components.schemas[$ref.split('/').at(-1)] ?? {};
  return Object.fromEntries(required.map(name => [name, properties[name].example ?? properties[name].enum?.[0] ?? '']));
}

function facts(seen) {
  const lines = [
    ['Pôle', seen.pole.name],
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

function offered({ act, label, href, open, reasons }) {
  const box = element('details', '');
  box.append(element('summary', open ? label : `${label} (fermé)`));
  if (!open) {
    box.append(...reasons.map(one => element('p', [one.detail, one.source].filter(Boolean).join(' — '))));
    return box;
  }
  const form = element('form', '');
  const words = element('textarea', '{}', { id: `body-${act}`, spellcheck: false });
  form.append(element('label', 'Ce que vous dites, en JSON', { htmlFor: words.id }), words, element('button', label));
  box.addEventListener('toggle', async () => (words.value = JSON.stringify(await example(act), null, 2)), {
    once: true,
  });
  const key = crypto.randomUUID();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    await told(async () => {
      await ask(href, { method: 'POST', body: words.value, headers: { 'idempotency-key': key } });
      await show(`${label} : c’est fait.`);
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

async function show(said = '') {
  const seen = await ask(`/api/obligations/${id}`);
  at('title').textContent = seen.label;
  document.title = `${seen.label} — Jalon`;
  at('facts').replaceChildren(...facts(seen));
  at('acts').replaceChildren(...(seen.acts.length > 0 ? seen.acts.map(offered) : [element('p', 'Rien, pour vous.')]));
  at('history').replaceChildren(...seen.history.map(one => element('li', `${one.when} : ${one.label}`)));
  at('reminders').replaceChildren(...seen.notices.map(reminder), ...toCome(seen.toCome));
  at('said').textContent = said;
}

identify(show);
