import { expect, test } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { createMemory } from './memory.ts';

const open = () => {
  const clock = createTestClock();
  const asked: string[] = [];
  const memory = createMemory<number>(clock, 1000);
  const ask = (name: string) =>
    memory(name, async () => {
      asked.push(name);
      return asked.length;
    });
  return { clock, asked, ask, memory };
};

test('those who ask at once get one answer, and so do those who come soon after', async () => {
  const { asked, ask, clock } = open();
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual([1, 1, 2]);
  clock.forward(999);
  expect(await ask('a')).toBe(1);
  expect(asked).toEqual(['a', 'b']);
});

test('it forgets in time', async () => {
  const { ask, clock } = open();
  await ask('a');
  clock.forward(1000);
  expect(await ask('a')).toBe(2);
});

test('a failure is not kept', async () => {
  const { ask, memory } = open();
  await expect(memory('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await ask('a')).toBe(1);
});

test('the oldest of too many goes', async () => {
  const { ask, asked } = open();
  for (let i = 0; i <= 100; i++) await ask(`n${i}`);
  await ask('n0');
  await ask('n100');
  expect(asked.filter((name) => name === 'n0')).toHaveLength(2);
  expect(asked.filter((name) => name === 'n100')).toHaveLength(1);
});
