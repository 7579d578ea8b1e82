import { type ComponentType, lazy } from 'react';
import { loadPageWords } from './setup.ts';

/** A part that is fetched when it is first shown, with the words that the first screen does without. */
export const lazyWithWords = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [part] = await Promise.all([load(), loadPageWords()]);
    return { default: part };
  });
