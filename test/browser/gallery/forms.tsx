import { Button, ButtonGroup, QuietButton } from '../../../src/desk/kit/buttons.js';
import { Checkboxes, Fieldset, Radios, Select } from '../../../src/desk/kit/choices.js';
import { ErrorSummary } from '../../../src/desk/kit/errors.js';
import { DateField, EurosField, FileField, TextArea, TextField } from '../../../src/desk/kit/fields.js';
import { Files } from '../../../src/desk/kit/files.js';
import { PostForm } from '../../../src/desk/frame/post-form.js';
import { DraftKept } from '../../../src/desk/kit/form.js';
import { Icon } from '../../../src/desk/kit/icons.js';
import { Narrow, PageTitle } from '../../../src/desk/kit/layout.js';
import { BackLink } from '../../../src/desk/kit/navigation.js';
import { FormSteps } from '../../../src/desk/kit/path.js';
import { Late } from '../../../src/desk/kit/tags.js';
import type { Page } from '../../../src/desk/frame/page.js';
import { day } from './frame.js';

const REASONS = [
  { value: 'vacance', label: 'Les jours de vacance du poste' },
  { value: 'excedent', label: 'Le montant non dépensé', hint: 'Celui du compte rendu financier' },
  { value: 'piece', label: 'Une pièce' },
];

/** Each field, with what was typed in it, as it is when nothing or everything is wrong. */
function fields(wrong: boolean) {
  const error = (message: string) => (wrong ? message : undefined);
  return (
    <>
      <EurosField
        id="personnel"
        label="Charges de personnel"
        hint="Prévu : 41 200,00 €"
        value="39 870,40"
        error={error('Écrivez un montant, par exemple 39 870,40')}
      />
      <TextField
        id="adresse"
        label="Votre adresse électronique"
        type="email"
        autocomplete="email"
        inputmode="email"
        error={error('Donnez votre adresse électronique')}
      />
      <TextField id="code" label="Code du budget" width={5} optional error={error('Ce code compte cinq chiffres')} />
      <DateField
        id="signature"
        label="Date de la signature"
        hint="Celle que porte le document"
        value={day('2026-11-12')}
        min={day('2026-01-01')}
        max={day('2026-11-16')}
        error={error('Une date de signature n’est pas à venir')}
      />
      <Select
        id="organe"
        label="Organe"
        none="Choisissez"
        choices={[{ value: 'cp', label: 'Commission permanente' }]}
        value="cp"
        error={error('Choisissez l’organe qui a voté')}
      />
      <Radios
        id="decision"
        label="Votre décision"
        large
        value="renvoyer"
        error={error('Choisissez une décision')}
        choices={[
          { value: 'valider', label: 'Valider : 7 815,07 € seront mandatés' },
          {
            value: 'renvoyer',
            label: 'Renvoyer à Nolwenn Le Dantec pour correction',
            reveals: (
              <>
                <Checkboxes
                  id="quoi"
                  label="Ce qui est à corriger"
                  choices={REASONS}
                  values={['piece']}
                  error={error('Cochez au moins un élément')}
                />
                <TextArea
                  id="motif"
                  label="Motif"
                  hint="Nolwenn Le Dantec le lira. Il reste au dossier."
                  value="Revoir le nombre de jours"
                  rows={3}
                  error={error('Écrivez ce qui doit être corrigé')}
                />
              </>
            ),
          },
          {
            value: 'attendre',
            label: 'Attendre',
            reveals: <TextField id="attendre" label="Jusqu’à quand" width={10} />,
          },
        ]}
      />
      <Fieldset id="representant" label="Qui représente la structure" large>
        <TextField id="nom" label="Nom" autocomplete="name" />
        <TextField id="qualite" label="Qualité" width={10} />
      </Fieldset>
    </>
  );
}

function files() {
  return (
    <>
      <h2>Les fichiers</h2>
      <Files
        files={[
          {
            name: 'compte-rendu-financier.pdf',
            href: '#f1',
            about: 'Compte rendu signé · PDF, 1,2 Mo',
            state: 'safe',
            removal: { name: 'retirer', value: '1' },
          },
          {
            name: 'annexe-ecarts.ods',
            about: 'Annexe sur les écarts · ODS, 86 ko',
            state: 'pending',
            removal: { name: 'retirer', value: '2' },
          },
          {
            name: 'budget.xlsm',
            about: 'XLSM, 40 ko',
            state: 'refused',
            fault: 'Un classeur avec macros ne peut pas être reçu. Enregistrez-le en XLSX ou en PDF.',
            removal: { name: 'retirer', value: '3' },
          },
          { name: 'convention.pdf', href: '#f4', about: 'Déposé avec la demande · PDF, 300 ko', state: 'safe' },
        ]}
      />
      <FileField
        id="fichier"
        label="Ajouter un fichier"
        hint="PDF, ODT, ODS, DOCX ou XLSX, 20 Mo au plus."
        accept=".pdf,.odt,.ods,.docx,.xlsx"
      />
      <Button kind="secondary" name="ajouter" value="1" twice>
        Ajouter ce fichier
      </Button>
    </>
  );
}

const STEPS = [
  { label: 'Les chiffres', href: '/deposer/chiffres' },
  { label: 'Les fichiers' },
  { label: 'Vérifier et déposer' },
];

/** A form of several pages, with each field. */
export const form: Page = {
  title: 'Déposer le compte rendu financier de l’exercice 1',
  content: (
    <>
      <BackLink href="/espace">Mon espace</BackLink>
      <PageTitle
        title="Déposer le compte rendu financier de l’exercice 1"
        lead={
          <>
            Pôle du pays d’Auray · <Late days={36} />
          </>
        }
      />
      <FormSteps steps={STEPS} at={1} />
      <Narrow>
        <PostForm action="/deposer" carries={{ cle: 'cle-unique' }} enctype="multipart/form-data">
          {fields(false)}
          {files()}
          <ButtonGroup>
            <Button>Enregistrer et continuer</Button>
            <Button kind="secondary" name="plus-tard" value="1">
              Finir plus tard
            </Button>
            <Button kind="warning" small>
              Abandonner le dépôt
            </Button>
            <QuietButton name="effacer" value="1">
              Effacer le brouillon
            </QuietButton>
          </ButtonGroup>
          <DraftKept>
            <Icon name="tick" /> Brouillon enregistré à 10 h 42, gardé jusqu’au 16 février. Vous pouvez fermer cette
            page.
          </DraftKept>
        </PostForm>
      </Narrow>
    </>
  ),
};

/** The same fields, all refused. */
export const refused: Page = {
  title: 'Valider le solde de l’exercice 1',
  under: '/versements',
  trail: [{ label: 'Versements', href: '/versements' }, { label: 'Pays de Morlaix' }],
  refused: true,
  status: 422,
  content: (
    <>
      <ErrorSummary
        title="Il manque deux choses"
        faults={[
          { field: 'personnel', message: 'Charges de personnel : écrivez un montant' },
          { field: 'decision', message: 'Votre décision : choisissez' },
          { field: 'quoi', message: 'Ce qui est à corriger : cochez au moins un élément' },
          { message: 'Le dossier est suspendu : une reprise le lève' },
        ]}
      />
      <PageTitle title="Valider le solde de l’exercice 1" lead="Pôle du pays de Morlaix · Les Quais partagés" />
      <Narrow>
        <PostForm action="/valider">
          {fields(true)}
          <Button>Continuer</Button>
        </PostForm>
      </Narrow>
    </>
  ),
};
