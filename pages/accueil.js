import { ask, at, element, french, identify, told } from './maison.js';

const WHAT = {
  reminder: 'Rappel',
  escalation: 'Échéance dépassée',
  transition: 'Passage automatique',
  hold: 'Blocage',
};

function row(cells) {
  const line = element('tr', '');
  line.append(...cells);
  return line;
}

function linked(text, href) {
  const cell = element('td', '');
  cell.append(element('a', text, { href }));
  return cell;
}

const owed = ({ id, label, pole, due, late }) =>
  row([
    linked(label, `/poles/${pole.id}/echeances/${id}`),
    element('td', pole.name),
    element('td', late ? `${french(due)} (en retard)` : french(due), { className: late ? 'late' : '' }),
  ]);

/** Whom a reminder is for, or why a payment will be held. */
function more({ recipients, because }) {
  const people = recipients.map(({ label, reasonLabel }) =>
    reasonLabel === null ? label : `${label} (${reasonLabel})`,
  );
  return [...new Set(people), ...because.map(({ detail }) => detail)].join(', ');
}

const foreseen = line =>
  row([
    element('td', french(line.on)),
    element('td', `${WHAT[line.what]} : ${line.label}`),
    element('td', line.pole.name),
    element('td', more(line)),
  ]);

async function foresee() {
  const { items } = await ask(`/api/forecast?days=${at('days').value}`);
  at('foreseen').replaceChildren(...items.map(foreseen));
  at('nothing-foreseen').hidden = items.length > 0;
}

async function show() {
  const { items } = await ask('/api/me/obligations');
  at('owed').replaceChildren(...items.map(owed));
  at('nothing-owed').hidden = items.length > 0;
  await foresee();
}

at('days').addEventListener('change', () => void told(foresee));
identify(show);
