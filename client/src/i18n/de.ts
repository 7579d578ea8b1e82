import { collect } from './collect.ts';

/** What stands on every page, and the words of the first one. */
export const catalogue = collect(
  import.meta.glob<Record<string, unknown>>('./de/{common,demo,inbox,person,problems}.json', {
    eager: true,
    import: 'default',
  }),
);
