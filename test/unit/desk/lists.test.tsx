import { describe, expect, it } from '@jest/globals';
import { Confirmation } from '../../../src/desk/kit/confirmation.js';
import { Files } from '../../../src/desk/kit/files.js';
import { MaskedIban } from '../../../src/desk/kit/iban.js';
import { Pagination, SubNavigation } from '../../../src/desk/kit/navigation.js';
import { Message } from '../../../src/desk/kit/notes.js';
import { FormSteps, Path } from '../../../src/desk/kit/path.js';
import { AmountSteps } from '../../../src/desk/kit/steps-of-an-amount.js';
import { Strip } from '../../../src/desk/kit/strip.js';
import { Table } from '../../../src/desk/kit/table.js';
import { Week } from '../../../src/desk/kit/weeks.js';
import { WorkList } from '../../../src/desk/kit/worklist.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { civilDate } from '../../../src/domain/kernel/civil-date.js';
import { rendered, wordsOf } from './rendered.js';

const table = (
  <Table
    caption="Les pôles"
    rows={[
      { name: 'Auray', due: '11 oct.' },
      { name: 'Vannes', due: null },
    ]}
    keyOf={({ name }) => name}
    columns={[
      { head: 'Pays', cell: ({ name }) => name, foot: 'Total' },
      {
        head: 'Le',
        label: 'Au plus tard',
        numeric: true,
        cell: ({ due }) => due,
        foot: '1 en retard',
        footLabel: 'Retard',
        sort: { href: '?tri=jour', direction: 'ascending' },
      },
      { head: 'Étape', cell: () => 'Étude', sort: { href: '?tri=etape' } },
    ]}
  />
);

describe('A table', () => {
  it('is named, and its rows by their first cell', () => {
    expect(rendered(table)).toContain('<caption class="govuk-visually-hidden">Les pôles</caption>');
    expect(rendered(table)).toContain('<th scope="row">Auray</th>');
  });

  it('is sorted by links, of which one says how it is sorted now', () => {
    expect(rendered(table)).toContain('<th scope="col" class="j-num" aria-sort="ascending"><a href="?tri=jour">');
    expect(rendered(table)).toContain('<th scope="col"><a href="?tri=etape">');
  });

  it('says on a card the label of each cell, and leaves out those that say nothing', () => {
    expect(rendered(table)).toContain('<td class="j-num" data-l="Au plus tard">11 oct.</td>');
    expect(rendered(table)).toContain('<th scope="row">Vannes</th><td class="j-num j-none"></td>');
    expect(rendered(table)).toContain(
      '<td class="j-num" data-l="Retard">1 en retard</td><td class="j-none"></td></tr></tfoot>',
    );
  });
});

describe('A work list', () => {
  it('says the act with its object, where, how much and by when, and no state when there is none', () => {
    const works = [
      { act: 'Accepter les indicateurs', href: '/e/1', about: 'Brest', day: '20 nov.', amount: cents(1_050_000) },
    ];
    expect(wordsOf(<WorkList caption="Cette semaine" works={works} />)).toBe(
      'Cette semaineÀ faireMontantAu plus tardÉtatAccepter les indicateursBrest10 500,00 €20 nov.',
    );
    expect(rendered(<WorkList caption="" works={works} />)).toContain('<td class="j-none"></td></tr>');
  });
});

describe('The counts of a page', () => {
  it('each lead to their list; none is late when there is nothing', () => {
    const counts = [
      { count: 3, label: 'en retard', href: '#retard', late: true },
      { count: 0, label: 'à trancher', href: '#trancher', late: true },
    ];
    expect(rendered(<Strip counts={counts} />)).toBe(
      '<ul class="j-strip"><li><a href="#retard" class="j-late"><b>3</b> en retard</a></li>' +
        '<li><a href="#trancher"><b>0</b> à trancher</a></li></ul>',
    );
  });
});

