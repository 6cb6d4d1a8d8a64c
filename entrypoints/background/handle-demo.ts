import { toFailure } from '@/lib/messaging/failure';
import type { MessageHandlers } from '@/lib/messaging/server';
import type { World } from './compose-world';
import { DemoError } from './demo-error';
import type { Worlds } from './worlds';

/** Starting the demo market and removing it. These two change the world, so they stand outside of both. */
export function demoHandlers(worlds: Worlds<World>) {
  return {
    'demo/start': async () => {
      try {
        await worlds.startDemo();
        await worlds.run(async ({ engine }) => engine.syncNow({ full: true }));
        return { ok: true };
      } catch (error) {
        return { ok: false, error: toFailure(error) };
      }
    },
    'demo/remove': async () => {
      try {
        const { removed, left } = await worlds.removeDemo();
        await worlds.run(async ({ engine }) => engine.wake());
        return { ok: true, removed, left: [...left] };
      } catch (error) {
        return { ok: false, error: toFailure(error) };
      }
    },
  } satisfies Partial<MessageHandlers>;
}

/** What the demo answers to messages that are about an account: it has none. */
export function accountRefusals() {
  const { code, message } = new DemoError('demo-is-on');
  const error = { code, message };
  return {
    'connection/test': async () => ({ ok: false, error }),
    'connection/connect': async () => ({ kind: 'failed', error }),
    'connection/disconnect': async () => ({ ok: false, error }),
    // Of the two things this could mean here, neither is sure to be the one that was meant.
    'data/delete-all': async () => ({ ok: false, error }),
  } satisfies Partial<MessageHandlers>;
}
