import { rolesThat } from '../domain/dossier/roles.js';
import { civilDate } from '../domain/kernel/civil-date.js';
import type { Contact } from '../record/people/contacts.js';
import { DEMO_ACCOUNTS } from '../access/demo-accounts.js';

const WRITTEN_TO = rolesThat('written-to');

/** The fictitious people of the demonstration, as they are written to; and the shared mailbox of the Région. */
export const DEMO_CONTACTS: readonly Contact[] = [
  ...DEMO_ACCOUNTS.filter(({ role }) => WRITTEN_TO.includes(role)).map(
    ({ account, role, label, bodies, pays }, rank): Contact => ({
      ...{ id: contactId(rank + 1), account, role, bodies, pays, name: label, shared: false },
      ...{ email: `${account}@demonstration.example`, valid_from: civilDate('2000-01-01'), valid_to: null },
    }),
  ),
  {
    ...{ id: contactId(90), account: null, role: 'manager', bodies: [], pays: [], name: 'Boîte du service ESS' },
    ...{
      email: 'service-ess@demonstration.example',
      shared: true,
      valid_from: civilDate('2000-01-01'),
      valid_to: null,
    },
  },
];

function contactId(rank: number): string {
  return `01900000-0000-7000-8000-${String(rank).padStart(12, '0')}`;
}
