import { type ComponentType, lazy } from 'react';
import { loadPageWords } from './setup.ts';

const MOST_TRIES = 10;
const LONGEST_PAUSE_MS = 15_000;

/** A part that is fetched when it is first shown, with the words that the first screen does without. */
export const lazyWithWords = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [part] = await patiently(() => Promise.all([load(), loadPageWords()]));
    return { default: part };
  });

/** A part whose words are there already. */
export const lazyPart = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await patiently(load) }));

/** While the server is away the page must not break under somebody who writes: the part comes when it is back. */
export async function patiently<T>(load: () => Promise<T>, pause: (milliseconds: number) => Promise<void> = rest) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await load();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (tries - 1)));
    }
  }
}

const rest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
