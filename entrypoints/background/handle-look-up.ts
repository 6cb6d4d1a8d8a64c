import { t } from '@/components/ui/text';
import { registerLookUpMenu, registerOmnibox } from '@/lib/platform/look-up';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { askPanel } from '@/lib/settings/panel-route';
import type { World } from './compose-world';
import type { Worlds } from './worlds';

/** Registers its listeners at once: the menu of selected text, and the keyword in the address bar. */
export function registerLookUps(worlds: Pick<Worlds<World>, 'run'>): void {
  const lookUp = () => worlds.run(async ({ openDesk }) => (await openDesk()).lookUp);
  const routeOf = async (text: string): Promise<string> => (await lookUp()).routeOf(text);
  registerLookUpMenu(t('lookUp.menu'), ({ text, windowId, opening }) => {
    const show = async (): Promise<void> => {
      const route = await routeOf(text);
      if (windowId !== undefined) await askPanel(windowId, route);
      if (!(await opening)) await openDashboard(route);
    };
    show().catch(() => undefined);
  });
  registerOmnibox(
    t('lookUp.hint'),
    async (text) => (await lookUp()).suggest(text),
    (text) => void routeOf(text).then(openDashboard, () => undefined),
  );
}
