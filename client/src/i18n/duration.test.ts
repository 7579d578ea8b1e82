import fc from 'fast-check';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import words from './de/durations.json' with { type: 'json' };
import { durationParts, durationWords } from './duration.ts';

const length = { d: 1440, h: 60, min: 1 };

test('names the two largest parts', () => {
  expect(durationParts(38)).toEqual([{ n: 38, unit: 'min' }]);
  expect(durationParts(190)).toEqual([
    { n: 3, unit: 'h' },
    { n: 10, unit: 'min' },
  ]);
  expect(durationParts(120)).toEqual([{ n: 2, unit: 'h' }]);
  expect(durationParts(2 * 1440 + 65, { days: true })).toEqual([
    { n: 2, unit: 'd' },
    { n: 1, unit: 'h' },
  ]);
  expect(durationParts(2880)).toEqual([{ n: 48, unit: 'h' }]);
  expect(durationParts(0)).toEqual([{ n: 0, unit: 'min' }]);
});

test('writes large numbers as the language does', async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'de', resources: { de: { durations: words } } });
  expect(durationWords(i18n.t, 1234 * 60 + 5)).toBe('1.234 Std. 5 Min');
});

test('never loses more than the smallest part it leaves out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), fc.boolean(), (minutes, days) => {
      const sum = durationParts(minutes, { days }).reduce((total, part) => total + part.n * length[part.unit], 0);
      expect(sum).toBeLessThanOrEqual(minutes);
      expect(minutes - sum).toBeLessThan(minutes >= 1440 && days ? 60 : 1);
    }),
  );
});
