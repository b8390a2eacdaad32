import type { Letter } from './letter.js';

/** What the server did with a letter. */
export type SendResult =
  | { readonly became: 'sent'; readonly answer: string }
  /** Refused for good: what is said, or the address, which is lost when the server says that it is. */
  | { readonly became: 'refused'; readonly answer: string; readonly isLost: boolean }
  /** Too long for the server, which may take a shorter one. */
  | { readonly became: 'too-long'; readonly answer: string }
  /** To be tried again: this letter failed, or a policy refuses it that may refuse every other, or the server is away. */
  | { readonly became: 'later'; readonly answer: string; readonly by: 'letter' | 'policy' | 'server' }
  /** It was handed whole, and nothing was answered. */
  | { readonly became: 'doubtful'; readonly answer: string };

/** The way out of the house, open while a bag is emptied. */
export interface MailTransport {
  /** How many letters it takes at the same time. */
  readonly connections: number;
  /** Never throws: what happened is the answer. */
  send(letter: Letter): Promise<SendResult>;
  close(): void;
}

/** Whether the server has accepted a letter, where it can be asked. */
export interface DeliveryTrace {
  find(messageId: string): Promise<boolean>;
}
