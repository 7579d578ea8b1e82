import { addApiChannel, founder, push, removeDataDir, setUp, signIn, startServer } from '../house.ts';
import { pushed } from './comments.ts';
import { fire } from './load.ts';
import { perSecond, report } from './table.ts';

const REPLIES = 6000;

/** Answers accepted (durably queued with their undo time), 10 at once, each to a thread of its own. */
export async function benchReplies(): Promise<void> {
  const server = await startServer({ env: { STAMMGAST_UNDO_SECONDS: '30' } });
  const admin = await setUp(server);
  const { token } = await addApiChannel(admin);
  for (let i = 0; i < REPLIES; i += 500) {
    await push(
      server.url,
      token,
      Array.from({ length: 500 }, (_, j) => pushed('r', i + j)),
    );
  }
  const targets: { threadId: string; commentId: string; said: number }[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { threads: { id: string }[]; next: string | null } = await admin.call(
      'GET',
      `/api/threads?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    );
    for (const { id } of page.threads) {
      const thread = await admin.call<{ row: { said: number }; comments: { id: string }[] }>(
        'GET',
        `/api/threads/${id}`,
      );
      targets.push({ threadId: id, commentId: thread.comments[0]?.id ?? '', said: thread.row.said });
    }
    cursor = page.next;
  }
  const me = await signIn(server.url, founder.email, founder.password);
  const outcome = await fire(server.url, targets.length, 10, (i) => ({
    method: 'POST',
    path: `/api/threads/${targets[i]?.threadId}/replies`,
    headers: me.headers,
    body: JSON.stringify({
      commentId: targets[i]?.commentId,
      body: 'Guten Tag, danke für Ihre offenen Worte. Wir kümmern uns noch heute darum.',
      idempotencyKey: `bench-reply-${i}`,
      said: targets[i]?.said,
    }),
  }));
  await server.stop();
  removeDataDir(server.dataDir);
  report('One reply accepted a request, durable, 10 at once', perSecond(outcome.perSecond), '≥ 1,500/s');
}
