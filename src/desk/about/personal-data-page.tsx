import type { Page } from '../frame/page.js';
import { Narrow, PageTitle, Section } from '../kit/layout.js';

/** What the house keeps of people, why, and how to have it corrected (règlement (UE) 2016/679, art. 13). */
export function personalDataPage(): Page {
  return {
    title: 'Données personnelles',
    content: (
      <Narrow>
        <PageTitle
          title="Données personnelles"
          lead="Ce que Jalon garde de vous, pourquoi, et comment le faire corriger."
        />
        <Section id="garde" title="Ce qui est gardé">
          <ul>
            <li>
              Votre nom, votre adresse électronique, votre téléphone si vous l’avez donné : pour vous écrire et vous
              appeler au sujet des dossiers que vous suivez.
            </li>
            <li>Ce que vous faites dans un dossier, avec la date : c’est son journal, qui ne s’efface pas.</li>
            <li>
              Ce que vous écrivez (motifs, avis, réserves) et les coordonnées bancaires : à côté du journal, pour qui en
              a besoin seulement.
            </li>
            <li>Chaque lecture d’un IBAN en entier, avec le nom de qui l’a lu.</li>
          </ul>
        </Section>
        <Section id="navigateur" title="Dans votre navigateur">
          <p>
            Un seul cookie, qui vous reconnaît pendant votre session et disparaît avec elle. Aucune mesure d’audience,
            rien d’un autre site.
          </p>
        </Section>
        <Section id="droits" title="Vos droits">
          <p>
            Vous pouvez demander à lire, à corriger ou à limiter ce qui vous concerne : à la personne de la Région qui
            suit votre dossier, ou à la déléguée à la protection des données de la Région Bretagne. Vous pouvez aussi
            saisir la Commission nationale de l’informatique et des libertés.
          </p>
        </Section>
      </Narrow>
    ),
  };
}
