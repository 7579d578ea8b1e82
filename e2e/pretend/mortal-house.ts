import type { Connector, OpenChannel } from '../../server/src/connectors/connector.ts';
import type { House } from '../../server/src/flows/house.ts';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * A process that is killed at its n-th step; a step is a transaction or a call to the platform. It dies before the
 * step, in its middle (a transaction rolls back, a request is on its way), or after it. Once dead it does nothing.
 */
export function createMortalHouse(house: House, death: { step: number; when: 'before' | 'during' | 'after' }) {
  const { promise: died, resolve: die } = Promise.withResolvers<'died'>();
  let steps = 0;
  let dead = false;
  const end = <T>(): Promise<T> => {
    dead = true;
    die('died');
    return never<T>();
  };

  async function step<T>(work: () => Promise<T>, during: () => Promise<unknown>): Promise<T> {
    if (dead) return never<T>();
    steps += 1;
    const last = steps === death.step;
    if (last && death.when === 'before') return end<T>();
    if (last && death.when === 'during') {
      await during().catch(() => undefined);
      return end<T>();
    }
    const outcome = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    // Another step of this process may have been its last one meanwhile.
    if (last) return end<T>();
    if (dead) return never<T>();
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  const { database } = house;
  const transaction: House['database']['transaction'] = (work) =>
    step(
      () => database.transaction((tx) => (dead ? Promise.reject(new Error('dead')) : work(tx))),
      () =>
        database.transaction(async (tx) => {
          await work(tx);
          throw new Error('killed before the commit');
        }),
    );
  const mortal: House = {
    ...house,
    database: { ...database, transaction },
    connectors: new Map([...house.connectors].map(([name, connector]) => [name, mortalConnector(connector, step)])),
  };
  return { house: mortal, died };
}

type Step = <T>(work: () => Promise<T>, during: () => Promise<unknown>) => Promise<T>;

function mortalConnector(connector: Connector, step: Step): Connector {
  return {
    ...connector,
    open(settings, tools) {
      const channel = connector.open(settings, tools);
      const { publish, findPublished } = channel;
      const open: OpenChannel = {
        ...channel,
        ...(publish && {
          publish: (reply) =>
            step(
              () => publish(reply),
              () => publish(reply),
            ),
        }),
        ...(findPublished && {
          findPublished: (reply) =>
            step(
              () => findPublished(reply),
              async () => undefined,
            ),
        }),
      };
      return open;
    },
  };
}
