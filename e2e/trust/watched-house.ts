import { setTimeout as sleep } from 'node:timers/promises';
import type { FactKind } from '@stammgast/shared/contract/live';
import type { Connector, Http } from '../../server/src/connectors/connector.ts';
import type { House } from '../../server/src/flows/house.ts';
import type { Db } from '../../server/src/storage/database.ts';
import type { Point } from './points.ts';

/** Called at each point; the work goes on when it resolves. */
export type Pass = (point: Point) => Promise<void>;

/** Long enough to have arrived at a platform on the same machine, shorter than that takes to answer. */
const ON_ITS_WAY_MS = 10;
const outcomes: readonly FactKind[] = ['reply.published', 'reply.accepted', 'reply.failed', 'reply.unconfirmed'];

/** The same house, which tells where its worker is. It knows transactions by the facts that they record. */
export function watchHouse(house: House, pass: Pass): House {
  const { database } = house;
  return {
    ...house,
    database: {
      ...database,
      async transaction(work) {
        let kinds: FactKind[] = [];
        const result = await database.transaction(async (tx) => {
          kinds = [];
          const value = await work(noting(tx, kinds));
          if (kinds.includes('reply.publishing')) await pass('before-claim');
          return value;
        });
        if (kinds.includes('reply.publishing')) await pass('claimed');
        if (kinds.some((kind) => outcomes.includes(kind))) await pass('recorded');
        return result;
      },
    },
    http: (options) => watchedWay(house.http(options), pass),
    connectors: new Map([...house.connectors].map(([name, connector]) => [name, watched(connector, pass)])),
  };
}

function noting(tx: Db, kinds: FactKind[]): Db {
  return {
    ...tx,
    insertMany(table, rows, overwritten) {
      if ((table as unknown) === tx.tables.events) kinds.push(...(rows as { kind: FactKind }[]).map((row) => row.kind));
      return tx.insertMany(table, rows, overwritten);
    },
  };
}

const watchedWay =
  (way: Http, pass: Pass): Http =>
  async (url, request) => {
    if (request?.method !== 'POST') return way(url, request);
    await pass('before-request');
    const answer = way(url, request);
    await Promise.race([answer.catch(() => undefined), sleep(ON_ITS_WAY_MS)]);
    await pass('request-sent');
    return answer;
  };

function watched(connector: Connector, pass: Pass): Connector {
  return {
    ...connector,
    open(settings, tools) {
      const channel = connector.open(settings, tools);
      const { publish, findPublished } = channel;
      return {
        ...channel,
        ...(publish && { publish: (reply) => publish(reply).finally(() => pass('answer-received')) }),
        ...(findPublished && {
          async findPublished(reply) {
            await pass('before-look');
            return findPublished(reply).finally(() => pass('look-answered'));
          },
        }),
      };
    },
  };
}
