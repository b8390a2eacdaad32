import type { ClaimedMail, Taken } from '../record/mails/mail.js';
import type { Letter } from './letter.js';
import type { SendResult, MailTransport } from './outgoing.js';
import type { Pace } from './pace.js';

/** How many letters in a row a policy may refuse before it is the house that is refused, and not they. */
const MOST_BY_POLICY = 8;

/** How many different addresses may be said to be lost in one bag before it is the server that fails, and not they. */
const MOST_LOST = 3;

/** A bag in the hands of a server: it is given one letter, and several abreast only once it has taken one. */
export class SendRun {
  /** It was found away: nothing more is to be given to it. */
  isAway = false;
  private serves = false;
  private refusedByPolicy = 0;
  /** The addresses that it says to be lost, and those of them that it was never asked about before. */
  private readonly lost = new Set<string>();
  private readonly newlyLost = new Set<string>();

  constructor(
    private readonly transport: MailTransport,
    private readonly pace: Pace,
    /** The most letters abreast. */
    private readonly abreast: number,
  ) {}

  /** How many letters are to be given next: what is in hand when everything ends is in doubt. */
  get width(): number {
    return this.serves ? this.abreast : 1;
  }

  /** Whether it says of so many addresses that they are lost that none of them is to be held so. */
  get refusesAddresses(): boolean {
    return this.lost.size >= MOST_LOST;
  }

  /** Whether it says so of new ones, and has taken nothing: nothing is to be given to it for now. */
  get refusesEveryone(): boolean {
    return !this.serves && this.newlyLost.size >= MOST_LOST;
  }

  /** Hands letters abreast, each at its turn; one that was not given any more has no answer. */
  hand(letters: readonly Taken<Letter>[]) {
    return Promise.all(letters.map(async ({ mail, letter }) => ({ mail, handing: await this.handOne(mail, letter) })));
  }

  private async handOne(mail: ClaimedMail, letter: Letter): Promise<SendResult | undefined> {
    await this.pace.turn();
    if (this.isAway) return undefined;
    const result = await this.transport.send(letter);
    this.learn(result, mail);
    return result;
  }

  private learn(result: SendResult, { address, attempts }: ClaimedMail): void {
    const isPolicy = result.became === 'later' && result.by === 'policy';
    this.refusedByPolicy = isPolicy ? this.refusedByPolicy + 1 : 0;
    if (result.became === 'sent') this.serves = true;
    if (result.became === 'doubtful' || (result.became === 'later' && result.by === 'server')) this.isAway = true;
    if (result.became === 'refused' && result.isLost) {
      this.lost.add(address.toLowerCase());
      if (attempts === 0) this.newlyLost.add(address.toLowerCase());
    }
    if (this.refusesEveryone) this.isAway = true;
    if (this.refusedByPolicy >= MOST_BY_POLICY) this.isAway = true;
  }
}
