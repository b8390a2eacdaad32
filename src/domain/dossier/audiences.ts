import { isOfRegion, rolesThat, sightOf, type Role } from './roles.js';

/** Those for whom what is told beside a fact, or carried by it, may be (RGPD art. 5, 1 c). */
export const anyone = (): boolean => true;
/** Whoever has a part in dossiers: who only looks at them is shown that there is something, and not what. */
export const concerned = (role: Role): boolean => rolesThat('owes').includes(role);
export const region = (role: Role): boolean => isOfRegion(role);
export const regionAndCress = (role: Role): boolean => region(role) || role === 'adviser';
export const regionAndBodies = (role: Role): boolean => region(role) || sightOf(role) === 'own-bodies';
export const notCouncils = (role: Role): boolean => concerned(role) && sightOf(role) !== 'own-pays';
