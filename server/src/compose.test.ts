import { expect, test } from 'vitest';
import { openAside } from './aside/open-aside.ts';
import { endHouse } from './compose.ts';
import { silentLog } from './config/log.ts';
import { watchRadar } from './flows/watch-radar.ts';
import type { trials } from './testing/aside-trial.ts';
import { openTestDatabase } from './testing/open-test-database.ts';
import { openTestHouse } from './testing/open-test-house.ts';

test('the house ends soon, also while the radar computes for long and somebody waits for that', async () => {
  const database = await openTestDatabase();
  const entry = new URL('testing/aside-trial.ts', import.meta.url);
  const trial = openAside<typeof trials>({ entry, place: database.place, log: silentLog });
  const errors: string[] = [];
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const house = await openTestHouse({
    database,
    log: { ...silentLog, error: (_: object, message: string) => void errors.push(message) },
    aside: {
      run: async () => {
        const long = trial.run('spin', { ms: 60_000 });
        resolve();
        return (await long) as never;
      },
      close: () => trial.close(),
    },
  });
  const radar = await watchRadar(house);
  await asked;
  const waiting = house.aside.run('radar.weather', { now: house.clock.now() }).catch(() => undefined);
  const began = performance.now();
  await endHouse(house, [radar, { stop: async () => void (await waiting) }]);
  expect(performance.now() - began).toBeLessThan(3000);
  expect(errors).toEqual([]);
});
