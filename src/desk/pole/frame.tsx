import type { ComponentChildren } from 'preact';
import { carrierOf } from '../../domain/dossier/parties.js';
import { conventionAward, STAGES, stageOf } from '../../domain/dossier/stage.js';
import type { DossierState } from '../../domain/dossier/state.js';
import type { SeenPole } from '../../poles/pole-reader.js';
import type { Page } from '../frame/page.js';
import { Rooms } from '../kit/navigation.js';
import { PageTitle } from '../kit/layout.js';
import { roomLabel, roomsOf, type RoomPath } from './rooms.js';

interface Framed {
  readonly pole: SeenPole;
  readonly room: RoomPath;
  /** What the title says when the room is not enough: the name of an échéance. */
  readonly title?: string;
  /** What asks for someone there. */
  readonly states?: ComponentChildren;
  /** The one act that the reader owes there. */
  readonly acts?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A room of a dossier: its name, where it stands, and the way to the other rooms. */
export function roomPage({ pole, room, title, states, acts, children }: Framed): Page {
  const { name, dossier, view } = pole;
  const label = title ?? roomLabel(room);
  return {
    title: room === '' && title === undefined ? name : `${label} – ${name}`,
    under: '/poles',
    trail: trailOf(pole, room, title),
    content: (
      <>
        <PageTitle
          title={room === '' && title === undefined ? name : label}
          lead={room === '' && title === undefined ? leadOf(pole) : name}
          {...(states === undefined ? {} : { states })}
          {...(acts === undefined ? {} : { acts })}
        />
        <Rooms label="Pages du dossier" places={roomsOf(dossier.id, view, room)} />
        {children}
      </>
    ),
  };
}

function trailOf({ name, dossier }: SeenPole, room: RoomPath, title?: string) {
  const home = { label: name, href: `/poles/${dossier.id}` };
  const here = { label: roomLabel(room), href: `/poles/${dossier.id}${room}` };
  if (title !== undefined) return [{ label: 'Les pôles', href: '/poles' }, home, here, { label: title }];
  return room === ''
    ? [{ label: 'Les pôles', href: '/poles' }, { label: name }]
    : [{ label: 'Les pôles', href: '/poles' }, home, { label: roomLabel(room) }];
}

function leadOf({ seen, names, pays }: SeenPole) {
  const carrier = carrierOf(seen);
  return (
    <>
      {[...pays, STAGES[stageOf(seen)]].join(' · ')}
      {carrier !== null && names.has(carrier) && (
        <>
          {' · '}
          {carrierLabel(seen)} <strong>{names.get(carrier)}</strong>
        </>
      )}
    </>
  );
}

/** What its body is to the pôle: it carries it by its convention, is to carry it by the CRESS's note, or began it. */
function carrierLabel(seen: DossierState): string {
  if (conventionAward(seen)) return 'Porté par';
  return seen.legitimation.carrier === null ? 'Groupe local :' : 'Structure porteuse :';
}
