import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ACTS } from '../../src/domain/dossier/acts.js';
import { EVENT_TYPES } from '../../src/domain/dossier/state.js';
import { ROLES } from '../../src/domain/dossier/roles.js';
import { parisMidnight } from '../../src/domain/kernel/paris.js';
import { Letters, type Letter } from '../../src/mail/letter.js';
import { TOLD_TYPES } from '../../src/domain/reminders/told-at-once.js';
import { LONGEST_SUBJECT } from '../../src/mail/subject.js';
import { Templates } from '../../src/mail/templates.js';
import type { ClaimedNotice } from '../../src/record/mails/mail.js';
import { RuleBook } from '../../src/reglement/load.js';
import { agreedText } from '../builders/agreed-text.js';
import { oneOfEachEvent } from '../builders/every-event-mail.js';
import { dayOf, noticeOf, oneOfEachKind, OWED_KINDS, readersOf, type Owed } from '../builders/every-mail.js';

const LETTERS = new Letters(Templates.load(), 'https://jalon.example', 'jalon.example', RuleBook.load());
const TEMPLATES = ['before', 'late', 'by-hand', 'escalation', 'point'] as const;
const FOLDER = join('test', 'unit', 'snapshots', 'mails');

interface Written {
  readonly kind: string;
  readonly template: string;
  readonly owes: boolean;
  readonly reader: string;
  readonly notice: ClaimedNotice;
  readonly letter: Letter;
}

const templatesOf = ({ obligation }: Owed): readonly string[] =>
  obligation.debtor.role === 'engine' ? ['alert'] : TEMPLATES;

function letterOf(notices: readonly ClaimedNotice[], digest = false): Letter {
  const [first] = notices;
  const today = dayOf(first?.template ?? '', first?.due ?? null);
  return LETTERS.write(
    { messageId: '<m@x>', address: 'a@b.example', digest, short: false, notices },
    parisMidnight(today),
    today,
  );
}

/** Made once, when the first of these tests runs. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}
const owedKinds = once(oneOfEachKind);

/** Every kind, by every template, to every person. */
const everyMail = once(async (): Promise<readonly Written[]> => {
  const owed = await owedKinds();
  return [...owed].flatMap(([kind, one]) =>
    templatesOf(one).flatMap(template =>
      readersOf(one).map(reader => {
        const notice = noticeOf(one, template, reader);
        return { kind, template, reader, owes: notice.readerOwes, notice, letter: letterOf([notice]) };
      }),
    ),
  );
});

const LINK = /https:\/\/jalon\.example\/\S*/g;
const readable = ({ subject, text }: Letter) =>
  `Objet : ${subject}\n\n${text.replaceAll(LINK, 'https://jalon.example/…')}`;

/** What was read and agreed upon of a page of mails. */
const agreed = (name: string, text: string) => agreedText(join(FOLDER, `${name}.txt`), text);

/** To who owes, and to one other, the wording of each other being the same but for their name. */
function readOnce(written: readonly Written[]): readonly Written[] {
  const key = ({ kind, template, owes }: Written) => `${kind} ${template} ${owes}`;
  return written.filter((mail, at) => written.findIndex(other => key(other) === key(mail)) === at);
}

