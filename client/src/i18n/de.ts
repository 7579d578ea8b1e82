import { collect } from './collect.ts';

export const catalogue = collect(
  import.meta.glob<Record<string, unknown>>('./de/*.json', { eager: true, import: 'default' }),
);
