// The radar listens: comments that have come in, and what becomes of them later, are counted once.
import type { StoredFact } from '../events/events.queries.ts';
import { voiceOf } from '../radar/voice.ts';
import { commentsHeard, insertVoices, takeVoices } from '../radar/voices.queries.ts';
import type { Db } from '../storage/database.ts';
import { readSetting } from '../storage/settings.ts';
import type { House } from './house.ts';

const HOUR_MS = 3_600_000;
/** What the judgement looks back on, and some days for whoever compares. */
export const VOICES_MS = 60 * 24 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

const changes: ReadonlySet<string> = new Set([
  'comment.edited',
  'comment.removed',
  'comment.restored',
  'comment.corrected',
  'comment.moderated',
]);

/** What the radar has to hear. */
export const isHeard = (kind: string): boolean => kind === 'comment.received' || changes.has(kind);

/** Counts the comments of a batch of facts. */
export async function hearVoices(house: House, tx: Db, facts: readonly StoredFact[]): Promise<void> {
  const received = new Set(commentsIn(facts.filter(({ kind }) => kind === 'comment.received')));
  const changed = commentsIn(facts.filter(({ kind }) => changes.has(kind)));
  const ids = [...new Set([...received, ...changed])];
  if (ids.length === 0) return;
  const before = await takeVoices(tx, ids);
  // What came with the history of a new channel was never counted, and is not when it changes.
  const counted = new Set([...received, ...before.map(({ id }) => id)]);
  const now = house.clock.now().getTime();
  const seededAt = Date.parse((await readSetting(tx, 'demo'))?.seededAt ?? '');
  const after = (await commentsHeard(tx, [...counted])).flatMap((comment) => {
    const voice = voiceOf(comment);
    return voice && now - voice.at.getTime() < VOICES_MS && !isStaged(voice.at, seededAt) ? [voice] : [];
  });
  await insertVoices(tx, after);
}

/** The demo begins in the middle of a full day, brought in at once: its own storm shall rise from calm weather. */
const isStaged = (at: Date, seededAt: number): boolean => at.getTime() <= seededAt && at.getTime() > seededAt - DAY_MS;

const commentsIn = (facts: readonly StoredFact[]): string[] =>
  facts.flatMap(({ payload }) => (typeof payload?.commentId === 'string' ? [payload.commentId] : []));
