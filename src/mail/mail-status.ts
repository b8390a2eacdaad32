/**
 * Whether an enhanced status (RFC 3463) within an answer says that the address itself will not receive: bad (5.1) or
 * disabled (5.2.1). A full mailbox, a policy or a passing failure says nothing of the sort; undefined without a status.
 */
export function isLostAddress(answer: string): boolean | undefined {
  const status = statusOf(answer);
  return status === undefined ? undefined : /^5\.(1\.|2\.1$)/.test(status);
}

/** Whether a refusal for good is of the system, the protocol or a policy, and not of the address. */
export function isPolicy(answer: string): boolean {
  return /^5\.[357]\./.test(statusOf(answer) ?? '');
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

const statusOf = (answer: string) => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(answer)?.[0];
