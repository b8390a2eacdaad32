import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readClock, type Reading } from '../clock/clock.js';
import type { Instant } from '../domain/kernel/paris.js';
import { ClockRefusedError, HouseClock, type Stepped } from '../temporal/house-clock.js';

/** The clock, read and moved for whoever asks over HTTP. */
@Injectable()
export class ClockService {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(HouseClock) private readonly clock: HouseClock,
  ) {}

  read(): Promise<Reading> {
    return readClock(this.source.manager);
  }

  /** Moves to an instant, as the house's clock does it: with its refusals. */
  stepTo(target: Instant): Promise<Stepped> {
    return this.clock.stepTo(target);
  }

  /** Stops the step under way; answers where the clock then stands. Refuses a clock that runs. */
  async halt(): Promise<Reading> {
    await this.clock.halt();
    const reading = await this.read();
    if (reading.mode !== 'stepping')
      throw new ClockRefusedError('clock-runs', "L'horloge suit le temps : elle ne s'arrête pas.");
    return reading;
  }
}
