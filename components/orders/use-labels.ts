import { useEffect, useRef, useState } from 'react';
import { paperPlace, type PaperPlace } from '@/lib/domain/orders/paper-place';
import { fetchPaper } from '@/lib/files/fetch-paper';
import type { Paper } from '@/lib/files/merge-labels';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { ALIAS_API_URL, IS_OFFICIAL_API } from '@/lib/settings/build';
import { useBridge } from '../bridge/bridge';

/** A local market gives labels away at its own address; the real one never does. */
export const MARKET_ORIGIN = IS_OFFICIAL_API ? null : new URL(ALIAS_API_URL).origin;

export type LabelState = 'waiting' | 'fetching' | 'ready' | 'needs-permission' | 'tab' | 'none' | 'failed' | 'no-pdf';

/** One order's label: where it is to be had, and how far it is. */
export interface LabelLine {
  readonly row: OrderRow;
  readonly url: string | null;
  readonly place: PaperPlace;
  readonly state: LabelState;
  readonly bytes: Uint8Array | null;
}

export interface Labels {
  readonly lines: readonly LabelLine[];
  /** PDFs the seller brought along, such as those the browser had to download itself. */
  readonly dropped: readonly Paper[];
  /** Fetches what needs a permission; straight from a click. */
  readonly allow: () => void;
  readonly drop: (files: readonly File[]) => void;
  /** All there is, in the order of the list. */
  readonly papers: readonly Paper[];
  readonly busy: boolean;
}

/** Labels of these orders, fetched once the list is opened, which is the click that asks for them. */
export function useLabels(rows: readonly OrderRow[]): Labels {
  const { requestHosts } = useBridge();
  const [lines, setLines] = useState(() => rows.map(lineOf));
  const [dropped, setDropped] = useState<readonly Paper[]>([]);
  const stop = useRef(new AbortController());
  const change = (id: string, part: Partial<LabelLine>) =>
    setLines((before) => before.map((line) => (line.row.order.id === id ? { ...line, ...part } : line)));
  const fetchAll = async (wanted: readonly LabelLine[]) => {
    for (const { row, url } of wanted) {
      if (url === null || stop.current.signal.aborted) continue;
      change(row.order.id, { state: 'fetching' });
      const fetched = await fetchPaper(url, stop.current.signal);
      if (stop.current.signal.aborted) return;
      if (fetched.ok) change(row.order.id, { state: 'ready', bytes: fetched.bytes });
      else change(row.order.id, { state: fetched.why === 'no-pdf' ? 'no-pdf' : 'failed' });
    }
  };
  const begin = useRef(() => fetchAll(lines.filter(({ state }) => state === 'waiting')));
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    void begin.current();
    return () => controller.abort();
  }, []);
  const allow = async () => {
    const waiting = lines.filter(({ state }) => state === 'needs-permission' || state === 'failed');
    const patterns = new Set(waiting.flatMap(({ place }) => (place.kind === 'fetch' ? (place.pattern ?? []) : [])));
    const granted = patterns.size === 0 || ((await requestHosts?.([...patterns])) ?? false);
    if (granted) await fetchAll(waiting);
  };
  const drop = async (files: readonly File[]) => {
    const papers = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    setDropped((before) => [...before, ...papers]);
  };
  return {
    lines,
    dropped,
    allow: () => void allow(),
    drop: (files) => void drop(files),
    papers: [
      ...lines.flatMap(({ row, bytes }) => (bytes === null ? [] : [{ name: row.order.orderNumber, bytes }])),
      ...dropped,
    ],
    busy: lines.some(({ state }) => state === 'waiting' || state === 'fetching'),
  };
}

function lineOf(row: OrderRow): LabelLine {
  const url = row.order.label?.url ?? null;
  const place: PaperPlace = url === null ? { kind: 'none' } : paperPlace(url, MARKET_ORIGIN);
  return { row, url, place, state: firstState(place), bytes: null };
}

function firstState(place: PaperPlace): LabelState {
  if (place.kind === 'tab' || place.kind === 'none') return place.kind;
  return place.kind === 'fetch' && place.pattern !== null ? 'needs-permission' : 'waiting';
}
