import { pino } from 'pino';
import { People, TokenVerifier } from '../access/people.js';
import { dataSource } from '../database/data-source.js';
import { Letters } from '../mail/letter.js';
import { Templates } from '../mail/templates.js';
import { RuleBook } from '../reglement/load.js';
import { STAGES } from '../rehearsal/stages.js';
import { lazyClient } from '../temporal/connection.js';
import { JobsRunner } from '../scheduled/jobs-runner.js';
import { HouseClock } from '../temporal/house-clock.js';
import { Nudger } from '../temporal/nudger.js';
import { Stories } from '../temporal/stories.js';
import { Sweep } from '../temporal/sweep.js';
import { application, description } from './application.js';
import { House } from '../api/house.js';

/** The API of a house that is connected to nothing: to describe it, never to use it. */
async function disconnectedApplication() {
  const log = pino({ level: 'silent' });
  const source = dataSource('postgres://127.0.0.1:1/nulle-part', 1);
  const book = RuleBook.load();
  const settings = { address: '127.0.0.1:1', namespace: 'none', taskQueue: 'none' };
  const stories = new Stories(lazyClient(settings), settings);
  const sweep = new Sweep(source, stories, log);
  const templates = Templates.load();
  const post = { letters: new Letters(templates, 'http://127.0.0.1:1', 'none'), templates, bounceSecret: undefined };
  const clock = new HouseClock(source, sweep, new JobsRunner(source, book, id => id));
  const nudger = new Nudger(stories, async () => [], log);
  const house = new House({ source, book, stages: STAGES, spreadSeconds: 0, log }, nudger, clock, sweep, post);
  const authentication = { tokens: new TokenVerifier('http://127.0.0.1:1', 'jalon'), people: new People(source) };
  return application(house, authentication, log);
}

/** The OpenAPI description, as it is committed: two-space JSON. */
export async function openApiText(): Promise<string> {
  const app = await disconnectedApplication();
  try {
    return `${JSON.stringify(description(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
