/**
 * Whether an answer says by its enhanced status (RFC 3463 and its registry) that the address itself will not receive: no
 * such mailbox or system (5.1.1, 5.1.2, 5.1.10), ill-formed, ambiguous or moved (5.1.3, 5.1.4, 5.1.6), disabled (5.2.1).
 * What is wrong with the sender, a full mailbox, a policy or a passing failure says nothing of the sort; undefined where
 * nothing is said.
 */
export function isLostAddress(answer: string): boolean | undefined {
  if (isSendersFault(answer)) return false;
  const status = statusOf(answer);
  return status === undefined ? undefined : /^5\.(?:1\.(?:[012346]|10)|2\.1)$/.test(status);
}

/** Whether a refusal for good is of the sender, the system, the protocol or a policy, and not of the address. */
export function isPolicy(answer: string): boolean {
  return isSendersFault(answer) || /^5\.[357]\./.test(statusOf(answer) ?? '');
}

/**
 * Whether a refusal for good is of the length of the message: its status says so (5.3.4, 5.2.3), or a 552 without one
 * speaks of a size. A 552 of a full mailbox (5.2.2) does not.
 */
export function isTooLong(answer: string): boolean {
  const status = statusOf(answer);
  if (status !== undefined) return status === '5.3.4' || status === '5.2.3';
  return /^552\b.*(?:size|large|big|length|taille|volumineux)/i.test(answer);
}

/** The sender's address is wrong (5.1.7), its domain is (5.1.8), or there are several (5.1.20); or it is said in words. */
function isSendersFault(answer: string): boolean {
  return /^5\.1\.(?:7|8|20)$/.test(statusOf(answer) ?? '') || SENDER_REFUSED.test(answer);
}

const SENDER_REFUSED =
  /\b(?:invalid|bad|unknown|unauthorized) sender\b|\bsender (?:address |domain )?(?:is )?(?:rejected|refused|denied|invalid|not allowed|unknown)\b|[ée]metteur (?:invalide|refus[ée]|inconnu)|exp[ée]diteur (?:invalide|refus[ée]|rejet[ée]|inconnu)/i;

/** The most precise status of an answer: « 5.0.0 » and « 5.1.0 » give way to one that says which mailbox or why. */
function statusOf(answer: string): string | undefined {
  const found = [...answer.matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g)].map(([status]) => status);
  return found.find(status => !status.endsWith('.0')) ?? found.find(status => !status.endsWith('.0.0')) ?? found[0];
}
