import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Stands in for axe's source where the page has it already. */
const NOTHING_MORE = ';';

/**
 * What axe objects to, as `rule: where`; `within` narrows it to a part of the page. Nothing of what is looked at has frames
 * of other origins, so axe runs in the page itself and needs no second one to put its findings together; and only what is
 * wrong is written out.
 */
export async function objections(
  page: Page,
  rules: readonly string[] = [],
  within: string | null = null,
): Promise<string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(hasAxe ? { axeSource: NOTHING_MORE } : {}) }).setLegacyMode();
  axe.options({ resultTypes: ['violations'] });
  if (within !== null) axe.include(within);
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`)
        .join(', ')}`,
  );
}

/** Pixels by which the page is wider than its window, once it has the shape that belongs to the window's width. */
export const overflow = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return document.documentElement.scrollWidth - window.innerWidth;
  });

/** Waits until what the screen reads is there and drawn, and nothing fades in or out any more. */
export async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    // What turns for ever, as a loader does, is not waited for.
    const fading = () =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    for (let running = fading(); running.length > 0; running = fading()) {
      await Promise.allSettled(running.map(({ finished }) => finished));
      await frame();
    }
  });
}
