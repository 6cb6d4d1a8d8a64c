import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { observePage } from './observe-page';
import { createPageStates } from './page-state';

const PRODUCT = 'https://stockx.com/shoe-a';
const LIST = 'https://stockx.com/retro-shoes';

/** What a page is followed by: its changes, its address, the time. */
class FakeObserver {
  static last: FakeObserver;
  options: MutationObserverInit = {};
  readonly fire: () => void;

  constructor(fire: () => void) {
    this.fire = fire;
    FakeObserver.last = this;
  }

  observe(_document: unknown, options: MutationObserverInit): void {
    this.options = options;
  }

  disconnect(): void {
    this.options = {};
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', FakeObserver);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that shows `shown`: a product's title, or null on a list. What its sizes say is told as the brand. */
function follow(shown: { title: string | null; size: string }) {
  const ending = new AbortController();
  const location = { href: PRODUCT };
  const events = new EventTarget();
  const page = {
    document: new EventTarget(),
    location,
    navigation: new EventTarget(),
    addEventListener: events.addEventListener.bind(events),
    setTimeout,
    clearTimeout,
  } as unknown as Window;
  const reader: SiteReader = {
    slugOf: (url) => url.split('/').at(-1) ?? null,
    see: () => ({ title: shown.title, prices: null }),
    fits: (slug, title) => (slug === title ? 'exact' : 'other'),
    wasLoadedFor: () => true,
    read: (_document, url) => {
      const pageType = shown.title === null ? 'not_product' : 'product';
      return makeReading({
        pageType,
        url,
        identity: { ...makeReading().identity, title: shown.title, brand: shown.size },
      });
    },
  };
  const states = createPageStates(PRODUCT);
  observePage({ page, reader, states, onChange: () => undefined, signal: ending.signal });
  const move = (href: string): void => {
    location.href = href;
    events.dispatchEvent(new Event('popstate'));
  };
  return { states, move, end: () => ending.abort() };
}

test('a size that is chosen by an attribute alone is seen', () => {
  const shown = { title: 'shoe-a', size: '9' };
  const { states, end } = follow(shown);
  const { attributes, attributeFilter, subtree } = FakeObserver.last.options;
  expect({ attributes, subtree }).toEqual({ attributes: true, subtree: true });
  expect(attributeFilter).toEqual(
    expect.arrayContaining(['aria-checked', 'aria-selected', 'aria-pressed', 'checked', 'class']),
  );
  shown.size = '10';
  FakeObserver.last.fire();
  vi.advanceTimersByTime(1000);
  expect(states.current().reading?.identity.brand).toBe('10');
  end();
});

test('from a product to a list at an address like a product’s: gone, not unreadable', () => {
  const shown: { title: string | null; size: string } = { title: 'shoe-a', size: '9' };
  const { states, move, end } = follow(shown);
  expect(states.current().status).toBe('reading');
  move(LIST);
  expect(states.current().status).toBe('loading');
  shown.title = null;
  FakeObserver.last.fire();
  vi.advanceTimersByTime(20_000);
  expect(states.current()).toMatchObject({ status: 'gone', url: LIST });
  end();
});

test('from a product to a page that never shows the new one: unreadable, and nothing of the former', () => {
  const { states, move, end } = follow({ title: 'shoe-a', size: '9' });
  move('https://stockx.com/shoe-b');
  vi.advanceTimersByTime(20_000);
  expect(states.current()).toMatchObject({ status: 'unreadable', reading: null });
  end();
});
