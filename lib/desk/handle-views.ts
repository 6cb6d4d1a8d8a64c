import { removeView, saveView } from '@/lib/commands/save-view';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps } from './attempt';
import type { DeskParts } from './ports';

/** Saved views of the lists. */
export function viewHandlers({ ground }: Pick<DeskParts, 'ground'>) {
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
