import { useState } from 'react';
import { ask } from './ask';

export interface StartDemo {
  readonly starting: boolean;
  /** Why it did not start; null when nothing went wrong. */
  readonly problem: string | null;
  readonly start: () => void;
}

/** Puts the demo market in the place of the real one. Once it is there the page is loaded anew with its books. */
export function useStartDemo(): StartDemo {
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async () => {
    setStarting(true);
    setProblem(null);
    const asked = await ask('demo/start', {});
    if (asked.ok) return;
    setStarting(false);
    setProblem(asked.message);
  };
  return { starting, problem, start: () => void start() };
}
