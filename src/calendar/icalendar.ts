import { addDays, type CivilDate } from '../domain/kernel/civil-date.js';
import type { Instant } from '../domain/kernel/paris.js';

/** An event that lasts a whole civil day. */
export interface DayEvent {
  /** The same for ever, whatever the day becomes. */
  readonly uid: string;
  readonly day: CivilDate;
  /** One more each time its day or its status changes (RFC 5546 §2.1.4). */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** A calendar of whole days (RFC 5545). It says nothing of the present: the same events give the same bytes. */
export function icalendar(name: string, events: readonly DayEvent[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Jalon//Calendrier des échéances//FR', 'CALSCALE:GREGORIAN'],
    ...[`NAME:${asText(name)}`, `X-WR-CALNAME:${asText(name)}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...(events.length === 0 ? PARIS : events.flatMap(linesOf)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, day, sequence, changedAt, cancelled, summary, description, url }: DayEvent): readonly string[] {
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`],
    ...[`DTSTAMP:${asInstant(changedAt)}`, `LAST-MODIFIED:${asInstant(changedAt)}`],
    ...[`DTSTART;VALUE=DATE:${asDay(day)}`, `DTEND;VALUE=DATE:${asDay(addDays(day, 1))}`],
    ...[`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'TRANSP:TRANSPARENT'],
    ...[`SUMMARY:${asText(summary)}`, `DESCRIPTION:${asText(description)}`, `URL:${url}`, 'END:VEVENT'],
  ];
}

const asDay = (day: CivilDate) => day.replaceAll('-', '');
const asInstant = (at: Instant) => at.replaceAll(/[-:]/g, '');

/** A text as a value: what has a meaning in a line is escaped, what no text may hold is left out (§3.3.11). */
function asText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

const MOST_OCTETS = 75;

/** A line of 75 octets at most, gone on with on others that begin with a space; no character is cut in two (§3.1). */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > MOST_OCTETS) [text, octets] = [`${text}\r\n `, 1];
    [text, octets] = [text + character, octets + more];
  }
  return text;
}

/** What a calendar without events holds, since it must hold something (§3.6). */
const PARIS: readonly string[] = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/Paris'],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19810329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT', 'END:VTIMEZONE'],
];
