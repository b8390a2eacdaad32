import type { Post } from '../../domain/recruitment/slice.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Section } from '../kit/layout.js';
import { Empty } from '../kit/lists.js';
import { Table } from '../kit/table.js';
import { ShortDay, Span } from '../kit/words.js';
import { ActsOn, StateTag } from './facts.js';
import { roomPage } from './frame.js';
import { offersIn } from './offers.js';
import { POST_WORDS } from './state-words.js';

/** The posts of a pôle, who held each from when to when without naming them, and their vacancies. */
export function postsPage(pole: SeenPole): Page {
  const posts = Object.values(pole.seen.posts);
  return roomPage({
    pole,
    room: '/poste',
    children: (
      <Section id="postes" title="Postes de chargé de mission" count={posts.length}>
        {posts.length === 0 ? <Empty>Aucun poste n’est ouvert à ce jour.</Empty> : <Posts posts={posts} pole={pole} />}
        <ActsOn offers={offersIn(pole, '/poste')} />
      </Section>
    ),
  });
}

function Posts({ posts, pole: { today } }: { readonly posts: readonly Post[]; readonly pole: SeenPole }) {
  return (
    <Table
      caption="Les postes"
      rows={posts}
      keyOf={({ number }) => String(number)}
      columns={[
        { head: 'Poste', cell: ({ number }) => `Poste ${number}` },
        { head: 'Part d’un temps plein', label: 'Part d’un temps plein', cell: ({ share }) => `${share} %` },
        { head: 'État', cell: ({ status }) => <StateTag of={POST_WORDS[status]} /> },
        {
          head: 'Tenu',
          label: 'Tenu',
          cell: ({ held }) =>
            held.map(({ from, to, share }) => (
              <div key={from}>
                {to === null ? (
                  <>
                    depuis le <ShortDay date={from} today={today} />
                  </>
                ) : (
                  <Span from={from} to={to} />
                )}
                , {share} %
              </div>
            )),
        },
        {
          head: 'Vacant depuis',
          label: 'Vacant depuis le',
          cell: ({ vacantSince }) => (vacantSince === null ? null : <ShortDay date={vacantSince} today={today} />),
        },
      ]}
    />
  );
}
