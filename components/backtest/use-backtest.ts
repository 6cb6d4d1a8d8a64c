import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { runBacktest, type Backtested, type BacktestRequest } from '@/lib/queries/backtest';
import { useBridge } from '../bridge/bridge';
import { nextTurn } from '../ui/next-turn';

export type BacktestState =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly percent: number }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly backtested: Backtested };

export interface RunningBacktest {
  readonly now: BacktestState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Work between two moments in which the page draws and answers. */
const AT_ONCE_MS = 12;

/**
 * A backtest that begins by itself once its question is known, and again with another one. It runs in this page, in
 * steps with room between them.
 *
 * @param question names what is asked, so that the same one is not asked again when prices or the clock go on
 * @param request null: not known yet
 */
export function useBacktest(question: string, request: BacktestRequest | null): RunningBacktest {
  const { books } = useBridge();
  const [now, setNow] = useState<BacktestState>({ state: 'waiting' });
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setNow({ state: 'stopped' });
  };
  const start = () => {
    if (request === null) return;
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setNow({ state: 'running', percent: 0 });
    let [percent, rested] = [0, performance.now()];
    const tell = (next: BacktestState) => {
      if (running.current === control) setNow(next);
    };
    runBacktest(books, request, {
      signal: control.signal,
      onProgress: (share) => {
        if (Math.floor(share * 100) === percent) return;
        percent = Math.floor(share * 100);
        tell({ state: 'running', percent });
      },
      pause: async () => {
        if (performance.now() - rested < AT_ONCE_MS) return;
        await nextTurn();
        rested = performance.now();
      },
    }).then(
      (backtested) => tell({ state: 'done', backtested }),
      (error: unknown) => tell({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  };
  const begin = useEffectEvent(start);
  const isKnown = request !== null;
  useEffect(() => {
    if (isKnown) begin();
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, [question, isKnown]);
  return { now, start, stop };
}
