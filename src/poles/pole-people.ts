import { Inject, Injectable } from '@nestjs/common';
import { ContactReads } from '../database/contact-reads.js';
import { PoleReads } from '../database/pole-reads.js';
import { bodiesOfDossier } from '../domain/dossier/parties.js';
import { isRole, roleLabel, rolesThat, sightOf, type Role } from '../domain/dossier/roles.js';
import type { DossierState } from '../domain/dossier/state.js';
import { hasInCharge, isInCharge } from '../domain/obligations/referent-slice.js';
import type { SeenPole } from './pole-reader.js';
import type { Charge, PolePersonAnswer } from './people-answers.js';

type Contact = Awaited<ReturnType<ContactReads['all']>>[number];

/** Who has a part in a pôle: in charge of it, or written to of it. */
@Injectable()
export class PolePeople {
  constructor(
    @Inject(ContactReads) private readonly contacts: ContactReads,
    @Inject(PoleReads) private readonly poles: PoleReads,
  ) {}

  /** In the order of the roles, those in charge first. Who reads a part of a dossier is told of the Région and of their own. */
  async of({ seen, names, today, view, actors, dossier }: SeenPole): Promise<readonly PolePersonAnswer[]> {
    const [all, pays] = await Promise.all([
      this.contacts.all(),
      this.poles.namesOfPays(dossier.state.initiative.paysCodes),
    ]);
    const own = actors.flatMap(({ bodies }) => bodies);
    const shown = all
      .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo))
      .filter(contact => hasPart(contact, dossier.state))
      .filter(({ role, bodies }) => view === 'whole' || isOfAll(role) || bodies.some(body => own.includes(body)));
    const nameOf = (code: string) => names.get(code) ?? pays.get(code);
    return shown
      .map(contact => ({ contact, inCharge: chargeOf(contact, seen) }))
      .toSorted((a, b) => rank(a.contact.role) - rank(b.contact.role) || Number(!a.inCharge) - Number(!b.inCharge))
      .map(({ contact, inCharge }) => ({
        ...{ name: contact.name, role: contact.role, roleLabel: roleLabel(contact.role as Role), inCharge },
        for: partsOf(contact, dossier.state).flatMap(code => nameOf(code) ?? []),
        ...{ phone: contact.phone, email: contact.email, ...awayOf(contact, all, today) },
      }));
  }
}

const isOfAll = (role: string) => isRole(role) && sightOf(role) === 'all';
const rank = (role: string) => rolesThat('written-to').indexOf(role as Role);

/** The bodies and the pays of a dossier for which someone holds their role. */
function partsOf({ role, bodies, pays }: Contact, state: DossierState): readonly string[] {
  if (!isRole(role) || sightOf(role) === 'all') return [];
  if (sightOf(role) === 'own-pays') return state.initiative.paysCodes.filter(code => pays.includes(code));
  return bodiesOfDossier(state).filter(body => bodies.includes(body));
}

/** Whether someone is written to of a dossier: of a role that has somebody in charge of it, those alone. */
function hasPart(contact: Contact, state: DossierState): boolean {
  const { role } = contact;
  if (!isRole(role) || !rolesThat('written-to').includes(role)) return false;
  if (sightOf(role) !== 'all') return partsOf(contact, state).length > 0;
  return !hasInCharge(state, role) || isInCharge(state, role, contact.account);
}

function chargeOf({ account }: Contact, { referent }: DossierState): Charge | null {
  if (account === null) return null;
  const charges = { referent: referent.referent, second: referent.second, manager: referent.manager };
  return (Object.keys(charges) as Charge[]).find(charge => charges[charge] === account) ?? null;
}

function awayOf({ absences }: Contact, all: readonly Contact[], today: string) {
  const absence = absences.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay);
  const standIn = all.find(({ id }) => id === absence?.delegateId)?.name ?? null;
  return { awayUntil: absence?.lastDay ?? null, standIn };
}
