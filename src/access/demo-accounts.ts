import type { Role } from '../domain/dossier/roles.js';
import { DEMO_LOGIN } from '../startup/login.js';

/** Known to all on purpose: it opens the embedded provider, which exists on the developer's machine only. */
export const DEMO_SECRET = DEMO_LOGIN.clientSecret;

/** A fictitious person of the demonstration: their account, one role and its perimeter. */
export interface DemoAccount {
  readonly account: string;
  readonly role: Role;
  readonly label: string;
  readonly bodies: readonly string[];
  readonly pays: readonly string[];
}

function luhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A fictitious SIRET with a right key, in a range plainly made for demonstrations: 9999nnnn… Refuses all but 0 to 9999. */
export function demoSiret(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) throw new RangeError(`Pas de SIRET fictif pour ${n} : de 0 à 9999.`);
  const beginning = `9999${String(n).padStart(4, '0')}`;
  const establishment = `${beginning}${luhnKey(beginning)}0001`;
  return `${establishment}${luhnKey(establishment)}`;
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => demoSiret(from + index));

/** Bodies of the demonstration: carriers, bearers of studies, co-funders, strangers. */
export const DEMO_SIRETS = {
  carriers: range(1, 99),
  bearers: range(101, 199),
  cofunders: range(801, 801),
  strangers: range(901, 901),
} as const;

const ALL_PAYS = Array.from({ length: 21 }, (_, index) => String(index + 1).padStart(2, '0'));

const account = (
  name: string,
  role: Role,
  label: string,
  perimeter: Partial<Pick<DemoAccount, 'bodies' | 'pays'>> = {},
): DemoAccount => ({ account: name, role, label, bodies: [], pays: [], ...perimeter });

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('instructrice', 'instructor', 'Instructrice de la Région'),
  account('instructeur-2', 'instructor', 'Second instructeur de la Région'),
  account('cheffe-de-service', 'manager', 'Cheffe de service'),
  account('chef-de-service-2', 'manager', 'Second chef de service'),
  account('gestionnaire-financiere', 'finance', 'Gestionnaire financière de la Région'),
  account('conseiller-cress', 'adviser', 'Conseiller méthodologique CRESS'),
  account('conseil-de-developpement', 'council', 'Conseils de développement des 21 pays', { pays: ALL_PAYS }),
  account('conseil-brest', 'council', 'Conseil de développement du pays de Brest', { pays: ['02'] }),
  account('porteur-demo', 'carrier', 'Structures porteuses de la démonstration', { bodies: DEMO_SIRETS.carriers }),
  account('porteur-etude', 'carrier', 'Structures qui portent les études', { bodies: DEMO_SIRETS.bearers }),
  account('porteur-autre', 'carrier', 'Structure étrangère aux pôles', { bodies: DEMO_SIRETS.strangers }),
  account('cofinanceur-22', 'cofunder', 'Département cofinanceur', { bodies: DEMO_SIRETS.cofunders }),
  account('auditrice', 'auditor', 'Auditrice, lecture seule'),
  account('administratrice', 'admin', 'Administratrice'),
];
