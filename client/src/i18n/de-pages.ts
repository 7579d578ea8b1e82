import { collect } from './collect.ts';

/** The words of all pages but the first. */
export const catalogue = collect(
  import.meta.glob<Record<string, unknown>>(['./de/*.json', '!./de/{common,demo,inbox,person,problems}.json'], {
    eager: true,
    import: 'default',
  }),
);
