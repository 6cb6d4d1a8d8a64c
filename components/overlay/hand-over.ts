import type { mountCard } from './mount';

type MountCard = typeof mountCard;

/** Where the card's script finds who waits for it; only our own scripts see these names. */
const WAITING = Symbol.for('archvd.card');

/**
 * Waits for the card's script, which is put into the page right behind the one that reads it: the page is read and asked
 * about before the browser has to look at a line of what draws.
 */
export function awaitCard(take: (mount: MountCard) => void): void {
  Reflect.set(globalThis, WAITING, take);
}

/** Hands the card to whoever waits. A script that came twice finds nobody. */
export function handOver(mount: MountCard): void {
  const take: unknown = Reflect.get(globalThis, WAITING);
  Reflect.deleteProperty(globalThis, WAITING);
  if (typeof take === 'function') take(mount);
}
