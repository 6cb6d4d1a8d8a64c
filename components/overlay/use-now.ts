import { useEffect, useState } from 'react';
import { SECOND_MS } from '@/lib/domain/time/instant';

const STEP_MS = 15 * SECOND_MS;

/** The time, in steps that an age needs. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
