import { createSandbox, type Sandbox } from '@/lib/sandbox/create-sandbox';
import { fakeClock, START, type FakeClock } from '../fakes/fake-platform';

export const TOKEN = 'goatapi_test';

/** A market that outlives a world: making one takes longer than most tests. */
export interface SharedMarket {
  readonly clock: FakeClock;
  readonly sandbox: Sandbox;
}

export function makeSharedMarket(given: { readonly maxOperations?: number } = {}): SharedMarket {
  const clock = fakeClock(START);
  const sandbox = createSandbox({
    token: TOKEN,
    listings: 0,
    orders: 0,
    buyerShare: 0,
    realNow: () => clock.now(),
    startAt: START,
    speed: 1,
    ...given,
  });
  return { clock, sandbox };
}
