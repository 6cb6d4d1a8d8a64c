import type { Instant } from '@/lib/domain/time/instant';

/** Wall time. Domain code never asks for it; it is given. */
export interface Clock {
  now(): Instant;
}

/** Chance and new ids. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A new UUID v7. */
  id(): string;
}

/** Alarms by name. They survive the worker; timers do not. */
export interface Alarms {
  /** Makes sure a repeating alarm exists with this period; leaves an equal one alone, so that its timer is never reset. */
  ensure(name: string, periodMinutes: number): Promise<void>;
  /** One alarm at a time; the same name replaces. Never later than an equal-named pending one. */
  wakeAt(name: string, at: Instant): Promise<void>;
  clear(name: string): Promise<void>;
}

export interface Notice {
  /** `kind:entity:version`: the same event replaces itself instead of ringing twice. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
  /** At most two, for browsers that have them; the others leave them out. */
  readonly buttons?: readonly string[];
}

export interface Notifications {
  show(notice: Notice): Promise<void>;
  /** False when the person or the system forbids them; true also where the browser does not tell. */
  areAllowed(): Promise<boolean>;
}

export interface Badge {
  /** `text` at most four characters; `tone` chooses the colour. */
  set(text: string, tone: 'needs-you' | 'trouble' | 'news' | 'none'): Promise<void>;
}

/** Mutual exclusion between contexts; freed at once when a context dies. */
export interface Locks {
  /** Runs `task` if the lock is free, else answers `null` without waiting. */
  tryRun<T>(name: string, task: () => Promise<T>): Promise<T | null>;
}

/** Tells the browser that the worker is busy: one extension-API call. */
export interface Heartbeat {
  beat(): Promise<void>;
}
