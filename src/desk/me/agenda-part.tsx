import type { NamedPole } from '../../database/feed-reads.js';
import { parisDate, type Instant } from '../../domain/kernel/paris.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup, QuietButton } from '../kit/buttons.js';
import { Section } from '../kit/layout.js';
import { Rows } from '../kit/lists.js';
import { Note } from '../kit/notes.js';
import { Day, Unseen } from '../kit/words.js';

/** The address of what each sets for themself. */
export const MINE = '/moi';

interface AgendaProps {
  readonly since: Instant | undefined;
  readonly address: string | undefined;
}

interface FollowedProps {
  readonly followed: readonly NamedPole[];
  readonly others: readonly NamedPole[];
}

/** The private address of one’s agenda: made, renewed, closed, and told once. */
export function MyAgenda({ since, address }: AgendaProps) {
  return (
    <Section id="agenda" title="Mon agenda">
      {address === undefined ? (
        <p>
          {since === undefined ? (
            'Une adresse privée montre vos échéances dans votre agenda (Outlook, Thunderbird, téléphone).'
          ) : (
            <>
              Une adresse privée est ouverte depuis le <Day date={parisDate(since)} />. Elle ne peut être montrée de
              nouveau.
            </>
          )}
        </p>
      ) : (
        <Note kind="ok">
          <p>Voici l’adresse de votre agenda. Copiez-la maintenant : elle n’est montrée qu’une fois.</p>
          <p>
            <code>{address}</code>
          </p>
          <p>Qui la connaît lit vos échéances : ne la donnez à personne.</p>
        </Note>
      )}
      <ButtonGroup>
        <PostForm action={`${MINE}/agenda`}>
          <Button kind="secondary">
            {since === undefined ? 'Créer l’adresse de mon agenda' : 'Renouveler l’adresse de mon agenda'}
          </Button>
        </PostForm>
        {since !== undefined && (
          <PostForm action={`${MINE}/agenda/fermer`}>
            <Button kind="secondary">Fermer l’adresse de mon agenda</Button>
          </PostForm>
        )}
      </ButtonGroup>
      {since !== undefined && (
        <p class="j-small j-quiet">Renouveler ferme l’adresse d’avant : l’agenda qui la lit ne la lira plus.</p>
      )}
    </Section>
  );
}

/** The pôles that one follows, and those that one could. */
export function Followed({ followed, others }: FollowedProps) {
  return (
    <Section id="suivis" title="Pôles suivis" count={followed.length}>
      <p>Toutes les échéances d’un pôle suivi, de qui que ce soit, sont à votre agenda.</p>
      {followed.length > 0 && (
        <Rows>
          {followed.map(({ id, name }) => (
            <PostForm action={`${MINE}/suivis/${id}/quitter`}>
              <a href={`/poles/${id}`}>{name}</a>{' '}
              <QuietButton>
                Ne plus suivre<Unseen>{` ${name}`}</Unseen>
              </QuietButton>
            </PostForm>
          ))}
        </Rows>
      )}
      {others.length > 0 && (
        <PostForm action={`${MINE}/suivis`} class="j-narrow">
          <div class="govuk-form-group">
            <label class="govuk-label" for="pole">
              Un pôle à suivre
            </label>
            <select class="govuk-select" id="pole" name="pole">
              <option value="">Choisir…</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Button kind="secondary">Suivre ce pôle</Button>
        </PostForm>
      )}
    </Section>
  );
}
