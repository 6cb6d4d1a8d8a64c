import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { nextLookAt } from '@/lib/domain/market/live-look';
import { instant, MINUTE_MS, SECOND_MS } from '@/lib/domain/time/instant';
import { ask } from '../bridge/ask';
import { useVault } from '../bridge/vault-store';

/** Prices older than this are read anew, with sales and offers, when a person opens the product. */
const STALE_MS = 15 * MINUTE_MS;

/** How often it is asked whether it is time; what is asked of alias goes by `nextLookAt`. */
const CHECK_MS = 5 * SECOND_MS;

export interface Refresh {
  /** Reads prices, sales and offers now, because a person asked. */
  readonly refresh: () => void;
  readonly busy: boolean;
  /** Why the last one did not work; null: it did, or there was none. */
  readonly problem: string | null;
  /** Looks nobody asked for that failed one after the other: they come further and further apart. */
  readonly failures: number;
  /** Whether alias can be asked; null: not known yet. */
  readonly connected: boolean | null;
}

interface Subject {
  readonly catalogId: string;
  /** When its prices were last read, by whomever; null: never. */
  readonly readAt: number | null;
}

interface Watched {
  /** undefined: not known yet. */
  readonly subjects: readonly Subject[] | undefined;
  /** Size whose sales and offers are wanted too. */
  readonly usSize: number | null;
  /** null: the prices that count for this seller. */
  readonly basis: { readonly consigned: boolean | null; readonly regionId: string | null } | null;
}

/**
 * Reads markets when asked to, and by itself as long as they are looked at: once a minute each, later after failures, not
 * while the page is hidden and never two looks at once.
 */
export function useRefresh({ subjects, usSize, basis }: Watched): Refresh {
  const standing = useVault()?.standing ?? null;
  const connected = standing === null ? null : standing === 'ready';
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failures, setFailures] = useState(0);
  const flight = useRef<Promise<void> | null>(null);
  const tried = useRef(new Map<string, number>());

  /** One after the other: four products at once would take the place of what somebody waits for. */
  const readAll = useEffectEvent(async (ids: readonly string[], unasked: boolean) => {
    for (const catalogId of ids) {
      tried.current.set(catalogId, Date.now());
      const asked = await ask('market/refresh', {
        catalogId,
        ...(unasked || usSize === null ? {} : { usSizes: [usSize] }),
        ...(basis === null ? (usSize === null ? {} : { offersOf: usSize }) : { basis }),
        ...(unasked ? { unasked } : {}),
      });
      setFailures((before) => (asked.ok ? 0 : before + 1));
      if (!unasked || asked.ok) setProblem(asked.ok ? null : asked.message);
      if (!asked.ok) return;
    }
  });
  const start = useEffectEvent((ids: readonly string[], unasked: boolean) => {
    if (flight.current !== null) return;
    if (!unasked) setBusy(true);
    flight.current = readAll(ids, unasked).finally(() => {
      flight.current = null;
      setBusy(false);
    });
  });
  const look = useEffectEvent(() => {
    if (subjects === undefined || connected !== true || document.visibilityState !== 'visible') return;
    const now = instant(Date.now());
    const due = subjects.filter(({ catalogId, readAt }) => {
      const last = Math.max(readAt ?? 0, tried.current.get(catalogId) ?? 0);
      return now >= nextLookAt({ lastAt: last === 0 ? null : instant(last), failures }, now);
    });
    const opened = due.some(({ catalogId, readAt }) => !tried.current.has(catalogId) && isStale(readAt, now));
    if (due.length > 0)
      start(
        due.map(({ catalogId }) => catalogId),
        !opened,
      );
  });
  const isKnown = subjects !== undefined;
  const what = (subjects ?? []).map(({ catalogId }) => catalogId).join(',');
  const where = `${basis?.consigned}/${basis?.regionId}`;
  useEffect(() => {
    // Prices of another kind are other prices: that these were looked at says nothing of those.
    tried.current.clear();
  }, [where]);
  useEffect(() => {
    look();
    const timer = setInterval(() => look(), CHECK_MS);
    const onShown = () => look();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [isKnown, connected, what, where]);
  const [wanted, setWanted] = useState(0);
  const askAll = useEffectEvent(() =>
    start(
      what.split(',').filter((id) => id !== ''),
      false,
    ),
  );
  useEffect(() => {
    if (wanted > 0) askAll();
  }, [wanted]);
  const refresh = useCallback(() => setWanted((before) => before + 1), []);
  return { refresh, busy, problem, failures, connected };
}

function isStale(readAt: number | null, now: number): boolean {
  return readAt === null || now - readAt > STALE_MS;
}
