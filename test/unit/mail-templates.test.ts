import { describe, expect, it } from '@jest/globals';
import { Letters } from '../../src/mail/letter.js';
import { Templates } from '../../src/mail/templates.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { RuleBook } from '../../src/reglement/load.js';
import type { ClaimedNotice } from '../../src/record/mails/mail.js';

const wordings = (change: Readonly<Record<string, string>> = {}) => ({
  'by-hand': 'Objet : {{label}}\n\n{{behalf}}\n\n{{lateness}} {{merged}}\n\n[Aller]({{link}})',
  digest: 'Objet : {{count}}\n\n{{items}}',
  point: 'Objet : {{label}}',
  ...change,
});
const notice: ClaimedNotice = {
  ...{ id: 'n', pole: 'p', poleName: 'Pôle <b>fictif</b>', obligation: 'o', template: 'by-hand' },
  ...{
    kind: 'council-opinion',
    due: civilDate('2026-05-04'),
    rungDay: null,
    merges: 0,
    source: '',
    debtorRole: 'council',
    readerOwes: false,
    pace: 'daily',
  },
  ...{ instance: '1', contact: 'c', readerName: 'Claude Exemple', holderRole: 'instructor', onBehalfOf: null },
  ...{ callee: null, dossier: null, event: null },
};
const BOOK = RuleBook.load();
const lettersOf = (texts: Readonly<Record<string, string>>) =>
  new Letters(Templates.of(texts), 'https://jalon.example', 'jalon.example', BOOK);
const mail = { id: 'm', messageId: '<m@jalon.example>', address: 'a@b.example', digest: false, short: false };
const write = (change: Partial<ClaimedNotice>, texts = wordings()) =>
  lettersOf(texts).write(
    { ...mail, notices: [{ ...notice, ...change }] },
    instant('2026-04-20T06:00:00Z'),
    civilDate('2026-04-20'),
  );

describe('a wording that cannot be used is refused at the start, never when it is sent', () => {
  it('an unknown variable, and no subject, are named with their template', () => {
    const broken = wordings({ late: 'Bonjour {{prénom}}' });
    expect(() => Templates.of(broken)).toThrow(
      "modèle de courrier « late » : la première ligne n'est pas « Objet : … » ; modèle de courrier « late » : variable inconnue « prénom ».",
    );
  });

  it('the wordings by hand, of the digest and of the point are there', () => {
    expect(() => Templates.of({})).toThrow(/« by-hand » absent.*« digest » absent.*« point » absent/);
  });

  it('a rung that names an unknown wording, with its ladder', () => {
    const book = RuleBook.load();
    expect(() => Templates.of(wordings()).require(book.versions())).toThrow(
      /règlement .*, échelle « default » : modèle de courrier « before » inconnu/,
    );
    expect(() => Templates.of(wordings()).require([], book.sets())).toThrow(
      /échelles fewer-reminders, échelle « default » : modèle de courrier « before » inconnu/,
    );
    expect(() => Templates.load().require(book.versions(), book.sets())).not.toThrow();
  });

  it.each([
    ['its subject', 'Objet : {{items}}\n\nBonjour'],
    ['a sentence', 'Objet : {{count}}\n\nVoici : {{items}}'],
  ])('a digest whose lines stand in %s', (_, digest) => {
    expect(() => Templates.of(wordings({ digest }))).toThrow(
      "modèle de courrier « digest » : « {{items}} » n'est pas seul dans son paragraphe.",
    );
  });
});

