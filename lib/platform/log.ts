import { redact } from '@/lib/domain/redaction/redact';
import type { Instant } from '@/lib/domain/time/instant';
import type { Clock } from './ports';

export type LogLevel = 'info' | 'warn' | 'error';

/** Flat and small on purpose: nobody can hand a whole object, with who knows what inside, to the log. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface LogEntry {
  readonly at: Instant;
  readonly level: LogLevel;
  readonly event: string;
  readonly facts: LogFacts;
}

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
  /** Oldest first. They live as long as this context; what must be kept, `echo` keeps. */
  entries(): readonly LogEntry[];
}

export interface LogOptions {
  readonly clock: Clock;
  /** Entries kept in memory; the oldest goes first. */
  readonly capacity?: number;
  /** Where entries go as they come, redacted: to the activity table, and to the console in builds for development. */
  readonly echo?: ((entry: LogEntry) => void) | null;
}

const TEXT_LENGTH = 500;

/** Redacts at the sink, so that no caller can forget to: token-shaped text never reaches memory, console or a screen. */
export function createLog({ clock, capacity = 500, echo = null }: LogOptions): Log {
  const entries: LogEntry[] = [];
  const write = (level: LogLevel, event: string, facts: LogFacts): void => {
    const entry = { at: clock.now(), level, event: clean(event), facts: cleanFacts(facts) };
    entries.push(entry);
    if (entries.length > capacity) entries.shift();
    echo?.(entry);
  };
  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, facts = {}) => write('error', event, facts),
    entries: () => [...entries],
  };
}

/** `echo` for development builds. */
export function echoToConsole(entry: LogEntry): void {
  console[entry.level](new Date(entry.at).toISOString(), entry.event, entry.facts);
}

function cleanFacts(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [clean(key), typeof value === 'string' ? clean(value) : value]),
  );
}

function clean(text: string): string {
  return redact(text).slice(0, TEXT_LENGTH);
}
