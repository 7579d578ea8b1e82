import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawName, shareOf } from './draw.ts';
import { type Candidate, judge } from './judge.ts';

const settings = { seed: 'Stammgast', percent: 10, channels: { blog: 40 }, twicePercent: 10 };
const plain: Candidate = { answered: true, breached: false, warned: false, reopened: false, hidden: false };
const threads = (n: number) => Array.from({ length: n }, (_, i) => drawName(`thread-${i}`, '2026-W10'));

test('the draw follows from the seed, the week and the thread, and from nothing else', () => {
  const digest = createHmac('sha256', 'Stammgast').update('2026-W10 thread-1').digest();
  expect(shareOf('Stammgast', drawName('thread-1', '2026-W10'))).toBeCloseTo(digest.readUInt32BE(0) / 2 ** 32, 6);
  fc.assert(
    fc.property(fc.string(), fc.string(), (seed, name) => {
      const share = shareOf(seed, name);
      expect(share >= 0 && share < 1).toBe(true);
      expect(shareOf(seed, name)).toBe(share);
      const draw = { ...settings, seed };
      expect(judge(name, 'blog', plain, draw)).toEqual(judge(name, 'blog', plain, draw));
    }),
  );
});

test('about as many are drawn as wanted, on every channel and with every seed', () => {
  const size = 2000;
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.constantFrom('blog', 'forum'), (seed, channelId) => {
      const drawn = threads(size).filter((name) => judge(name, channelId, plain, { ...settings, seed }));
      const share = channelId === 'blog' ? 0.4 : 0.1;
      // Five standard deviations: one run in two million may be further off.
      const most = 5 * Math.sqrt((share * (1 - share)) / size);
      expect(Math.abs(drawn.length / size - share)).toBeLessThan(most);
    }),
    { numRuns: 60 },
  );
});

test('whoever is drawn by a small share is drawn by a larger one, and another week draws anew', () => {
  const by = (percent: number) => threads(500).filter((name) => judge(name, 'forum', plain, { ...settings, percent }));
  expect(by(0)).toEqual([]);
  expect(by(100)).toHaveLength(500);
  const large = new Set(by(30));
  expect(by(10).every((name) => large.has(name))).toBe(true);
  const next = threads(500).map((name) => name.replace('W10', 'W11'));
  const drawn = next.filter((name) => judge(name, 'forum', plain, { ...settings, percent: 10 }));
  expect(drawn.map((name) => name.replace('W11', 'W10'))).not.toEqual(by(10));
});

test('every rule leads to the sample by itself; without an answer only what was hidden does', () => {
  const none = { ...settings, percent: 0, channels: {} };
  const reasonsOf = (more: Partial<Candidate>) => judge('x', 'forum', { ...plain, ...more }, none)?.reasons ?? [];
  expect(reasonsOf({})).toEqual([]);
  expect(reasonsOf({ breached: true })).toEqual(['breached']);
  expect(reasonsOf({ warned: true, reopened: true })).toEqual(['warning', 'reopened']);
  expect(reasonsOf({ answered: false, breached: true, warned: true, reopened: true })).toEqual([]);
  expect(reasonsOf({ answered: false, hidden: true })).toEqual(['hidden']);
});

test('about one in ten is scored twice, whatever brought it in', () => {
  const late = { ...plain, breached: true };
  const twice = threads(2000).filter((name) => judge(name, 'forum', late, settings)?.wanted === 2);
  expect(twice.length).toBeGreaterThan(140);
  expect(twice.length).toBeLessThan(260);
});
