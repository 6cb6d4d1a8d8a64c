import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { findProducts } from '@/lib/queries/find-products';
import { ask } from './ask';
import { useBridge } from './bridge';
import { useVault } from './vault-store';

type Found = Extract<MessageOutput<'catalog/search'>, { ok: true }>['products'][number];

/** A product to choose, from the books or just found on alias. */
export type CatalogHit = Pick<
  ProductFacts,
  | 'catalogId'
  | 'rawSku'
  | 'name'
  | 'brand'
  | 'colorway'
  | 'nickname'
  | 'retailPrice'
  | 'sizeSystem'
  | 'sizeRun'
  | 'allowedSizes'
  | 'pictureUrl'
> & {
  readonly styleCode: string | null;
  readonly releaseDate: string | null;
};

/** How the marketplace's part of a search stands. `books-only`: alias cannot be asked now. */
export type CatalogState = 'idle' | 'asking' | 'answered' | 'failed' | 'books-only';

export interface CatalogSearchResult {
  /** Of the books first, so that nothing jumps when alias answers. */
  readonly hits: readonly CatalogHit[];
  /** How many of the hits the books know. */
  readonly known: number;
  /** False for the moment in which the books are still searched for what was just typed. */
  readonly current: boolean;
  readonly state: CatalogState;
  /** What went wrong, when it failed. */
  readonly message: string;
  /** Asks for the next page; null when there is none. */
  readonly more: (() => void) | null;
  /** Asks again after a failure. */
  readonly retry: () => void;
}

const FROM_BOOKS = 8;
/** Typing goes on for so long before alias is asked. */
const PAUSE_MS = 350;

interface Remote {
  readonly text: string;
  readonly state: 'asking' | 'answered' | 'failed';
  readonly products: readonly CatalogHit[];
  readonly next: string | null;
  readonly message: string;
}

/** Products by words: those of the books at every letter, alias's catalogue after a pause, when it can be asked. */
export function useCatalogSearch(typed: string): CatalogSearchResult {
  const text = typed.trim();
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const ready = useVault()?.standing === 'ready';
  const own = useOwnHits(text);
  const known = text === '' ? [] : own.hits;
  const [remote, setRemote] = useState<Remote | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(0);
  const load = async (query: string, before: readonly CatalogHit[], token: string | null) => {
    latest.current += 1;
    const turn = latest.current;
    setRemote({ text: query, state: 'asking', products: before, next: null, message: '' });
    const asked = await ask('catalog/search', { query, token });
    // Somebody typed on: this answer is to a question nobody asks any more.
    if (turn !== latest.current) return;
    if (!asked.ok || !asked.value.ok) {
      const message = asked.ok ? '' : asked.message;
      setRemote({ text: query, state: 'failed', products: before, next: token, message });
      return;
    }
    const products = [...before, ...asked.value.products.map(toHit)];
    setRemote({ text: query, state: 'answered', products, next: asked.value.next, message: '' });
  };
  useEffect(() => {
    if (!ready || settled.length < 2) return;
    void load(settled, [], null);
  }, [ready, settled, attempt]);
  const here = remote !== null && remote.text === text ? remote : null;
  const ids = new Set(known.map(({ catalogId }) => catalogId));
  const { products = [], next = null } = here ?? {};
  return {
    hits: text === '' ? [] : [...known, ...products.filter(({ catalogId }) => !ids.has(catalogId))],
    known: known.length,
    current: own.text === text,
    state: stateOf(text, ready, here),
    message: here?.message ?? '',
    more: here?.state === 'answered' && next !== null ? () => void load(text, products, next) : null,
    retry: () => setAttempt((before) => before + 1),
  };
}

/** Read once per question and not again when alias's answer is kept: what is being pointed at must not move. */
function useOwnHits(text: string): { readonly text: string; readonly hits: readonly CatalogHit[] } {
  const { books } = useBridge();
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly CatalogHit[] }>({
    text: '',
    hits: [],
  });
  useEffect(() => {
    let wanted = true;
    const show = (hits: readonly CatalogHit[]) => {
      if (wanted) setFound({ text, hits });
    };
    // Books that cannot be read are told by the screen itself; alias can still be asked.
    findProducts(books, text, FROM_BOOKS).then(show, () => show([]));
    return () => {
      wanted = false;
    };
  }, [books, text]);
  return found;
}

function stateOf(text: string, ready: boolean, remote: Remote | null): CatalogState {
  if (text.length < 2) return 'idle';
  if (!ready) return 'books-only';
  return remote?.state ?? 'asking';
}

function toHit({ retailPrice, ...found }: Found): CatalogHit {
  const known = retailPrice !== null && isCurrencyCode(retailPrice.currency) ? retailPrice.currency : null;
  return {
    ...found,
    retailPrice: retailPrice === null || known === null ? null : money(retailPrice.minor, known),
  };
}
