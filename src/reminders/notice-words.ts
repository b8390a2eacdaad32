/** Why a reminder does not leave, as people read it. */
const REASONS: Readonly<Record<string, string>> = {
  merged: 'tenu pour dit par un rappel plus récent',
  done: 'c’est fait',
  withdrawn: 'sans objet',
  waived: 'dispensé',
  suspended: 'dossier suspendu',
  'date-moved': 'la date a changé',
  'said-lately': 'dit il y a peu',
  'often-enough': 'déjà dit autant de fois que l’échelle le permet',
  nobody: 'personne à qui écrire',
  'contact-ended': 'le destinataire n’est plus en fonction',
  'debtor-changed': 'cela revient à un autre organisme',
  away: 'absent, et dit à qui reçoit à sa place',
  unreachable: 'l’adresse ne reçoit plus',
  retracted: 'le fait a été annulé',
  'own-act': 'c’est le fait de cette personne',
  'long-past': 'le fait est ancien',
  unwritable: 'le message n’a pas pu être rédigé',
};

/** The words for a reason; the reason itself when it has none. */
export function reasonLabel(reason: string | null): string | null {
  return reason === null ? null : (REASONS[reason] ?? reason);
}

/** What became of a reminder, as people read it. */
const STATES: Readonly<Record<string, string>> = {
  planned: 'prévu',
  leaving: 'en cours d’envoi',
  sent: 'envoyé',
  suppressed: 'retenu',
  bounced: 'rejeté',
  refused: 'refusé par le serveur',
  'given-up': 'abandonné',
  uncertain: 'peut-être envoyé',
};

/** The words for what became of a reminder. */
export const noticeStateLabel = (state: string): string => STATES[state] ?? 'en attente';
