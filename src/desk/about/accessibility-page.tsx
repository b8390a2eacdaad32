import type { Page } from '../frame/page.js';
import { Narrow, PageTitle, Section } from '../kit/layout.js';

/** The statement of accessibility (loi n° 2005-102 art. 47 ; décret n° 2019-768). No audit was made: it says so. */
export function accessibilityPage(): Page {
  return {
    title: 'Accessibilité : non conforme',
    content: (
      <Narrow>
        <PageTitle
          title="Accessibilité : non conforme"
          lead="Aucun audit n’a encore été mené : Jalon ne peut se dire conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1)."
        />
        <Section id="fait" title="Ce qui est vérifié à chaque version">
          <ul>
            <li>Aucune erreur relevée par axe-core, sur grand et sur petit écran.</li>
            <li>Un code HTML valide, un ordre de lecture et des titres qui se suivent.</li>
            <li>Tout se fait au clavier, et l’endroit où l’on est se voit.</li>
            <li>Rien ne déborde à 320 pixels de large, ni quand le texte est deux fois plus grand.</li>
            <li>Tout se fait sans JavaScript.</li>
          </ul>
        </Section>
        <Section id="reste" title="Ce qui ne l’est pas">
          <ul>
            <li>Aucune personne n’a encore parcouru Jalon avec un lecteur d’écran.</li>
            <li>Les contrastes élevés de Windows n’ont pas été essayés.</li>
            <li>Les courriels n’ont pas été lus dans les logiciels de messagerie les plus courants.</li>
          </ul>
        </Section>
        <Section id="dire" title="Vous êtes gêné ?">
          <p>
            Dites-le à la personne de la Région qui suit votre dossier : elle vous donnera ce que vous cherchez d’une
            autre façon, et fera corriger la page.
          </p>
          <p>
            Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits, par son site, par son délégué dans
            votre région, ou par courrier sans affranchir : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX
            07.
          </p>
        </Section>
      </Narrow>
    ),
  };
}