describe('A path', () => {
  it('says of each step its state in a word that is seen', () => {
    const path = (
      <Path
        steps={[
          { name: 'Vote', state: 'done', detail: 'févr. 2025' },
          { name: 'Étude', state: 'skipped', word: 'écartée' },
          { name: 'Exercice 1', state: 'late' },
          { name: 'Exercice 2', state: 'current' },
          { name: 'Évaluation', state: 'awaited', detail: 'janv. 2028' },
        ]}
      />
    );
    const heard =
      'Votefait, févr. 2025|Étudeécartée|Exercice 1en retard|Exercice 2en cours|Évaluationà venir, janv. 2028';
    expect(
      rendered(path)
        .match(/<li.*?<\/li>/g)
        ?.map(step => step.replace(/<[^>]*>/g, '')),
    ).toEqual(heard.split('|'));
    expect(rendered(path)).not.toContain('visually-hidden');
    expect(rendered(path).match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('of a form leads back to what is done, and no further', () => {
    const steps = [
      { label: 'Les chiffres', href: '/1' },
      { label: 'Les fichiers', href: '/2' },
      { label: 'Vérifier', href: '/3' },
    ];
    const html = rendered(<FormSteps steps={steps} at={1} />);
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="/1"']);
    expect(html).toMatch(/<li aria-current="step">.*2\. Les fichiers/);
  });
});

describe('An amount step by step', () => {
  it('ends with its sum, after the reason of each line', () => {
    const steps = [
      { label: 'Voté', amount: cents(3_500_000) },
      { label: 'Poste vacant', reason: '28 jours', amount: cents(-268_493) },
    ];
    const total = { label: 'À payer', amount: cents(3_231_507) };
    expect(wordsOf(<AmountSteps caption="Calcul" steps={steps} total={total} />)).toBe(
      'CalculÉtapeMontantVoté35 000,00 €Poste vacant28 jours−2 684,93 €À payer32 315,07 €',
    );
  });
});

describe('Pages of a list', () => {
  const pages = (page: number, of = 3) =>
    rendered(<Pagination label="les pôles" page={page} pages={of} hrefOf={rank => `?page=${rank}`} />);

  it('lead to the one before and the one after, as far as there are any', () => {
    const leads = (html: string) =>
      [...html.matchAll(/href="\?page=(\d)" rel="(\w+)"/g)].map(([, to, rel]) => `${rel} ${to}`);
    expect([1, 2, 3].map(page => leads(pages(page)))).toEqual([['next 2'], ['prev 1', 'next 3'], ['prev 2']]);
    expect(pages(1, 1)).toBe('');
  });

  it('have views of which one is current', () => {
    const places = [
      { label: 'Tous', href: '/a', current: true },
      { label: 'Miens', href: '/b' },
    ];
    expect(rendered(<SubNavigation label="Vues" places={places} />).match(/aria-current="page"/g)).toHaveLength(1);
  });
});

describe('A file that was sent', () => {
  it('is taken back by name, unless it is too late, and says why it is refused', () => {
    const files = [
      {
        name: 'a.xlsm',
        about: 'XLSM',
        state: 'refused' as const,
        fault: 'Il a des macros',
        removal: { name: 'retirer', value: '1' },
      },
      { name: 'b.pdf', about: 'PDF', state: 'pending' as const },
    ];
    const html = rendered(<Files files={files} />);
    expect(html).toContain('value="1">Retirer<span class="govuk-visually-hidden"> a.xlsm</span>');
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(wordsOf(<Files files={files} />)).toMatch(/Il a des macrosRefusé.*Recherche de virus/);
  });
});

describe('A week of the forecast', () => {
  it('says of each fact its day and by whom', () => {
    const lines = [{ day: civilDate('2026-12-01'), what: 'Arrêt', who: 'la Région' }];
    expect(wordsOf(<Week id="s" title="Semaine du 30 novembre" lines={lines} />)).toBe(
      'Semaine du 30 novembremar. 1er Arrêtla Région',
    );
  });
});

describe('What is about to be done', () => {
  it('repeats the verb and the amount on its button, and carries what was typed', () => {
    const html = rendered(
      <Confirmation
        title="Vous allez clore"
        lead="Auray"
        follows={['La structure est prévenue.']}
        undone="Rien ne se rouvre."
        action="/clore"
        carries={{ version: '17' }}
        button="Clore la convention"
        ends
        back="/retour"
      />,
    );
    expect(html).toMatch(
      /<h1>Vous allez clore<\/h1>.*La structure est prévenue\..*Rien ne se rouvre\..*name="version" value="17"/,
    );
    expect(html).toMatch(/govuk-button--warning[^>]*>Clore la convention<\/button><a href="\/retour">/);
  });
});

describe('What was done', () => {
  it('can take the focus, and is told', () => {
    expect(rendered(<Message>Déposé.</Message>)).toBe(
      '<div class="j-note j-note--ok" role="status" tabindex="-1"><p>Déposé.</p></div>',
    );
  });
});

describe('A masked IBAN', () => {
  it('shows its end alone', () => {
    expect(wordsOf(<MaskedIban ends="407" />)).toBe('•••• •••• •••• •••• 407masqué, finit par 407');
  });
});
