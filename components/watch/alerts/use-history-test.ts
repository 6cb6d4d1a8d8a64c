import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { startOfDay } from '@/lib/domain/time/period';
import type { AlertSubject } from '@/lib/queries/alert-subjects';
import { testAlert, type AlertTest } from '@/lib/queries/alert-test';
import { useBridge } from '../../bridge/bridge';
import { localOffset } from '../../bridge/local-time';
import { useRegion } from '../../bridge/use-region';
import { useSetting } from '../../bridge/use-setting';
import { useNow } from '../../ui/use-now';
import type { ReadAlert } from './alert-draft';

/** Typing goes on for so long before it is tried. */
const PAUSE_MS = 400;
/** More rings than this on one day are loud. */
const LOUD = 5;
/** As good as no cap. */
const UNCAPPED = 100;

const UNREADABLE: HistoryTested = { test: { kind: 'not-enough', gap: 'no-history', days: 0 }, loud: null };

export interface HistoryTested {
  readonly test: AlertTest;
  /** How often it would have rung on its loudest day without a cap; null: not more often than anybody wants. */
  readonly loud: number | null;
}

/** Tries the alert of a form on what is stored; null until that is done, and while the form cannot be read. */
export function useHistoryTest({ item }: AlertSubject, read: ReadAlert): HistoryTested | null {
  const { books } = useBridge();
  const regionId = useRegion();
  const [profile] = useSetting('feeProfile');
  const [watching] = useSetting('watching');
  const [sites] = useSetting('siteProfiles');
  const now = instant(useNow(10 * MINUTE_MS));
  const [tested, setTested] = useState<HistoryTested | null>(null);
  // By what it says and not by which object says it, so that a form that is drawn again is not tried again.
  const question = read.ok ? JSON.stringify([read.trigger, read.options]) : null;
  const [settled] = useDebouncedValue(question, PAUSE_MS);
  const { catalogId, usSize } = item;
  useEffect(() => {
    if (settled === null || regionId === undefined || profile === null || watching === null || sites === null) return;
    let wanted = true;
    const [trigger, options] = JSON.parse(settled) as [AlertTrigger, AlertOptions];
    const asked = { catalogId, usSize, trigger, options: { ...options, expiresAt: null } };
    const free = { ...asked, options: { ...asked.options, mostPerDay: null } };
    const buying = sites['goat']?.buyer ?? null;
    const ground = { now, regionId, profile, buying, offsetAt: localOffset, mostPerDay: watching.mostPerDay };
    Promise.all([testAlert(books, asked, ground), testAlert(books, free, { ...ground, mostPerDay: UNCAPPED })])
      .then(([test, uncapped]) => wanted && setTested({ test, loud: loudest(uncapped) }))
      .catch(() => wanted && setTested(UNREADABLE));
    return () => {
      wanted = false;
    };
  }, [books, settled, regionId, profile, watching, sites, catalogId, usSize, now]);
  return read.ok ? tested : null;
}

function loudest(test: AlertTest): number | null {
  if (test.kind !== 'tested') return null;
  const perDay = new Map<number, number>();
  for (const { readAt } of test.rings) {
    const day = startOfDay(readAt, localOffset);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const most = Math.max(0, ...perDay.values());
  return most > LOUD ? most : null;
}
