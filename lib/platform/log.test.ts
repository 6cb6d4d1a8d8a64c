import { expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import { createLog, type LogEntry } from './log';

const clock = { now: () => instant(1_790_000_000_000) };
const TOKEN = 'goatapi_9f8e7d6c5b4a39281706f5e4d3c2b1a0';

test('redacts in event names, fact names and fact values, in memory and in what is echoed (I18)', () => {
  const echoed: LogEntry[] = [];
  const log = createLog({ clock, echo: (entry) => echoed.push(entry) });
  log.error(`request with ${TOKEN} failed`, { header: `Bearer ${TOKEN}`, [TOKEN]: true });
  const seen = JSON.stringify([echoed, log.entries()]);
  expect(seen).not.toContain(TOKEN.slice(8));
  expect(echoed).toHaveLength(1);
});

test('keeps the newest entries, in order', () => {
  const log = createLog({ clock, capacity: 2 });
  log.info('one');
  log.warn('two', { count: 2 });
  log.error('three');
  expect(log.entries().map((entry) => `${entry.level} ${entry.event}`)).toEqual(['warn two', 'error three']);
});

test('cuts texts that would fill the memory', () => {
  const log = createLog({ clock });
  log.info('big', { text: 'a b '.repeat(10_000) });
  expect(String(log.entries()[0]?.facts['text']).length).toBeLessThanOrEqual(500);
});
