// The fictional hotel moves out: every row of the demo goes, and nothing else.
import {
  countPolicies,
  deleteCalendars,
  deletePolicies,
  deleteTeams,
  hasRealPeople,
  isTouched,
} from '../demo/demo.queries.ts';
import { deleteDemoRows, deleteTexts, lastDemoFact, threadsPromisedByDemo } from '../demo/removal.queries.ts';
import type { NewFact } from '../events/fact.ts';
import { forgetTroubleWithGone } from '../events/followers.queries.ts';
import { record } from '../events/record.ts';
import { problem } from '../http/problem.ts';
import { refreshDue } from '../sla/clocks.ts';
import { ensureDefaults } from '../sla/promises.ts';
import type { Db } from '../storage/database.ts';
import { type DemoSettings, readSetting, removeSetting } from '../storage/settings.ts';
import type { House } from './house.ts';
import { catchUpTrail } from './keep-audit-trail.ts';
import { TEAMS_LOCK } from './manage-teams.ts';
import { withdrawLeftBehind } from './schedule-reports.ts';

/**
 * Returns the number of deleted rows by table. A house in which nobody else lives is as before its set-up;
 * otherwise it keeps its name, and has promises and opening hours. `by`: whoever wants it, perhaps one of the demo.
 */
export async function removeDemo(house: House, by: string | null = null): Promise<Record<string, number>> {
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'team');
    const demo = await readSetting(tx, 'demo');
    if (!demo) throw problem('demo.not_running', 404);
    const removed = await removeRows(house, tx, demo, by);
    if (!removed) throw problem('demo.trail_behind', 409);
    return removed;
  });
}

/** By then all that was due when it was seeded is overdue. */
const OLD_MS = 12 * 3_600_000;

/** True when the demo was old and nobody had done anything in it: it can be told anew, with times from now. */
export async function removeOldDemo(house: House): Promise<boolean> {
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'team');
    const demo = await readSetting(tx, 'demo');
    if (!demo?.ownsHouse) return false;
    const seededAt = new Date(demo.seededAt);
    const young = house.clock.now().getTime() - seededAt.getTime() < OLD_MS;
    if (young || (await hasRealPeople(tx)) || (await isTouched(tx, seededAt))) return false;
    return (await removeRows(house, tx, demo, null)) !== null;
  });
}

/** Null, and nothing removed, when the audit trail would never hear what happened in the demo. */
async function removeRows(
  house: House,
  tx: Db,
  demo: DemoSettings,
  by: string | null,
): Promise<Record<string, number> | null> {
  // No report is planned meanwhile about what goes.
  await tx.dialect.lock(tx, TEAMS_LOCK);
  const lastFact = await lastDemoFact(tx);
  if (!(await catchUpTrail(tx, house, lastFact))) return null;
  const lived = await hasRealPeople(tx);
  const texts = await deleteTexts(tx, demo.snippetIds ?? [], lived);
  const promised = await threadsPromisedByDemo(tx);
  const { channelPolicies = 0, ...rows } = await deleteDemoRows(tx, lastFact);
  await forgetTroubleWithGone(tx);
  await refreshDue(tx, promised);
  const slaPolicies = channelPolicies + (await deletePolicies(tx, lived ? demo.policyIds : 'all'));
  const calendars = await deleteCalendars(tx, lived ? demo.calendarIds : 'all');
  const teams = await deleteTeams(tx, lived ? 'demo' : 'all');
  const { gone: reportSchedules, facts } = await withdrawLeftBehind(tx, by);
  const settings = await removeSettings(tx, demo, lived);
  if (lived) await promiseAgain(house, tx);
  // Whoever still looks at the demo finds that the house is another one.
  const told: NewFact = { kind: 'house.changed', payload: { what: 'demo', demo: 'removed', by } };
  await record(tx, house.clock.now(), [...facts, told]);
  return { ...rows, ...texts, slaPolicies, calendars, teams, reportSchedules, settings };
}

async function removeSettings(tx: Db, demo: DemoSettings, lived: boolean): Promise<number> {
  const ownsHouse = demo.ownsHouse && !lived;
  await removeSetting(tx, 'demo');
  // The weather of channels that are gone; the radar looks again soon.
  await removeSetting(tx, 'radar');
  if (demo.ownsReview) await removeSetting(tx, 'review');
  if (ownsHouse) await removeSetting(tx, 'house');
  return 1 + Number(demo.ownsReview ?? false) + Number(ownsHouse);
}

/** Somebody was invited into the demo and stays: their threads need promises. */
async function promiseAgain(house: House, tx: Db): Promise<void> {
  const settings = await readSetting(tx, 'house');
  if (!settings || (await countPolicies(tx)) > 0) return;
  await ensureDefaults(tx, settings.timeZone, settings.locale, house.newId, house.clock.now());
}
