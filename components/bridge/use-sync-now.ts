import { useCallback, useState } from 'react';
import { ask } from './ask';

export interface SyncNow {
  readonly start: () => void;
  readonly asking: boolean;
  /** Why it could not start. */
  readonly problem: string | null;
}

/** Asks for a sync. Its progress shows by itself, so only a refusal needs words. */
export function useSyncNow(): SyncNow {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = useCallback(() => {
    setAsking(true);
    void ask('sync/now', { full: false }).then((asked) => {
      setAsking(false);
      setProblem(asked.ok ? null : asked.message);
    });
  }, []);
  return { start, asking, problem };
}
