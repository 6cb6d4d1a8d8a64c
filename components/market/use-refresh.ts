import { useCallback, useEffect, useRef, useState } from 'react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { ask } from '../bridge/ask';
import { useVault } from '../bridge/vault-store';

/** Prices older than this are read anew when a person opens the product. */
const STALE_MS = 15 * MINUTE_MS;

export interface Refresh {
  readonly refresh: () => void;
  readonly busy: boolean;
  /** Why the last one did not work; null: it did, or there was none. */
  readonly problem: string | null;
  /** Whether alias can be asked; null: not known yet. */
  readonly connected: boolean | null;
}

interface Subject {
  readonly catalogId: string;
  /** Size whose sales are wanted too. */
  readonly usSize: number | null;
  /** When its prices were last read; null: never; undefined: not known yet. */
  readonly readAt: number | null | undefined;
}

/** Reads a product's market when asked to, and once by itself: when it is opened, is old, and alias can be asked. */
export function useRefresh({ catalogId, usSize, readAt }: Subject): Refresh {
  const standing = useVault()?.standing ?? null;
  const connected = standing === null ? null : standing === 'ready';
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const looked = useRef(false);
  const refresh = useCallback(() => {
    setBusy(true);
    void ask('market/refresh', { catalogId, ...(usSize === null ? {} : { usSizes: [usSize] }) }).then((asked) => {
      setBusy(false);
      setProblem(asked.ok ? null : asked.message);
    });
  }, [catalogId, usSize]);
  useEffect(() => {
    if (looked.current || connected !== true || readAt === undefined) return;
    looked.current = true;
    if (readAt === null || Date.now() - readAt > STALE_MS) refresh();
  }, [connected, readAt, refresh]);
  return { refresh, busy, problem, connected };
}
