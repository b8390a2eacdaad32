import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTROLS, controlled, runControls } from '../../src/record/controls.js';
import { Walker } from '../builders/walker.js';
import { toTheVote } from '../builders/walks.js';
import { WHOLE_WALKS } from '../builders/whole-walks.js';
import { startHouse, type TestHouse } from '../rig/house.js';

let house: TestHouse;

beforeAll(async () => {
  house = await startHouse();
  // Left to itself: the silence of the Région falls while the others live.
  await new Walker(house.client).walk(toTheVote);
  for (const name of [
    'a pôle carried to its closure, its excess claimed back',
    'a convention that the Région terminates',
  ])
    await new Walker(house.client).walk(WHOLE_WALKS[name] ?? []);
}, 120_000);

afterAll(() => house.close());

const change = (type: string, key: string, value: unknown) =>
  `UPDATE journal SET data = jsonb_set(data, '{${key}}', '${JSON.stringify(value)}') WHERE type = '${type}'`;
const date = (type: string, on: string, more = '') =>
  `UPDATE journal SET date = '${on}' WHERE type = '${type}' ${more}`;
const again = (table: string, changes: Readonly<Record<string, string>>, where: string) => {
  const columns = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
  return `INSERT INTO ${table} SELECT copy.* FROM ${table} one,
    jsonb_populate_record(one, jsonb_build_object(${columns.join(', ')})) copy WHERE ${where} LIMIT 1`;
};

/** What breaks each invariant, by the name of its control. */
const BROKEN: Readonly<Record<string, string>> = {
  'rien n’est payé avant le vote, la transmission et la notification de la décision': date(
    'payment-ordered',
    '2020-01-01',
  ),
  'rien n’est payé avant que la convention requise soit signée des deux et notifiée': date(
    'convention-notified',
    '2099-01-01',
  ),
  'la délibération est transmise après son vote, et notifiée une fois exécutoire': date(
    'deliberation-transmitted',
    '2020-01-01',
  ),
  'la Région signe après le caractère exécutoire, et la convention se notifie une fois signée': date(
    'convention-signed',
    '2020-01-01',
    "AND data->>'party' = 'region'",
  ),
  'le texte signé est le texte voté': change('convention-signed', 'textHash', 'autre'),
  'ce qui change après le vote change par un avenant voté lui aussi': change(
    'convention-amended',
    'amendment',
    'aucun',
  ),
  'la somme des versements prévus est le montant accordé': 'UPDATE ledger SET planned = planned + 1',
  'le montant accordé est celui du vote, ou du dernier avenant en vigueur': 'UPDATE awards SET granted = granted + 1',
  'le payé n’excède ni le liquidé ni ce qui est accordé': change('payment-recorded', 'amount', 99_999_999),
  'un versement n’est payé qu’une fois': again(
    'journal',
    { id: 'gen_random_uuid()', sequence: '9999' },
    "one.type = 'payment-recorded'",
  ),
  'le payé du registre est celui du journal': 'UPDATE ledger SET paid = paid - 1 WHERE paid > 0',
  'ce qui est dû au solde n’est ni négatif ni au-dessus de ce qui est accordé': change('convention-settled', 'due', -1),
  'rien n’est liquidé d’un exercice quand un compte du précédent est en retard, sans levée motivée': `
    ${change('liquidation-prepared', 'year', 2)};
    ${change('obligation-opened', 'due', '2000-01-01')};
    ${date('obligation-done', '2099-01-01')};
    UPDATE journal SET type = 'deliberation-published' WHERE type IN ('dossier-suspended', 'block-overridden')`,
  'aucune résiliation par la Région sans contradictoire ni motif': change('observations-invited', 'matter', 'recovery'),
  'les votes s’additionnent': change('vote-recorded', 'votesFor', 0),
  'qui prépare une liquidation ne la valide pas': `UPDATE journal SET actor = 'instructrice' WHERE type = 'liquidation-validated'`,
  'une convention active par pôle et par période': again(
    'awards',
    { id: 'gen_random_uuid()' },
    "one.kind = 'convention'",
  ),
  'le journal de chaque dossier se suit, et sa tête est celle du dossier':
    'UPDATE dossiers SET sequence = sequence + 1',
  'le journal refuse d’être changé': 'GRANT UPDATE ON journal TO jalon_app',
  'aucun fait ne porte de texte libre ni de donnée personnelle': change('vote-recorded', 'reason', 'parce que'),
  'une échéance déplacée garde toutes ses dates, et la liste montre la dernière': change(
    'due-date-moved',
    'from',
    '2000-01-01',
  ),
  'le rejet implicite tombe deux mois après la demande, le lendemain': date(
    'request-implicitly-rejected',
    '2030-01-01',
  ),
  'les données essentielles sont dues trois mois après la signature de la Région': `UPDATE obligations SET due = due + 1 WHERE kind = 'essential-data'`,
  'le montant et la durée restent dans le règlement du dossier': `UPDATE awards SET years = 9 WHERE kind = 'convention'`,
  'un dossier suit le règlement en vigueur le jour où il s’ouvre': date('initiative-declared', '1990-01-01'),
};

class Undone extends Error {}

/** What the controls find once the base was broken as its owner, its guards down; everything is undone after. */
async function foundWhen(statement: string): Promise<readonly string[]> {
  let names: readonly string[] = [];
  const broken = house.owner.transaction(async manager => {
    await manager.query('ALTER TABLE journal DISABLE TRIGGER USER; ALTER TABLE ledger DISABLE TRIGGER USER');
    for (const one of statement.split(';\n')) await manager.query(one);
    await manager.query('ALTER TABLE journal ENABLE TRIGGER USER; ALTER TABLE ledger ENABLE TRIGGER USER');
    const found = await controlled(manager, house.book);
    names = found.filter(({ culprits }) => culprits.length > 0).map(({ name }) => name);
    throw new Undone();
  });
  await expect(broken).rejects.toBeInstanceOf(Undone);
  return names;
}

describe('the controls of the invariants', () => {
  it('find nothing in a house whose lives were carried by the rules', async () => {
    expect(await runControls(house.source, house.book)).toEqual([]);
  });

  it('are all tried', () => {
    expect(CONTROLS.map(({ name }) => name).sort()).toEqual(Object.keys(BROKEN).sort());
  });

  it.each(Object.entries(BROKEN))('name what is at fault: %s', async (name, statement) => {
    expect(await foundWhen(statement)).toContain(name);
  });

  it('cover the invariants of this stage of the house', () => {
    const covered = new Set(CONTROLS.map(({ invariant }) => invariant));
    expect([1, 2, 3, 4, 6, 7, 9, 11, 12, 15, 16, 18, 21].filter(one => !covered.has(one))).toEqual([]);
  });
});
