import { ButtonGroup, ButtonLink, Button, QuietButton } from '../../../src/desk/kit/buttons.js';
import { Confirmation } from '../../../src/desk/kit/confirmation.js';
import { Conflict } from '../../../src/desk/kit/conflict.js';
import { TextField } from '../../../src/desk/kit/fields.js';
import { Details } from '../../../src/desk/kit/folds.js';
import { PostForm } from '../../../src/desk/frame/post-form.js';
import { MaskedIban } from '../../../src/desk/kit/iban.js';
import { Icon } from '../../../src/desk/kit/icons.js';
import { Card, Columns, PageTitle, Pair, Section } from '../../../src/desk/kit/layout.js';
import { Rows, Summary, ToDo } from '../../../src/desk/kit/lists.js';
import { Held } from '../../../src/desk/kit/notes.js';
import { AmountSteps } from '../../../src/desk/kit/steps-of-an-amount.js';
import { Late, Tag } from '../../../src/desk/kit/tags.js';
import { Day, euros, Moment, ShortDay, Under } from '../../../src/desk/kit/words.js';
import type { Page } from '../../../src/desk/frame/page.js';
import { cents } from '../../../src/domain/kernel/cents.js';
import { instant } from '../../../src/domain/kernel/paris.js';
import { day, TODAY } from './frame.js';

const at = instant('2026-11-16T09:31:00Z');

/** An amount step by step, beside what is to be checked. */
export const liquidation: Page = {
  title: 'Valider le solde de l’exercice 1',
  under: '/versements',
  trail: [{ label: 'Versements', href: '/versements' }, { label: 'Pays de Morlaix' }],
  content: (
    <>
      <PageTitle title="Valider le solde de l’exercice 1" lead="Pôle du pays de Morlaix · Les Quais partagés" />
      <Columns halves>
        <Section id="calcul" title="Le montant, pas à pas">
          <AmountSteps
            caption="Calcul du solde de l’exercice 1, du 12 avril 2025 au 11 avril 2026"
            steps={[
              { label: 'Voté pour l’exercice 1', reason: 'Délibération 25_DEMO_03', amount: cents(3_500_000) },
              {
                label: 'Poste vacant 118 jours, dont 90 tolérés',
                reason: '35 000,00 € × 28 jours ÷ 365',
                amount: cents(-268_493),
              },
              { label: 'Dû pour l’exercice 1', amount: cents(3_231_507), subtotal: true },
              { label: 'Avance déjà payée', amount: cents(-2_450_000) },
            ]}
            total={{ label: 'À payer', amount: cents(781_507) }}
          />
        </Section>
        <Section id="verif" title="Ce que vous vérifiez">
          <Summary
            facts={[
              {
                label: 'Préparée par',
                value: (
                  <>
                    Nolwenn Le Dantec, le <Moment at={at} today={TODAY} />
                    <Under>Vous pouvez valider : vous ne l’avez pas préparée.</Under>
                  </>
                ),
              },
              {
                label: 'IBAN',
                value: (
                  <>
                    <MaskedIban ends="407" />
                    <PostForm action="/iban">
                      <QuietButton name="voir" value="iban">
                        <Icon name="eye" />
                        Afficher l’IBAN
                      </QuietButton>
                    </PostForm>
                    <Under>L’affichage est inscrit au journal avec votre nom.</Under>
                  </>
                ),
              },
              { label: 'Comptes rendus', value: <Tag state="ok">4 acceptés sur 4</Tag> },
            ]}
          />
        </Section>
        <PostForm action="/valider">
          <Button>Continuer</Button>
        </PostForm>
      </Columns>
    </>
  ),
};

/** « Vous allez… », before money leaves. */
export const confirmation: Page = {
  title: 'Vous allez valider 7 815,07 €',
  content: (
    <Confirmation
      title={`Vous allez valider ${euros(cents(781_507))}`}
      lead="Solde de l’exercice 1 · pôle du pays de Morlaix"
      follows={[
        'Gaëlle Prigent, gestionnaire financière, pourra mandater cette somme à Les Quais partagés.',
        'Les Quais partagés sera prévenue ce matin par courriel.',
      ]}
      undone={
        <>
          <strong>Une validation ne s’efface pas.</strong> Une erreur se rectifie ensuite, avec un motif.
        </>
      }
      action="/valider"

      carries={{ montant: '781507', version: '17' }}
      button={`Valider ${euros(cents(781_507))}`}
      back="/valider"
    >
      <Summary facts={[{ label: 'Montant', value: euros(cents(781_507)) }]} />
    </Confirmation>
  ),
};

