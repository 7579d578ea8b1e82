import { expect, it } from 'vitest';
import { patiently } from './lazy-with-words.ts';

it('waits for a server that is away, a little longer each time, and not for ever', async () => {
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  let tries = 0;
  const back = async (on: number) => {
    tries += 1;
    if (tries < on) throw new Error('away');
    return 'here';
  };
  expect(await patiently(() => back(3), pause)).toBe('here');
  expect(pauses).toEqual([1000, 2000]);
  await expect(patiently(() => back(100), pause)).rejects.toThrow('away');
  expect(Math.max(...pauses)).toBe(15_000);
});
