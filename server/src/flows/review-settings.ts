// How threads are sampled for review. The seed is made with the first draw and never changes: an old draw can be done again.
import type { ReviewSettings } from '@stammgast/shared/contract/reviewers';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { changeOf } from '../events/change.ts';
import { record } from '../events/record.ts';
import type { Db } from '../storage/database.ts';
import { readSetting, type StoredReviewSettings, writeSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

const usual: ReviewSettings = { percent: 10, channels: {}, twicePercent: 10, goal: 20, hideAuthor: true };

/** Without a seed: nothing was drawn yet. */
export async function reviewSettings(db: Db): Promise<ReviewSettings & Partial<StoredReviewSettings>> {
  return (await readSetting(db, 'review')) ?? usual;
}

/** In a transaction that holds the lock of the draw. */
export async function drawingSettings(tx: Db, newId: House['newId']): Promise<StoredReviewSettings> {
  const known = await readSetting(tx, 'review');
  if (known) return known;
  const made = { ...usual, seed: newId() };
  await writeSetting(tx, 'review', made);
  return made;
}

export async function changeReviewSettings(
  house: House,
  { personId }: Actor,
  wanted: ReviewSettings,
): Promise<ReviewSettings> {
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'review');
    const { seed, ...before } = await drawingSettings(tx, house.newId);
    await writeSetting(tx, 'review', { ...wanted, seed });
    const fact = { kind: 'house.changed', personId, payload: { what: 'review' } } as const;
    await record(tx, house.clock.now(), [{ ...fact, change: changeOf(before, wanted) }]);
    return wanted;
  });
}

export const houseZone = async (db: Db): Promise<string> => (await readSetting(db, 'house'))?.timeZone ?? 'UTC';
