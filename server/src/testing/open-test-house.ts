import { asideHere } from '../aside/aside.ts';
import { newId } from '../config/ids.ts';
import { silentLog } from '../config/log.ts';
import { hashSecret } from '../config/secret-hash.ts';
import { calculations } from '../flows/calculations.ts';
import type { House } from '../flows/house.ts';
import type { Database } from '../storage/database.ts';
import { openTestDatabase } from './open-test-database.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export type TestHouse = House & { readonly clock: TestClock };

/** A house on a fresh database with a clock that stands still. It knows no platform and has no way out. */
export async function openTestHouse(parts: Partial<House> = {}): Promise<TestHouse> {
  const database: Database = parts.database ?? (await openTestDatabase());
  const refuse = () => {
    throw new Error('this test house has no way out');
  };
  return {
    database,
    aside: asideHere(database.reader, calculations),
    newId,
    log: silentLog,
    http: refuse,
    connectors: new Map(),
    classify: refuse,
    vault: {
      seal: (plain) => plain,
      open: (sealed) => sealed,
      mark: (text) => `hmac:${hashSecret(text)}`,
      sign: (text) => `key:${hashSecret(text)}`,
    },
    undoSeconds: 10,
    demo: false,
    ...parts,
    clock: createTestClock(),
  };
}
