import { uncapitalised } from '../../domain/kernel/french.js';
import type { ActDoneAnswer, AwaitedAnswer } from '../../api/answers/dossier.js';
import type { Gravity } from '../../domain/dossier/act.js';
import { actLabel } from '../../domain/dossier/naming.js';
import { formatEuros, isEuros, parseEuros, type Cents } from '../../domain/kernel/cents.js';
import { civilDate, formatFrench } from '../../domain/kernel/civil-date.js';
import { openObligations } from '../../domain/obligations/slice.js';
import type { Page } from '../frame/page.js';
import { PostForm } from '../frame/post-form.js';
import { Button, ButtonGroup } from '../kit/buttons.js';
import { Narrow, Section } from '../kit/layout.js';
import { Summary } from '../kit/lists.js';
import { Note } from '../kit/notes.js';
import { answersOf } from './answers.js';
import type { Asking } from './asking.js';
import { Carried } from './fields.js';
import { bodyConcerned, instalmentOf, knownLines, type KnownLine } from './known.js';
import { Carriage } from './parts.js';

/** What cannot be undone, by why an act is read twice. */
const UNDONE: Readonly<Record<Gravity, string>> = {
  money:
    'Ce qui engage de l’argent ne s’efface pas. Une erreur se corrige ensuite par un acte contraire, avec son motif.',
  vote: 'Un vote ou un avis ne s’efface pas. Une saisie fausse s’annule par une décision motivée, qui reste au journal.',
  ending:
    'Ce qui prend fin ne reprend pas de soi-même. Une saisie fausse s’annule par une décision motivée, qui reste au journal.',
  deposit: 'Un dépôt est daté et conservé. Ce qui lui manque se complète ensuite ; rien n’en est retiré.',
  signature: 'Une signature engage. Elle ne se retire pas ; un avenant change ce qui a été signé.',
};

/** The amount that an act is about: that which was typed, else that of the instalment on which it bears. */
function amountOf({ situation, filled }: Asking): Cents | undefined {
  const { amount } = filled.body;
  if (typeof amount === 'string' && isEuros(amount)) return parseEuros(amount);
  const instalment = instalmentOf(situation);
  return instalment && (instalment.liquidated > 0 ? instalment.liquidated : instalment.amount);
}

/** What is awaited once the act is done, and was not before. */
function newlyAwaited({ situation }: Asking, { awaited }: ActDoneAnswer): readonly AwaitedAnswer[] {
  const before = new Set(openObligations(situation.dossier.state).map(({ id }) => id));
  const had = new Set(openObligations(situation.dossier.state).map(({ kind, instance }) => `${kind}/${instance}`));
  return awaited.filter(({ id, kind, instance }) => !before.has(id) && !had.has(`${kind}/${instance}`));
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly KnownLine[];
}

function LinesOf({ id, title, lines }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <Summary facts={lines} />
    </Section>
  );
}

/** « Vous allez… »: what is about to be done, to whom, what follows, what cannot be undone. */
export function checkPage(asking: Asking, gravity: Gravity, outcome: ActDoneAnswer): Page {
  const { situation, action, posted, facts } = asking;
  const { act, subject, dossier, pole, label } = situation;
  const [answers, known] = [answersOf(asking), knownLines(situation, facts)];
  const amount = amountOf(asking);
  const body = bodyConcerned(situation, facts);
  const follows = newlyAwaited(asking, outcome);
  const money = amount === undefined ? '' : ` : ${formatEuros(amount)}`;
  const button = actLabel(act, subject, dossier.state, 'plain') + money;
  const doing = `Vous allez ${uncapitalised(label)}`;
  return {
    title: pole === undefined ? doing : `${doing} – ${pole}`,
    content: (
      <Narrow>
        <h1>{doing + money}</h1>
        {(body ?? pole) !== undefined && <p class="j-lead">{[...new Set([body, pole])].filter(Boolean).join(' · ')}</p>}
        <LinesOf id="objet" title="Ce dont il s’agit" lines={known} />
        <LinesOf id="reponses" title="Ce que vous dites" lines={answers} />
        <Section id="ensuite" title="Ce qui suivra">
          <ul>
            {follows.map(({ label: awaited, from, due }) => (
              <li>
                {awaited} : {from.label}
                {due !== null && `, avant le ${formatFrench(civilDate(due))}`}
              </li>
            ))}
            {follows.length === 0 && <li>Rien de plus ne sera demandé à personne.</li>}
          </ul>
        </Section>
        <Note>
          <p>{UNDONE[gravity]}</p>
        </Note>
        <PostForm action={action}>
          <Carriage asking={asking} />
          <Carried posted={posted} />
          <ButtonGroup>
            <Button name="_step" value="do">
              {button}
            </Button>
            <Button kind="secondary" name="_step" value="edit" twice>
              Revenir au formulaire
            </Button>
          </ButtonGroup>
        </PostForm>
      </Narrow>
    ),
  };
}
