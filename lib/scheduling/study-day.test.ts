import { tzOffset } from '@date-fns/tz/tzOffset';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/base/time';
import type { StudyDay } from './model';
import { isTimeZone, studyDayOf, studyDayStartsAt } from './study-day';

const FROM = Date.UTC(2024, 0, 1);
const UNTIL = Date.UTC(2029, 0, 1);
const WEEK_MS = 7 * DAY_MS;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Every change of clocks 2024–2028, one zone for all that change alike, and to the minute. */
const CHANGES = distinctChanges();

describe('the study day', () => {
  it.each([
    {
      caption: 'before the day-start hour it is still yesterday',
      at: '2026-03-10T02:59:59Z',
      day: '2026-03-09',
    },
    { caption: 'the day-start hour opens the day', at: '2026-03-10T03:00:00Z', day: '2026-03-10' },
    { caption: 'midnight changes nothing', at: '2026-03-10T23:30:00Z', day: '2026-03-10' },
    { caption: 'the night that clocks go forward', at: '2026-03-29T01:59:59Z', day: '2026-03-28' },
    { caption: 'the morning after, an hour earlier in UTC', at: '2026-03-29T02:00:00Z', day: '2026-03-29' },
    { caption: 'the night that clocks go back', at: '2026-10-25T02:59:59Z', day: '2026-10-24' },
    { caption: 'the morning after, an hour later in UTC', at: '2026-10-25T03:00:00Z', day: '2026-10-25' },
  ])('in Berlin from 4 o’clock: $caption', ({ at, day }) => {
    expect(studyDayOf(Date.parse(at), 'Europe/Berlin', 4)).toBe(dayNumber(day));
  });

  it.each([
    {
      zone: 'Europe/Berlin',
      day: '2026-03-29',
      hour: 2,
      at: '2026-03-29T01:00:00Z',
      caption: 'skipped by the change',
    },
    {
      zone: 'Europe/Berlin',
      day: '2026-10-25',
      hour: 2,
      at: '2026-10-25T00:00:00Z',
      caption: 'read twice: the first',
    },
    {
      zone: 'Asia/Kathmandu',
      day: '2026-01-01',
      hour: 4,
      at: '2025-12-31T22:15:00Z',
      caption: 'an odd offset',
    },
    {
      zone: 'Antarctica/Troll',
      day: '2026-10-25',
      hour: 2,
      at: '2026-10-25T00:00:00Z',
      caption: 'set back over the start',
    },
    {
      zone: 'Africa/Cairo',
      day: '2026-04-24',
      hour: 0,
      at: '2026-04-23T22:00:00Z',
      caption: 'midnight skipped',
    },
  ])('starts at $at in $zone for $hour o’clock ($caption)', ({ zone, day, hour, at }) => {
    const start = studyDayStartsAt(dayNumber(day), zone, hour);
    expect(new Date(start).toISOString()).toBe(new Date(at).toISOString());
  });

  it('I13 holds every instant in exactly one day, whatever the zone and the day-start hour', () => {
    const nearChange = fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -30 * HOUR_MS, max: 30 * HOUR_MS }))
      .map(([change, shift]) => ({ zone: change.zone, at: change.at + shift }));
    const anywhere = fc.record({
      zone: fc.constantFrom(...ZONES),
      at: fc.integer({ min: FROM, max: UNTIL }),
    });
    fc.assert(
      fc.property(fc.oneof(nearChange, anywhere), fc.integer({ min: 0, max: 12 }), ({ zone, at }, hour) => {
        const day = studyDayOf(at, zone, hour);
        expect(studyDayStartsAt(day, zone, hour)).toBeLessThanOrEqual(at);
        expect(studyDayStartsAt(dayAfter(day), zone, hour)).toBeGreaterThan(at);
      }),
      { numRuns: 1_500 },
    );
  });

  it('T05 I13 never goes back to a day that was left, at any change of clocks 2024–2028', () => {
    for (const { zone, at } of CHANGES) {
      for (const hour of [0, 1, 2, 3, 4]) {
        const days = Array.from({ length: 13 }, (_, index) =>
          studyDayOf(at + (index - 6) * HOUR_MS, zone, hour),
        );
        expect(days, `${zone} ${new Date(at).toISOString()} ${hour}`).toEqual(days.toSorted((a, b) => a - b));
      }
    }
  });

  it('I13 lasts 23 to 25 hours, but for the zones that jump by more', () => {
    const others = new Map<string, Set<number>>();
    for (const { zone, at } of CHANGES) {
      for (const hour of [0, 4]) {
        const changed = studyDayOf(at, zone, hour);
        for (const day of [changed - 1, changed, changed + 1] as StudyDay[]) {
          const hours =
            (studyDayStartsAt(dayAfter(day), zone, hour) - studyDayStartsAt(day, zone, hour)) / HOUR_MS;
          if (hours < 23 || hours > 25) others.set(zone, (others.get(zone) ?? new Set()).add(hours));
        }
      }
    }
    expect([...others].map(([zone, hours]) => [zone, [...hours].sort()])).toEqual([
      ['Antarctica/Troll', [22, 26]],
    ]);
  });

  it('agrees with the calendar and the wall clock that the runtime shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: FROM, max: UNTIL }), (zone, at) => {
        expect(studyDayOf(at, zone, 4)).toBe(shownDay(at, zone, 4));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes an unknown zone for UTC, since a log that was accepted must be foldable everywhere', () => {
    const at = Date.UTC(2026, 0, 1, 12);
    for (const zone of ['Mars/Olympus', '', 'constructor', '__proto__', '+99:99']) {
      expect(studyDayOf(at, zone, 4)).toBe(studyDayOf(at, 'UTC', 4));
    }
  });
});

describe('a time zone', () => {
  it.each([
    'Europe/Berlin',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'Asia/Kolkata',
    'US/Eastern',
  ])('is known by its name: %s', (name) => expect(isTimeZone(name)).toBe(true));

  it.each([
    '',
    '+02:00',
    '-0500',
    'Berlin',
    'Europe/Berlin ',
    'Mars/Olympus',
    'constructor',
    '__proto__',
    'GMT+2',
  ])('is not known by "%s"', (name) => expect(isTimeZone(name)).toBe(false));
});

function distinctChanges(): readonly Readonly<{ zone: string; at: Instant }>[] {
  const found = new Map<string, { zone: string; at: Instant }>();
  for (const zone of ZONES) {
    const offset = (at: Instant) => tzOffset(zone, new Date(at));
    for (let week = FROM; week < UNTIL; week += WEEK_MS) {
      const [before, later] = [offset(week), offset(week + WEEK_MS)];
      if (before === later) continue;
      let [low, high] = [week / MINUTE_MS, (week + WEEK_MS) / MINUTE_MS];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offset(middle * MINUTE_MS) === before) low = middle;
        else high = middle;
      }
      found.set(`${high} ${before} ${later}`, { zone, at: high * MINUTE_MS });
    }
  }
  return [...found.values()];
}

function shownDay(at: Instant, timeZone: string, dayStartHour: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const date = Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS;
  return part('hour') < dayStartHour ? date - 1 : date;
}

function dayNumber(date: string): StudyDay {
  return (Date.parse(`${date}T00:00:00Z`) / DAY_MS) as StudyDay;
}

function dayAfter(day: StudyDay): StudyDay {
  return (day + 1) as StudyDay;
}
