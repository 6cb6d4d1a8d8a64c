import { uuidV7 } from '@/lib/domain/identity/uuid-v7';
import type { Clock, Random } from './ports';

const TWO_POW_53 = 2 ** 53;

/** Chance from the system's cryptographic source: ids made from it cannot be guessed by a page. */
export function createRandom(clock: Clock): Random {
  return { next, id: () => uuidV7(clock.now(), next) };
}

/** 53 random bits, as many as a double in [0, 1) can hold. */
function next(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / TWO_POW_53;
}
