// Facts that could not be digested: administrators see them, and let them be tried again when the fault is mended.
import type { HouseState } from '@stammgast/shared/contract/house-state';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { reasonOf } from '../config/log.ts';
import { factsAfter } from '../events/events.queries.ts';
import { type Handle, lockOf } from '../events/follow-durably.ts';
import {
  changeSetAside,
  factSetAside,
  factsSetAside,
  forgetSetAside,
  stuckFollowers,
} from '../events/followers.queries.ts';
import { record } from '../events/record.ts';
import { notFound, ProblemError, problem } from '../http/problem.ts';
import { hearVoices } from './hear-voices.ts';
import type { House } from './house.ts';
import { reviewSamples, sampleFacts } from './sample-threads.ts';
import { peopleTold, tellOf } from './tell-people.ts';
import { voicesHeard } from './watch-radar.ts';

/** As many as somebody looks through. */
const SHOWN = 100;

export async function readHouseState({ database }: House): Promise<HouseState> {
  const stuck = await stuckFollowers(database.reader);
  const aside = await factsSetAside(database.reader, SHOWN);
  return {
    stuck: stuck.flatMap(({ name, seq, kind, tries, since, error }) =>
      seq === null || !since
        ? []
        : [{ follower: name, seq, kind, tries: tries ?? 0, since: since.toISOString(), error: error ?? '' }],
    ),
    setAside: aside.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  };
}

/** What each follower that may go on without a fact would have done with it. */
const handles: Readonly<Record<string, (house: House) => Handle>> = {
  [peopleTold.name]: (house) => (tx, facts) => tellOf(house, tx, facts),
  // Counted is counted; the radar's next look finds it.
  [voicesHeard.name]: (house) => (tx, facts) => hearVoices(house, tx, facts),
  [reviewSamples.name]: (house) => (tx, facts) => sampleFacts(house, tx, facts),
};

/** The fact has its effect and is no longer set aside, both or neither. */
export async function retryFact(house: House, actor: Actor, id: string): Promise<void> {
  const { database, clock } = house;
  const aside = await factSetAside(database.reader, id);
  const handle = aside && handles[aside.follower]?.(house);
  if (!aside || !handle) throw notFound();
  const { follower, seq } = aside;
  try {
    await database.transaction(async (tx) => {
      await tx.dialect.lock(tx, lockOf(follower));
      // Somebody else was faster.
      if (!(await factSetAside(tx, id))) throw notFound();
      const [fact] = await factsAfter(tx, seq - 1, 1);
      if (fact?.seq !== seq) throw notFound();
      await handle(tx, [fact]);
      await forgetSetAside(tx, id);
      const payload = { what: 'fact', follower, fact: seq };
      await record(tx, clock.now(), [{ kind: 'house.changed', personId: actor.personId, payload }]);
    });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const reason = reasonOf(error);
    house.log.error({ follower, seq, error: reason }, 'a fact could not be digested once more');
    await database.transaction((tx) => changeSetAside(tx, id, { error: reason, at: clock.now() }));
    throw problem('house.fact_failed', 409);
  }
}
