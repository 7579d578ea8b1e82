// The people of a trial. They work over HTTP as browsers do, at whatever address the house has just now.
import { enter, setUp } from '../house.ts';
import type { TrialNode } from './node.ts';

interface ShownReply {
  readonly id: string;
  readonly state: string;
  readonly body: string;
  readonly personName: string | null;
}
/** Where there is something to answer. */
export interface Critic {
  readonly threadId: string;
  readonly commentId: string;
  /** What had been said in the thread when it was read. */
  readonly said: number;
  /** Its number among the complaints, from 1. */
  readonly number: number;
  /** Its id on the platform. */
  readonly externalId: string;
}
interface Said<T> {
  readonly status: number;
  readonly body: T;
}
interface Row {
  readonly id: string;
  readonly replyState: string | null;
}
interface Thread {
  readonly said: number;
  readonly comments: readonly { id: string; body: string }[];
  readonly replies: readonly ShownReply[];
}
type Headers = Readonly<Record<string, string>>;

/** A process that stands still answers nothing. */
const PATIENCE_MS = 5000;
const password = 'Kuchen-im-Wintergarten-4';

export type Desk = ReturnType<typeof deskOf>;

/** Sets the house up with its channels; gives back the desk of its first administrator. */
export async function openDesk(first: TrialNode, pages: readonly string[], url: () => string): Promise<Desk> {
  const admin = await setUp(first);
  for (const page of pages) {
    await admin.call('POST', '/api/channels', {
      platform: 'mastodon',
      name: page,
      settings: { page },
      allowPrivateAddress: true,
      replyRegister: 'sie',
      language: 'de',
    });
  }
  return deskOf(admin.headers, url);
}

/** The desk of a colleague, who is invited and accepts. */
export async function inviteColleague(desk: Desk, name: string, url: () => string): Promise<Desk> {
  const email = `${name.toLowerCase()}@sonnenblick.example`;
  const invitation = { name, email, role: 'admin', channelIds: [] };
  const { link } = (await desk.ask<{ link: string }>('POST', '/api/invitations', invitation)).body;
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const { headers } = await enter(url(), `/api/invitations/${token}`, { name, password, locale: 'de' });
  return deskOf(headers, url);
}

function deskOf(headers: Headers, url: () => string) {
  async function ask<T>(method: string, path: string, body?: unknown, at = url()): Promise<Said<T>> {
    const response = await fetch(at + path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  async function rows(): Promise<Row[]> {
    const all: Row[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const from: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page: Said<{ threads: Row[]; next: string | null }> = await ask('GET', `/api/threads?limit=100${from}`);
      all.push(...page.body.threads);
      cursor = page.body.next;
    }
    return all;
  }

  const thread = async (id: string): Promise<Thread> => (await ask<Thread>('GET', `/api/threads/${id}`)).body;

  return {
    ask,
    rows,
    thread,
    answer: (critic: Critic, body: string, idempotencyKey: string, at = url()) =>
      ask<ShownReply & { code?: string; context?: Readonly<Record<string, string>> }>(
        'POST',
        `/api/threads/${critic.threadId}/replies`,
        { commentId: critic.commentId, said: critic.said, body, idempotencyKey },
        at,
      ),
    undo: (replyId: string) => ask<ShownReply>('POST', `/api/replies/${replyId}/undo`),
    /** Sends again what the house could not find on the platform; says whether there was something. */
    async sendAgain(threadId: string): Promise<boolean> {
      const failed = (await thread(threadId)).replies.find((reply) => reply.state === 'failed');
      if (failed) await ask('POST', `/api/replies/${failed.id}/retry`);
      return failed !== undefined;
    },
  };
}
