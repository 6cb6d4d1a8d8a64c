import { instant, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Alarms, Badge, Clock, Heartbeat, Locks, Notice, Notifications, Random } from '@/lib/platform/ports';

export interface FakeClock extends Clock {
  /** Time passes; nothing fires by itself. */
  pass(ms: number): void;
}

export function fakeClock(start: Instant): FakeClock {
  let now = start;
  return { now: () => now, pass: (ms) => (now = shiftInstant(now, ms)) };
}

/** Ids in rising order and a small seeded generator (mulberry32). */
export function fakeRandom(seed = 1): Random {
  let state = seed >>> 0;
  let ids = 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    id: () => `id-${String((ids += 1)).padStart(9, '0')}`,
  };
}

export interface FakeAlarms extends Alarms {
  readonly pending: Map<string, Instant>;
}

/** Alarms as rows: the test looks when the next one would ring. */
export function fakeAlarms(clock: Clock): FakeAlarms {
  const pending = new Map<string, Instant>();
  return {
    pending,
    async ensure(name, periodMinutes) {
      if (!pending.has(name)) pending.set(name, shiftInstant(clock.now(), periodMinutes * 60_000));
    },
    async wakeAt(name, at) {
      const known = pending.get(name);
      if (known === undefined || known > at || known < clock.now()) pending.set(name, at);
    },
    async clear(name) {
      pending.delete(name);
    },
  };
}

/** Locks of one browser: give the same one to every context that shares it. */
export function fakeLocks(): Locks {
  const held = new Set<string>();
  return {
    async tryRun(name, task) {
      if (held.has(name)) return null;
      held.add(name);
      try {
        return await task();
      } finally {
        held.delete(name);
      }
    },
  };
}

export function fakeNotifications(): Notifications & { readonly shown: Notice[] } {
  const shown: Notice[] = [];
  return { shown, show: async (notice) => void shown.push(notice), areAllowed: async () => true };
}

export function fakeBadge(): Badge & { text: string; tone: string } {
  const badge = {
    text: '',
    tone: 'none',
    async set(text: string, tone: string) {
      badge.text = text;
      badge.tone = tone;
    },
  };
  return badge;
}

export const stillHeart: Heartbeat = { beat: async () => {} };

export const START: Instant = instant(Date.UTC(2026, 2, 2, 12));