export const conflict: Page = {
  title: 'Solde de l’exercice 1, pays de Morlaix',
  refused: true,
  status: 409,
  content: (
    <>
      <Conflict
        why="Paul Guyomard a décidé avant vous, à 10 h 31, pendant que cette page était ouverte. Rien n’a été payé deux fois."
        title="Solde de l’exercice 1, pays de Morlaix"
        lead="Les Quais partagés · 7 815,07 €"
        recorded={{
          act: 'Renvoyer pour correction',
          who: (
            <>
              Paul Guyomard, chef de service adjoint, le <Moment at={at} today={TODAY} />
            </>
          ),
          text: 'La vacance a commencé le 4 septembre et non le 4 août : revoir le nombre de jours.',
        }}
        lost={{
          act: 'Renvoyer pour correction',
          who: 'Vous, à 10 h 33, sur le dossier de 10 h 20',
          text: 'Le compte rendu financier dit 1 240 € non dépensés, le calcul 1 200 €.',
          reuse: <a href="#ajouter">Ajouter mon motif au sien</a>,
        }}
      />
      <ButtonGroup>
        <ButtonLink href="/poles/morlaix">Voir le dossier à jour</ButtonLink>
        <ButtonLink href="/bureau" kind="secondary">
          Revenir à mon bureau
        </ButtonLink>
      </ButtonGroup>
    </>
  ),
};

/** The page of a carrier: what to do first, and what it frees. */
export const carrier: Page = {
  title: 'Pôle du pays d’Auray',
  under: '/espace',
  content: (
    <>
      <PageTitle title="Pôle du pays d’Auray" lead="Les Amarres · exercice 2 en cours" />
      <Columns>
        <div>
          <Section id="afaire" title="Ce que vous devez faire" count={2}>
            <ToDo
              things={[
                {
                  title: 'Déposer le compte rendu financier de l’exercice 1',
                  tag: <Late days={1} />,
                  children: (
                    <>
                      <p>
                        Attendu le <Day date={day('2026-11-15')} />
                      </p>
                      <p>Sans lui, le solde de 10 500,00 € reste retenu.</p>
                    </>
                  ),
                  acts: <ButtonLink href="/deposer">Déposer le compte rendu financier</ButtonLink>,
                },
                {
                  title: 'Corriger les indicateurs de l’exercice 1',
                  tag: (
                    <Tag state="idle" icon="back">
                      À corriger
                    </Tag>
                  ),
                  children: (
                    <ul>
                      <li>
                        <strong>Porteurs de projet accueillis</strong> : 212. « L’an dernier 21. Est-ce une faute de
                        frappe ? »
                      </li>
                    </ul>
                  ),
                  acts: (
                    <>
                      <a href="#corriger">Corriger cette valeur</a> <a href="#delai">Demander un délai</a>
                    </>
                  ),
                },
              ]}
            />
          </Section>
          <Section id="versement" title="Votre prochain versement">
            <Held tag={<Tag state="held">Retenu</Tag>} title="Solde de l’exercice 1 : 10 500,00 €">
              <Rows>
                {[
                  <>
                    <Tag state="ok">Accepté</Tag> Rapport d’activité, le{' '}
                    <ShortDay date={day('2026-10-06')} today={TODAY} />
                  </>,
                  <>
                    <Late days={1} /> Compte rendu financier : <a href="/deposer/chiffres">à déposer</a>, par vous
                  </>,
                ]}
              </Rows>
              <Details summary="D’où vient cette règle ?">
                <p>
                  Règlement de l’aide, version 2019, article « versements », et convention DEMO-2025-014, article 5.
                </p>
              </Details>
            </Held>
          </Section>
        </div>
        <Section id="aide" title="Qui peut vous aider">
          <Summary stacked facts={[{ label: 'Votre dossier, à la Région', value: 'Nolwenn Le Dantec' }]} />
        </Section>
      </Columns>
    </>
  ),
};

/** What whoever comes sees: no menu, two doors. */
export const doors: Page = {
  title: 'Se connecter',
  content: (
    <>
      <PageTitle title="Se connecter" lead="Après la connexion, vous irez à : déposer le compte rendu financier." />
      <Pair>
        <Card id="agent" title="Vous avez un compte professionnel">
          <p>Région, CRESS, département, intercommunalité ou conseil de développement.</p>
          <PostForm action="/connexion">
            <ButtonGroup>
              <Button>Continuer avec mon compte</Button>
            </ButtonGroup>
          </PostForm>
        </Card>
        <Card id="courriel" title="Vous êtes membre d’une structure porteuse">
          <PostForm action="/connexion/courriel">
            <TextField
              id="adresse"
              label="Votre adresse électronique"
              type="email"
              autocomplete="email"
              hint="Celle à laquelle vous recevez les courriels de Jalon. Aucun mot de passe à retenir."
            />
            <Button kind="secondary">Recevoir un lien pour entrer</Button>
          </PostForm>
        </Card>
      </Pair>
    </>
  ),
};
