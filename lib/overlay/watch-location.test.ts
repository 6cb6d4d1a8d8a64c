import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLocation } from './watch-location';

const A = 'https://www.goat.com/sneakers/a';
const B = 'https://www.goat.com/sneakers/b';

let ending = new AbortController();
let heard: string[] = [];

beforeEach(() => {
  ending = new AbortController();
  heard = [];
});
afterEach(() => vi.useRealTimers());

/** As much of a window as is listened to. */
function makePage(navigation?: EventTarget) {
  const timers = { setInterval: (run: () => void, ms: number) => setInterval(run, ms), clearInterval };
  const page = Object.assign(new EventTarget(), { location: { href: A }, ...timers, navigation });
  watchLocation(page as unknown as Window, (url) => heard.push(url), ending.signal);
  return page;
}

const navigate = (url: string, sameDocument = true) =>
  Object.assign(new Event('navigate'), { destination: { url, sameDocument } });

test('tells the new address when the navigation starts, once', () => {
  const navigation = new EventTarget();
  const page = makePage(navigation);
  navigation.dispatchEvent(navigate(B));
  expect(heard).toEqual([B]);
  page.location.href = B;
  navigation.dispatchEvent(new Event('currententrychange'));
  navigation.dispatchEvent(new Event('navigatesuccess'));
  page.dispatchEvent(new Event('popstate'));
  expect(heard).toEqual([B]);
});

test('a navigation that is called off leads back', () => {
  const navigation = new EventTarget();
  makePage(navigation);
  navigation.dispatchEvent(navigate(B));
  navigation.dispatchEvent(new Event('navigateerror'));
  expect(heard).toEqual([B, A]);
});

test('the load of another document, and the same address again, are no news', () => {
  const navigation = new EventTarget();
  makePage(navigation);
  navigation.dispatchEvent(navigate(B, false));
  navigation.dispatchEvent(navigate(A));
  navigation.dispatchEvent(new Event('navigate'));
  expect(heard).toEqual([]);
});

test('where the browser does not tell, it is looked at every second', () => {
  vi.useFakeTimers();
  const page = makePage();
  page.location.href = B;
  vi.advanceTimersByTime(999);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([B]);
  ending.abort();
  page.location.href = A;
  vi.advanceTimersByTime(5000);
  page.dispatchEvent(new Event('popstate'));
  expect(heard).toEqual([B]);
});
