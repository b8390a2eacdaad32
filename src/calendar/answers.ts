import { Parts, Text, YesNo } from '../api/answers/fields.js';
import { NamedPoleAnswer } from '../api/answers/party.js';

/** The private address of a calendar, told once. */
export class CalendarAnswer {
  @Text('https://jalon.example/calendars/3q2-7wAA.ics')
  readonly url!: string;
}

export class CalendarClosedAnswer {
  @YesNo(true, { description: 'Faux s’il n’y avait pas d’adresse' })
  readonly revoked!: boolean;
}

export class FollowedPolesAnswer {
  @Parts(() => NamedPoleAnswer)
  readonly items!: readonly NamedPoleAnswer[];
}

export class FollowingAnswer {
  @YesNo(true)
  readonly followed!: boolean;
}