describe('a mail', () => {
  it('leaves out what it has nothing to say of', () => {
    expect(write({}).text.split('\n\n')[0]).toBe('Aller :\nhttps://jalon.example/poles/p/echeances/o');
  });

  it('says that it is late, for whom it is received and what it stands for', () => {
    const { text } = write({ rungDay: civilDate('2026-04-17'), onBehalfOf: 'Camille Exemple', merges: 2 });
    expect(text).toContain('Rappel en retard, il aurait dû partir le 17 avril 2026.');
    expect(text).toContain('à la place de Camille Exemple');
    expect(text).toContain('Ce message tient lieu de 2 autres rappels');
  });

  it.each(['before', 'by-hand'])('does not announce a day that is past as one to come: %s', template => {
    const past = civilDate('2026-04-10');
    const letterFor = (due: typeof past) =>
      new Letters(Templates.load(), 'https://jalon.example', 'jalon.example', BOOK).write(
        { ...mail, notices: [{ ...notice, kind: 'renewal-request', template, due }] },
        instant('2026-04-20T06:00:00Z'),
        civilDate('2026-04-20'),
      );
    expect(letterFor(past).subject).toMatch(/^En retard \(10 avr\.\) : /);
    expect(letterFor(past).text).toContain('était attendue le vendredi 10 avril 2026. Ce n’est pas encore fait.');
    expect(`${letterFor(past).subject} ${letterFor(past).text}`).not.toContain('au plus tard');
    expect(letterFor(civilDate('2026-04-20')).text).toContain('au plus tard le lundi 20 avril 2026');
  });

  it('nor does a digest', () => {
    const late = { ...notice, due: civilDate('2026-04-10') };
    const { text } = lettersOf(wordings()).write(
      { ...mail, digest: true, notices: [late, { ...notice, obligation: 'other' }] },
      instant('2026-04-20T06:00:00Z'),
      civilDate('2026-04-20'),
    );
    expect(text).toContain('attendu depuis le 10 avril 2026');
    expect(text).toContain('au plus tard le 4 mai 2026');
    expect(text).not.toContain('au plus tard le 10 avril 2026');
  });

  describe('that is a digest', () => {
    const line = (change: Partial<ClaimedNotice>) =>
      lettersOf(wordings())
        .write(
          { ...mail, digest: true, notices: [{ ...notice, poleName: 'Pôle fictif', ...change }, another] },
          instant('2026-04-20T06:00:00Z'),
          civilDate('2026-04-20'),
        )
        .text.split('\n')
        .find(text => /^- (?:Avis|Faire ce qui est attendu : avis)/.test(text));
    const another = { ...notice, obligation: 'other', kind: 'renewal-request' };

    const linesOf = (notices: readonly ClaimedNotice[]) =>
      lettersOf(wordings())
        .write({ ...mail, digest: true, notices }, instant('2026-04-20T06:00:00Z'), civilDate('2026-04-20'))
        .text.split('\n-- \n')[0]
        ?.split('\n')
        .filter(text => text !== '' && !text.startsWith('  ')) ?? [];

    it('says in one line who owes the thing, unless the reader does', () => {
      const awaited = 'Avis du Conseil de développement, attendu au plus tard le 4 mai 2026.';
      expect(line({})).toBe(`- ${awaited} C’est au Conseil de développement du pays de le faire.`);
      expect(line({ readerOwes: true })).toMatch(
        /^- Faire ce qui est attendu : avis .* : au plus tard le 4 mai 2026\.$/,
      );
    });

    it('says for whom it is received', () => {
      expect(line({ onBehalfOf: 'Camille Exemple' })).toContain(' Reçu à la place de Camille Exemple.');
    });

    it.each([
      ['daily', '2026-04-20', false],
      ['daily', '2026-04-19', false],
      ['daily', '2026-04-18', true],
      ['weekly', '2026-04-13', false],
      ['weekly', '2026-04-12', true],
    ] as const)('is late once it missed its digest: %s, of %s', (pace, rungDay, isLate) => {
      const digestLine = line({ pace, rungDay: civilDate(rungDay) });
      expect(digestLine?.includes('Rappel en retard, il aurait dû partir le ')).toBe(isLate);
    });

    it('speaks once of a thing of which its reader is told in two roles, as its debtor', () => {
      const notices = [{ ...notice, readerOwes: true }, { ...notice, id: 'other' }, another];
      expect(linesOf(notices).filter(text => /^(?:- |[A-ZÀ ]+$)/.test(text))).toEqual([
        'CE QUE VOUS AVEZ À FAIRE',
        expect.stringMatching(
          /^- Faire ce qui est attendu : avis du Conseil de développement, .* au plus tard le 4 mai 2026\.$/,
        ),
        expect.stringMatching(/^- Demande de renouvellement/),
      ]);
    });

    it('says first what its reader does, then what they follow, then the rest; pôle by pôle, the most pressing first', () => {
      const due = (day: string) => ({ due: civilDate(day) });
      const notices = [
        { ...notice, obligation: '1', pace: 'weekly', ...due('2026-04-03') } as const,
        { ...notice, obligation: '2', pole: 'q', poleName: 'Q', readerOwes: true, ...due('2026-04-22') },
        { ...notice, obligation: '3', pole: 'r', poleName: 'R', readerOwes: true, ...due('2026-04-23') },
        { ...notice, obligation: '4', pole: 'q', poleName: 'Q', readerOwes: true, ...due('2026-04-24') },
        { ...notice, obligation: '5', ...due('2026-04-02') },
      ];
      const said = linesOf(notices).map(text => /(\d+ avril) 2026/.exec(text)?.[1] ?? text);
      expect(said.filter(text => !text.startsWith('Bonjour'))).toEqual([
        ...['CE QUE VOUS AVEZ À FAIRE', '22 avril', '24 avril', '23 avril'],
        ...[expect.stringMatching(/^À SUIVRE : /), '2 avril', '3 avril'],
      ]);
    });

    it('of one thing alone is written as its reminder is, under its own subject, and is late once it missed its digest', () => {
      const alone = (rungDay: string) =>
        lettersOf(wordings()).write(
          { ...mail, digest: true, notices: [{ ...notice, rungDay: civilDate(rungDay) }] },
          instant('2026-04-20T06:00:00Z'),
          civilDate('2026-04-20'),
        );
      expect(alone('2026-04-19')).toMatchObject({
        ...{ subject: 'Avis du Conseil de développement', thread: '<obligation.o@jalon.example>' },
        text: expect.not.stringContaining('retard'),
      });
      expect(alone('2026-04-18').text).toContain('Rappel en retard, il aurait dû partir le 18 avril 2026.');
    });
  });

  it('is not late on its day', () => {
    expect(write({ rungDay: civilDate('2026-04-20') }).text).not.toContain('retard');
  });

  it('escapes what people wrote, and keeps its subject on one line', () => {
    const texts = wordings({ 'by-hand': 'Objet : {{pole}}\n\nPour {{pole}}\n\n[Aller]({{link}})' });
    const letter = write({ poleName: 'A\r\nBcc: tous@b.example <script>' }, texts);
    expect(letter.subject).toBe('Pôle A Bcc: tous@b.example <script>');
    expect(letter.html).not.toContain('<script>');
  });

  it('is the answer to the same thread for one obligation, under the Message-ID that it was given', () => {
    expect(write({})).toMatchObject({ messageId: mail.messageId, thread: '<obligation.o@jalon.example>' });
  });
});
