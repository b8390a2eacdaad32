import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { civilDate } from '../../src/domain/kernel/civil-date.js';
import { instant } from '../../src/domain/kernel/paris.js';
import { icalendar, type DayEvent } from '../../src/calendar/icalendar.js';

const EVENT: DayEvent = {
  uid: '0190a0aa-0000-7000-8000-000000000001@jalon',
  day: civilDate('2028-02-29'),
  sequence: 2,
  changedAt: instant('2028-01-03T07:00:00Z'),
  cancelled: false,
  summary: 'Rapport, avec « ; » et \\',
  description: 'Une ligne\nUne autre',
  url: 'https://jalon.example/poles/1/echeances/2?a=1,2;3',
};

/** The events of a calendar, as a parser that is not ours reads them. */
function read(text: string) {
  return new ICAL.Component(ICAL.parse(text) as object[]).getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return { ...event, component, uid: event.uid, summary: event.summary, description: event.description, event };
  });
}

describe('the calendar as a file', () => {
  it('gives whole days, the last one of February too, with what changed and when', () => {
    const [event] = read(icalendar('Échéances', [EVENT]));
    const value = (name: string) => event?.component.getFirstPropertyValue(name)?.toString();
    expect([value('dtstart'), value('dtend')]).toEqual(['2028-02-29', '2028-03-01']);
    expect([value('dtstamp'), value('last-modified')]).toEqual(['2028-01-03T07:00:00Z', '2028-01-03T07:00:00Z']);
    expect([value('uid'), value('sequence'), value('status')]).toEqual([EVENT.uid, '2', 'CONFIRMED']);
    expect([value('summary'), value('description'), value('url')]).toEqual([
      EVENT.summary,
      EVENT.description,
      EVENT.url,
    ]);
  });

  it('ends each line with CR LF, and is a calendar even when nothing is owed', () => {
    const text = icalendar('Échéances', []);
    expect(text.split('\r\n').slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const calendar = new ICAL.Component(ICAL.parse(text) as object[]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });

  it('says any text as it is, in lines of 75 octets at most, no character cut in two', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map(value => value.replaceAll(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(text, fc.array(text), (summary, lines) => {
        const description = lines.join('\n');
        const written = icalendar(summary, [{ ...EVENT, summary, description }]);
        expect(written.split('\r\n').filter(line => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(Buffer.from(written).toString()).toBe(written);
        expect(read(written)).toMatchObject([{ summary, description }]);
      }),
    );
  });

  it('leaves out what no text may hold, so that nothing but its own lines is read', () => {
    const summary = 'Fin\r\nEND:VEVENT\u0000\u0007\r\nBEGIN:VEVENT';
    const events = read(icalendar('Échéances', [{ ...EVENT, summary }]));
    expect(events.map(event => event.summary)).toEqual(['Fin\nEND:VEVENT\nBEGIN:VEVENT']);
  });
});
