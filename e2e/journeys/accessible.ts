import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Colours change gradually; what is in between is neither of the themes. */
const untilAtRest = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map((one) => one.finished));
  });

/** What is on the page now breaks none of the rules that a machine can check; in the dark only colours are others. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await untilAtRest(page);
    // No page of ours has frames: legacy mode spares a window for each run.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (colorScheme === 'dark'
      ? axe.withRules(['color-contrast', 'link-in-text-block'])
      : axe
    ).analyze();
    const bad = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 5).map((node) => [node.html, node.failureSummary]),
    }));
    expect(bad, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** By mouse 24 px are enough, or as much room around. Axe leaves this rule out unless it is asked for. */
export async function expectTargets(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withRules(['target-size']).analyze();
  const small = violations.flatMap(({ nodes }) => nodes.map((node) => [node.html, node.failureSummary]));
  expect(small, `too small: ${screen}`).toEqual([]);
}