describe('every mail', () => {
  it('is of a kind that a life owes, and every kind has its mails', async () => {
    const found = [...(await owedKinds()).keys()];
    expect(OWED_KINDS.filter(kind => !found.includes(kind))).toEqual([]);
  });

  it('was read aloud, and says what was read', async () => {
    const written = readOnce(await everyMail());
    for (const template of [...TEMPLATES, 'alert']) {
      const mails = written.filter(mail => mail.template === template);
      const told = mails.map(({ kind, owes, letter }) =>
        [`=== ${kind}, ${owes ? 'à qui doit' : 'aux autres'}`, readable(letter)].join('\n\n'),
      );
      expect(told.join('\n')).toBe(agreed(template, told.join('\n')));
    }
  });

  it('has a subject that is shown whole, with its date first', async () => {
    for (const { letter, template } of await everyMail()) {
      expect(letter.subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
      expect(letter.subject).toMatch(template === 'alert' ? /^Jusqu’au \d/ : /^(Avant le \d|En retard \(\d)/);
    }
  });

  it('says « vous » to who owes, what happens otherwise, and whom to ask', async () => {
    for (const { letter, owes, notice } of await everyMail()) {
      if (!owes) continue;
      expect(letter.text).toMatch(/vous (avez à|deviez) /);
      expect(letter.text).toMatch(/SINON\n\n\S/);
      if (notice.holderRole !== 'instructor') expect(letter.text).toContain('Nolwenn Le Dantec, à la Région, suit');
    }
  });

  it('says to the others whose it is, or that nobody has anything to do', async () => {
    const toOthers = (await everyMail()).filter(({ owes }) => !owes);
    const silent = toOthers.filter(({ letter }) => !/C’est (à|au) .* de le faire|Rien n’est à faire/.test(letter.text));
    expect(silent).toEqual([]);
  });

  it('names its exercise wherever there is one, or its instalment and its amount', async () => {
    const written = await everyMail();
    const ofExercise = written.filter(
      ({ notice }) => notice.dossier?.state.obligations[notice.obligation ?? '']?.period ?? false,
    );
    const dates = /exercice \d+ \(\d.* – \d.*\)|de l’étude de préfiguration/;
    expect(ofExercise.filter(({ letter }) => !dates.test(letter.text))).toEqual([]);
    const ofMoney = written.filter(({ kind }) => /liquidation|payment|claim/.test(kind));
    expect(ofMoney.filter(({ letter }) => !/\d,\d\d\s€\)/u.test(letter.text))).toEqual([]);
    expect([ofExercise.length, ofMoney.length].every(count => count > 50)).toBe(true);
  });

  it('holds no code, no drafting note, no bracket within a bracket, one style of apostrophe, one of « 1er »', async () => {
    const codes = new Set([...OWED_KINDS, ...Object.keys(EVENT_TYPES), ...ACTS.map(({ name }) => name)]);
    const hyphened = [...codes, ...Object.keys(ROLES)].filter(code => code.includes('-'));
    for (const { letter } of await everyMail()) {
      const said = `${letter.subject}\n${letter.text}`.replaceAll(LINK, '');
      expect(hyphened.filter(code => said.includes(code))).toEqual([]);
      expect(said).not.toMatch(/à confirmer/);
      expect(said).not.toMatch(/\([^()]*\(/);
      expect(said).not.toMatch(/\p{L}'\p{L}/u);
      expect(said).not.toMatch(/\b1 (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/);
      expect(said).not.toMatch(/ {2}| \.|\{\{|undefined|null|Invalid/);
      expect(said).not.toMatch(/\b(de le|de les|à le|à les) [a-zé]+ (?!faire)(?=de|du)/);
    }
  });
});

describe('a digest', () => {
  it.each(['carrier', 'instructor', 'manager', 'adviser'] as const)('was read aloud: %s', async reader => {
    const owed = [...(await owedKinds()).values()];
    const own = owed.filter(({ obligation }) => obligation.debtor.role === reader).slice(0, 4);
    const others = owed.filter(({ obligation }) => obligation.debtor.role !== reader).slice(0, 4);
    const alerts = owed.filter(({ obligation }) => obligation.debtor.role === 'engine').slice(0, 1);
    const notices = [...new Set([...own, ...others, ...alerts])].map(one =>
      noticeOf(one, 'late', reader, { due: one.obligation.due, pace: 'daily' }),
    );
    const letter = letterOf(notices, true);
    expect(letter.subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    expect(letter.text).not.toMatch(/alendrier de le faire|à : Calendrier/);
    expect(readable(letter)).toBe(agreed(`digest-${reader}`, readable(letter)));
  });
});

describe('every event told at once', () => {
  const toldEvents = once(oneOfEachEvent);

  it('happens in a life, whatever its type', async () => {
    const found = (await toldEvents()).map(({ what }) => what.split(',')[0]);
    expect(TOLD_TYPES.filter(type => !found.includes(type))).toEqual([]);
  });

  it('was read aloud, and says what was read', async () => {
    const told = (await toldEvents()).flatMap(({ what, notices }) =>
      notices.map(notice => [`=== ${what}, ${notice.holderRole}`, readable(letterOf([notice]))].join('\n\n')),
    );
    expect(told.join('\n')).toBe(agreed('events', told.join('\n')));
  });

  it('has a subject that is shown whole, with its day first, and holds no code', async () => {
    for (const { notices } of await toldEvents())
      for (const { subject, text } of notices.map(notice => letterOf([notice]))) {
        expect(subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
        expect(subject).toMatch(/^(1er|\d{1,2}) \p{L}+\.? : /u);
        expect(text).not.toMatch(/à confirmer|undefined|null|\([^()]*\(/);
      }
  });
});
