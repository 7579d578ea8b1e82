// Stage for tests about answers: one critic, one agent, one platform that does what the test says.
import { setTimeout as pause } from 'node:timers/promises';
import type { Capabilities } from '@stammgast/shared/contract/channels';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { Connector, ConnectorTools, OpenChannel, OutgoingReply, Published } from '../connectors/connector.ts';
import { factsAfter } from '../events/events.queries.ts';
import { runDue } from '../jobs/worker.ts';
import type { Db } from '../storage/database.ts';
import { addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import { noSettings } from '../testing/no-settings.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { answerThread } from './answer-thread.ts';
import type { House } from './house.ts';
import { lookForUnconfirmed } from './look-for-reply.ts';
import { publishReply } from './publish-reply.ts';
import { receiveComments } from './receive-comments.ts';
import type { Answer } from './refuse-answer.ts';
import { REMIND, remindOfPromises } from './remind-of-promises.ts';

export const BODY = 'Das tut uns leid. Wir haben den Ofen heute repariert.';
const usual: Capabilities = {
  reply: 'api',
  acts: [],
  edits: false,
  deletions: false,
  push: false,
  maxReplyLength: 500,
};

/** What the platform does; tests change it as they go. */
interface Script {
  can: Capabilities;
  publish?: (reply: OutgoingReply, tools: ConnectorTools) => Promise<Published>;
  findPublished?: NonNullable<OpenChannel['findPublished']>;
  handOff?: NonNullable<OpenChannel['handOff']>;
  act?: NonNullable<OpenChannel['act']>;
  look?: NonNullable<OpenChannel['look']>;
  readonly sent: OutgoingReply[];
  looks: number;
}

const published: Published = { state: 'published', externalId: 'a1', url: 'https://platform.example/a1' };

function scripted(script: Script): Connector {
  return {
    platform: 'mastodon',
    settings: noSettings,
    secrets: [],
    pollSeconds: 60,
    can: () => script.can,
    open: (_settings, tools) => {
      const { publish, findPublished, handOff, act, look } = script;
      return {
        test: async () => ({ found: '' }),
        ...(publish && {
          publish: (reply) => {
            script.sent.push(reply);
            return publish(reply, tools);
          },
        }),
        ...(findPublished && {
          findPublished: (reply) => {
            script.looks += 1;
            return findPublished(reply);
          },
        }),
        ...(handOff && { handOff }),
        ...(act && { act }),
        ...(look && { look }),
      };
    },
  };
}

const noWayOut = () => Promise.reject(new Error('this platform is played inside the test'));

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage(parts: Partial<House> = {}, channelParts: { demo?: boolean } = {}) {
  const script: Script = {
    can: { ...usual },
    publish: async () => published,
    findPublished: async () => 'absent',
    sent: [],
    looks: 0,
  };
  const connectors = new Map([['mastodon', scripted(script)]]);
  const house: TestHouse = await openWorkingHouse({ connectors, http: () => noWayOut, ...parts });
  const channelId = house.newId();
  await house.database.transaction(async (tx) => {
    const row = { id: channelId, platform: 'mastodon' as const, name: 'Hausblog', settings: {}, ...channelParts };
    await tx.insert(tx.tables.channels).values({ ...row, createdAt: house.clock.now() });
  });
  const personId = await addTestPerson(house, 'agent', [channelId]);
  const actor: Actor = { personId, role: 'agent', channels: [channelId] };
  const db = house.database.reader;

  async function say(externalId: string, more: { parent?: string; own?: boolean; body?: string } = {}) {
    const author = more.own ? 'wir' : 'Gast';
    const comment = {
      externalId,
      parentExternalId: more.parent ?? null,
      post: { externalId: 'p1', title: 'Unser neues Zimmer', url: null },
      author: { externalId: author, name: author, handle: null, url: null, own: more.own ?? false },
      body: more.body ?? 'Das Frühstück war kalt.',
      postedAt: house.clock.now(),
      visibility: 'public' as const,
      url: null,
      likes: null,
      version: null,
    };
    await receiveComments(house, { id: channelId, language: null }, [{ kind: 'comment', comment }], { history: false });
    const comments = await db.select().from(db.tables.comments);
    const stored = comments.find((c) => c.externalId === externalId);
    return { commentId: stored?.id ?? '', threadId: stored?.threadId ?? '' };
  }

  const { commentId, threadId } = await say('c1');
  const answer = { commentId, body: BODY, idempotencyKey: 'key-of-this-editor', resolve: false };
  const handlers = {
    'publish-reply': publishReply(house),
    'look-for-reply': lookForUnconfirmed(house),
    [REMIND]: remindOfPromises(house),
  };

  return {
    house,
    script,
    channelId,
    actor,
    threadId,
    commentId,
    answer,
    published,
    handlers,
    say,
    reply: (more: Partial<Answer> = {}) => answerThread(house, actor, threadId, { ...answer, ...more }),
    /** Lets time pass and runs what has become due. */
    pass: async (seconds: number) => {
      house.clock.forward(seconds * 1000);
      await runDue(house, handlers);
    },
    replies: () => db.select().from(db.tables.replies),
    jobs: () => db.select().from(db.tables.jobs),
    thread: async () => (await db.select().from(db.tables.threads)).find((t) => t.id === threadId),
    clocks: () => db.select().from(db.tables.clocks),
    facts: async () => (await factsAfter(db, 0, 1000)).map((fact) => fact.kind),
    close: () => house.database.close(),
  };
}

/** Holds the channel as the intake does, long enough for whoever comes at the same moment, and changes something then. */
export function whileLocked({ house, channelId }: Stage, change: (tx: Db) => Promise<unknown>) {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const done = house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, channelId);
    begin();
    await pause(300);
    await change(tx);
  });
  return { begun, done };
}
