import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { machineMilliseconds, readClock } from '../src/clock/clock.js';
import { instant } from '../src/domain/kernel/paris.js';
import { Letters } from '../src/mail/letter.js';
import { MailDispatcher } from '../src/mail/mail-dispatcher.js';
import type { MailTransport } from '../src/mail/outgoing.js';
import { SmtpTransport } from '../src/mail/smtp.js';
import { Templates } from '../src/mail/templates.js';
import { MailRecord } from '../src/record/mails/mail-record.js';
import { RuleBook } from '../src/reglement/load.js';
import { paceOf, round } from './figures.js';
import type { Ground } from './ground.js';

/** Mails a second, at most, of the run that is held back. */
const THROTTLE = 50;

/**
 * Mails per second by one postman to a server that keeps nothing, against the bare handing of as many; then for some
 * seconds at a configured rate.
 */
export async function postMails(ground: Pick<Ground, 'source'>, count: number, seconds: number) {
  const sink = fork(fileURLToPath(new URL('sink.js', import.meta.url)));
  try {
    const [{ port }] = (await once(sink, 'message')) as [{ port: number }];
    const open = () => new SmtpTransport({ url: `smtp://127.0.0.1:${port}`, from: 'Jalon <jalon@region.example>' });
    await ground.source.query(`UPDATE notices SET state = 'suppressed', reason = 'bench' WHERE state = 'planned'`);
    const floor = await bare(open, count);
    const fast = await postAll(ground, open, count, null);
    await takenBy(sink);
    const throttled = await postAll(ground, open, THROTTLE * seconds, THROTTLE);
    const pace = paceOf(throttled.instants);
    const perSecond = round(count / fast.seconds);
    return {
      ...{ mails: count, seconds: round(fast.seconds), perSecond, floor, ofFloor: round(perSecond / floor) },
      throttled: {
        ...{ mails: THROTTLE * seconds, rate: THROTTLE, ...pace },
        takenPerSecond: paceOf(await takenBy(sink)).perSecond,
      },
    };
  } finally {
    sink.disconnect();
  }
}

/** When the server was given each mail since it was last asked. */
async function takenBy(sink: ChildProcess): Promise<readonly number[]> {
  const message = once(sink, 'message') as Promise<[{ instants: readonly number[] }]>;
  sink.send('taken');
  return (await message)[0].instants;
}

/** Plans as many mails and lets one postman send them. Answers the seconds, and the instant of each in milliseconds. */
async function postAll(
  ground: Pick<Ground, 'source'>,
  open: () => MailTransport,
  count: number,
  perSecond: number | null,
) {
  await plan(ground, count);
  const instants: number[] = [];
  const timed = (): MailTransport => {
    const transport = open();
    const hand: MailTransport['send'] = letter => {
      instants.push(machineMilliseconds());
      return transport.send(letter);
    };
    return { connections: transport.connections, send: hand, close: () => transport.close() };
  };
  const letters = new Letters(Templates.load(), 'https://jalon.example', 'jalon.example', RuleBook.load());
  const dispatcher = new MailDispatcher(new MailRecord(ground.source), letters, timed, { perSecond });
  const start = performance.now();
  const { sent } = await dispatcher.emptyInTurn();
  const seconds = (performance.now() - start) / 1000;
  if (sent !== count) throw new Error(`${sent} courriers partis sur ${count}.`);
  return { seconds, instants };
}

/** As many reminders of one obligation, each for someone. */
async function plan({ source }: Pick<Ground, 'source'>, count: number): Promise<void> {
  const { now, today } = await readClock(source.manager);
  await source.query(
    `WITH people AS (
       INSERT INTO contacts (id, role, name, email, valid_from)
       SELECT gen_random_uuid(), 'council', 'Membre ' || n, 'membre' || n || '@conseil.example', $3::date - 1
       FROM generate_series(1, $1::int) n RETURNING id
     ), owed AS (
       SELECT o.* FROM obligations o JOIN pole_cards card USING (pole_id)
       WHERE o.state = 'open' AND o.due IS NOT NULL AND card.stage <> 'suspended' LIMIT 1
     )
     INSERT INTO notices (id, pole_id, obligation_id, round, rung, recipient, contact_id, kind, template, due, rung_day,
       pace, planned_for, late, state)
     SELECT gen_random_uuid(), owed.pole_id, owed.id, 0, 'j+1', people.id::text, people.id, owed.kind, 'late', owed.due, $3,
       'instant', $2, false, 'planned' FROM people, owed`,
    [count, now, today],
  );
}

/** The same letter handed as many times, by as many lanes: what the server and the pool take, without a database. */
async function bare(open: () => SmtpTransport, count: number): Promise<number> {
  const letters = new Letters(Templates.load(), 'https://jalon.example', 'jalon.example', RuleBook.load());
  const letter = { ...letters.preview('late'), to: 'a@b.example', thread: null, date: instant('2026-04-20T06:00:00Z') };
  const transport = open();
  let remaining = count;
  const lane = async () => {
    while (remaining-- > 0) await transport.send({ ...letter, messageId: `<${remaining}@jalon.example>` });
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: transport.connections }, lane));
  const seconds = (performance.now() - start) / 1000;
  transport.close();
  return round(count / seconds);
}
