import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReleases } from './read-releases';

const usd = (minor: number) => ({ minor, currency: 'USD' });

function entriesOf(text: string, order: 'day-first' | 'month-first' | null = null) {
  const read = readReleases(text, order);
  if (!read.ok) throw new Error(read.problem);
  return read.entries;
}

function problemsOf(text: string) {
  const read = readReleases(text);
  return read.ok ? read.problems.map(({ line, reason }) => [line, reason]) : read.problem;
}

const ics = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

describe('calendar files', () => {
  test('an event of a whole day', () => {
    const text = ics(
      'UID:1@feed',
      'DTSTART;VALUE=DATE:20261205',
      "SUMMARY:Aero Court 1 'Test\\, Lime' (ZX1234-567)",
      'DESCRIPTION:Retail: $120\\nEU and US',
      'URL:https://feed.example/aero',
    );
    expect(entriesOf(text)).toEqual([
      {
        ref: 'ics:1@feed',
        name: "Aero Court 1 'Test, Lime' (ZX1234-567)",
        brand: '',
        styleCode: 'ZX1234-567',
        date: '2026-12-05',
        at: null,
        retailPrice: usd(12_000),
        url: 'https://feed.example/aero',
        note: 'Retail: $120 EU and US',
      },
    ]);
  });

  test('a moment in UTC, and one without a zone, which only names the day', () => {
    expect(entriesOf(ics('UID:2', 'DTSTART:20261205T150000Z', 'SUMMARY:A'))[0]).toMatchObject({
      date: '2026-12-05',
      at: Date.UTC(2026, 11, 5, 15),
    });
    expect(entriesOf(ics('UID:3', 'DTSTART:20261205T230000', 'SUMMARY:A'))[0]).toMatchObject({
      date: '2026-12-05',
      at: null,
    });
  });

  test('long lines that were folded, and an event without an id', () => {
    const text = ics('DTSTART;VALUE=DATE:20261205', 'SUMMARY:Aero Cou', ' rt 1');
    expect(entriesOf(text)[0]).toMatchObject({ name: 'Aero Court 1', ref: 'ics:2026-12-05 Aero Court 1' });
  });

  test('what repeats or says no day is told, and the rest is read', () => {
    const events = [
      ['SUMMARY:Weekly', 'DTSTART;VALUE=DATE:20261205', 'RRULE:FREQ=WEEKLY'],
      ['SUMMARY:Some day'],
      ['UID:x', 'SUMMARY:Good', 'DTSTART;VALUE=DATE:20261206'],
    ].flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
    const text = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');
    expect(entriesOf(text).map(({ name }) => name)).toEqual(['Good']);
    expect(problemsOf(text)).toEqual([
      [1, 'recurring'],
      [2, 'no-date'],
    ]);
  });

  test('a calendar cut off in the middle changes nothing', () => {
    expect(readReleases('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A')).toEqual({ ok: false, problem: 'broken' });
  });
});

describe('tables', () => {
  test('headings in any order, semicolons, a byte order mark', () => {
    const text = '\ufeffRelease Date;SKU;Name;Retail Price;Currency\r\n2026-12-05;ZX1234 567;"Aero; Court";110;gbp\r\n';
    expect(entriesOf(text)).toMatchObject([
      {
        ref: 'csv:ZX1234-567',
        name: 'Aero; Court',
        styleCode: 'ZX1234-567',
        date: '2026-12-05',
        retailPrice: { minor: 11_000, currency: 'GBP' },
      },
    ]);
  });

  test('a date that can be read two ways is asked about', () => {
    const text = 'name,date\nAero,03/04/2026\nBase,31/12/2026\n';
    expect(problemsOf(text)).toEqual([[2, 'ambiguous-date']]);
    expect(entriesOf(text, 'day-first').map(({ date }) => date)).toEqual(['2026-04-03', '2026-12-31']);
  });

  test('a bare amount is in no currency, so it is none', () => {
    expect(entriesOf('name,date,price\nAero,2026-12-05,120')[0]?.retailPrice).toBeNull();
    expect(entriesOf('name,date,price\nAero,2026-12-05,£120')[0]?.retailPrice).toEqual({
      minor: 12_000,
      currency: 'GBP',
    });
  });

  test('the same release twice in a file is one', () => {
    const text = 'name\tdate\nAero\t2026-12-05\nAero\t2026-12-06\n';
    expect(entriesOf(text)).toHaveLength(1);
    expect(problemsOf(text)).toEqual([[3, 'twice']]);
  });

  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['<html><body>', 'unknown-format'],
    ['PK\u0003\u0004\u0000\u0000', 'not-text'],
    ['a,b\n1,2', 'no-columns'],
    ['name,date\n"Aero,2026-12-05', 'broken'],
  ])('%j is refused', (text, problem) => expect(readReleases(text)).toEqual({ ok: false, problem }));
});

describe('feeds', () => {
  test('a bare list, and one inside a feed', () => {
    const item = { id: 7, title: 'Aero ZX1234-567', date_published: '2026-12-05T15:00:00Z', price: '$120' };
    for (const feed of [[item], { version: 'https://jsonfeed.org/version/1.1', items: [item] }, { releases: [item] }])
      expect(entriesOf(JSON.stringify(feed))).toMatchObject([
        {
          ref: 'json:7',
          styleCode: 'ZX1234-567',
          date: '2026-12-05',
          at: Date.UTC(2026, 11, 5, 15),
          retailPrice: usd(12_000),
        },
      ]);
  });

  test('what is no release is told by its place', () => {
    expect(problemsOf(JSON.stringify([{ name: 'A' }, 5, { date: '2026-12-05' }]))).toEqual([
      [1, 'no-date'],
      [2, 'broken'],
      [3, 'no-name'],
    ]);
    expect(problemsOf('{"items": [')).toBe('broken');
  });
});

test('an address that is no web page is none', () => {
  const urlOf = (url: string) => entriesOf(JSON.stringify([{ name: 'A', date: '2026-12-05', url }]))[0]?.url;
  expect(urlOf('javascript:alert(1)')).toBeNull();
  expect(urlOf('https://feed.example/a')).toBe('https://feed.example/a');
});

test('whatever a file holds, it is read or refused', () => {
  const starts = fc.constantFrom('', 'BEGIN:VCALENDAR\n', '[', '{"items":', 'name,date\n');
  fc.assert(
    fc.property(starts, fc.string(), (start, rest) => void readReleases(start + rest)),
    { seed: 1 },
  );
});
