import { Among, Day, Moment, Part, Texts, Whole } from '../api/answers/fields.js';
import type { ClockMode } from '../clock/clock.js';

/** What the clock of the house says. */
export class ClockAnswer {
  @Among(['stepping', 'running'])
  readonly mode!: ClockMode;

  @Moment('2026-11-22T23:00:00Z')
  readonly now!: string;

  @Day('2026-11-23', { description: 'Le jour, à Paris' })
  readonly today!: string;
}

/** Where the clock stops, and what happened on the way. */
export class ClockSteppedAnswer {
  @Part(() => ClockAnswer)
  readonly clock!: ClockAnswer;

  @Whole(3, { description: 'Alarmes qui ont sonné en chemin' })
  readonly alarms!: number;

  @Texts([], { description: 'Les dossiers dont le récit n’a pas répondu' })
  readonly stuck!: readonly string[];
}
