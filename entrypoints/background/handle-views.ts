import { removeView, saveView } from '@/lib/commands/save-view';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, type MessageParts } from './attempt';

/** Saved views of the lists. */
export function viewHandlers({ ground }: MessageParts) {
  const deps = commandDeps(ground);
  return {
    'views/save': async (wish) => {
      const tried = await attempt(ground, () => saveView(deps, wish));
      return tried.ok ? { ok: true, ...tried.value } : tried;
    },
    'views/remove': async ({ id }) => {
      const tried = await attempt(ground, () => removeView(deps, id));
      return tried.ok ? { ok: true, ...tried.value } : tried;
    },
  } satisfies Partial<MessageHandlers>;
}
