import { describe, expect, it } from '@jest/globals';
import type { VNode } from 'preact';
import { Button, ButtonLink } from '../../../src/desk/kit/buttons.js';
import { Checkboxes, Fieldset, Radios, Select } from '../../../src/desk/kit/choices.js';
import { ErrorSummary } from '../../../src/desk/kit/errors.js';
import type { FieldProps } from '../../../src/desk/kit/field.js';
import { DateField, EurosField, FileField, TextArea, TextField } from '../../../src/desk/kit/fields.js';
import { Filter } from '../../../src/desk/kit/form.js';
import { FormKey, PostForm } from '../../../src/desk/frame/post-form.js';
import { rendered, wordsOf } from './rendered.js';

const CHOICES = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non', hint: 'Avec un motif', reveals: <p>Pourquoi</p> },
];

const FIELDS: readonly (readonly [string, (props: FieldProps) => VNode])[] = [
  ['text', props => <TextField {...props} />],
  ['area', props => <TextArea {...props} />],
  ['date', props => <DateField {...props} />],
  ['euros', props => <EurosField {...props} />],
  ['file', props => <FileField {...props} accept=".pdf" />],
  ['select', props => <Select {...props} choices={CHOICES} none="Choisissez" />],
];
const GROUPS: typeof FIELDS = [
  ['radios', props => <Radios {...props} choices={CHOICES} />],
  ['checkboxes', props => <Checkboxes {...props} choices={CHOICES} />],
];

describe.each(FIELDS)('A field (%s)', (_, field) => {
  it('is named by its label, and posted under its name', () => {
    const html = rendered(field({ id: 'motif', name: 'data.motif', label: 'Motif' }));
    expect(html).toMatch(/<label class="govuk-label" for="motif">Motif<\/label>/);
    expect(html).toMatch(/<(?:input|textarea|select)[^>]* id="motif" name="data.motif"/);
    expect(html).not.toMatch(/-aide|-erreur|aria-invalid/);
  });

  it('refers to its hint, then to what is wrong with it', () => {
    const html = rendered(
      field({ id: 'motif', label: 'Motif', hint: 'Il reste au dossier', error: 'Écrivez le motif' }),
    );
    expect(html).toMatch(/aria-describedby="motif-aide motif-erreur[^"]*" aria-invalid="true"/);
    expect(html).toContain('<p class="govuk-hint" id="motif-aide">Il reste au dossier</p>');
    expect(html).toMatch(/id="motif-erreur">.*Erreur : <\/span>Écrivez le motif/);
  });

  it('says when it may be left empty', () => {
    expect(wordsOf(field({ id: 'motif', label: 'Motif', optional: true }))).toMatch(/^Motif \(facultatif\)/);
  });
});

describe.each(GROUPS)('A question of several choices (%s)', (_, group) => {
  it('is asked by its legend, and its summary leads to its first choice', () => {
    const html = rendered(group({ id: 'avis', label: 'Votre avis', error: 'Choisissez' }));
    expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="avis-erreur">');
    expect(html).toContain('>Votre avis</legend>');
    expect(html).toMatch(/<input[^>]* id="avis" name="avis"[^>]* value="oui"/);
    expect(html).toMatch(/<input[^>]* id="avis-2" name="avis"[^>]* value="non" aria-describedby="avis-2-precision"/);
  });

  it('chooses nothing in advance', () => {
    expect(rendered(group({ id: 'avis', label: 'Votre avis' }))).not.toContain('checked');
  });

  it('asks under a choice what it asks for in turn', () => {
    expect(rendered(group({ id: 'avis', label: 'Votre avis' }))).toMatch(/Non.*__conditional"><p>Pourquoi<\/p>/);
  });
});

describe('What was typed', () => {
  it('comes back in its field', () => {
    expect(rendered(<TextField id="a" label="A" value='Dire "non" & <b>' />)).toContain(
      'value="Dire &quot;non&quot; &amp; &lt;b>"',
    );
    expect(rendered(<TextArea id="a" label="A" value="</textarea><b>" />)).toContain(
      '>&lt;/textarea>&lt;b></textarea>',
    );
    expect(rendered(<Radios id="a" label="A" choices={CHOICES} value="non" />)).toMatch(/value="non" checked/);
    expect(
      rendered(<Checkboxes id="a" label="A" choices={CHOICES} values={['oui', 'non']} />).match(/checked/g),
    ).toHaveLength(2);
    expect(rendered(<Select id="a" label="A" none="Toutes" choices={CHOICES} value="non" />)).toContain(
      '<option value="non" selected>',
    );
  });

  it('of an amount is typed as one writes it, and is not a number of the browser', () => {
    expect(rendered(<EurosField id="a" label="Montant" value="10 500,00" />)).toMatch(
      /type="text" inputmode="decimal".*value="10 500,00" aria-describedby="a-unite".*<span id="a-unite">€</,
    );
  });
});

describe('A group of fields', () => {
  it('has a legend and tells what is wrong with all of them', () => {
    const html = rendered(
      <Fieldset id="qui" label="Qui signe" hint="Une personne" error="Donnez un nom">
        <TextField id="nom" label="Nom" />
      </Fieldset>,
    );
    expect(html).toContain('aria-describedby="qui-aide qui-erreur"');
  });
});

describe('A refused form', () => {
  it('leads from its summary to each field, in its order, and says what is about the whole', () => {
    const html = rendered(
      <ErrorSummary
        title="Il manque une chose"
        faults={[{ field: 'motif', message: 'Motif : écrivez-le' }, { message: 'Dossier suspendu' }]}
      />,
    );
    expect(html).toContain('tabindex="-1" role="alert" aria-labelledby="erreurs"');
    expect(html).toContain('<li><a href="#motif">Motif : écrivez-le</a></li><li>Dossier suspendu</li>');
  });
});

describe('A form', () => {
  it('carries the key of its session and what goes with it unseen, and is checked by the server', () => {
    const form = <PostForm action="/valider" carries={{ version: '17' }} children="…" />;
    expect(rendered(<FormKey.Provider value="k">{form}</FormKey.Provider>)).toBe(
      '<form method="post" novalidate action="/valider"><input type="hidden" name="_cle" value="k"/>' +
        '<input type="hidden" name="version" value="17"/>…</form>',
    );
  });

  it('that filters is an address, without token', () => {
    const html = rendered(<Filter action="/poles" label="Filtrer les pôles" children="" />);
    expect(html).toContain('<form class="moj-filter" method="get" action="/poles" data-hx-get="/poles">');
    expect(html).not.toContain('hidden');
  });

  it('is sent once by a button that records, as often as one likes by another', () => {
    expect(rendered(<Button>Valider</Button>)).toContain('data-prevent-double-click="true"');
    expect(rendered(<Button twice>Ajouter</Button>)).not.toContain('data-prevent-double-click');
    expect(rendered(<Button kind="warning" small name="fin" value="1" children="Clore" />)).toContain(
      'class="govuk-button govuk-button--warning govuk-button--small" type="submit" name="fin" value="1"',
    );
    expect(rendered(<ButtonLink href="/poles">Voir</ButtonLink>)).toBe(
      '<a class="govuk-button" href="/poles">Voir</a>',
    );
  });
});
