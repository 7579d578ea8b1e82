import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { fetchFailed, fetchLiving, invalidate } from './invalidate.ts';

const toldBy: [string, (client: QueryClient) => void][] = [
  ['there were news', (client) => invalidate(client, ['thread', 't1'])],
  ['some may have been missed', fetchLiving],
];

it.each(toldBy)('asks once more for what was on its way for the first time when %s', async (_, tell) => {
  const client = new QueryClient();
  const answers: ((said: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(client, { queryKey: ['thread', 't1'], queryFn, staleTime: 30_000 });
  const leave = observer.subscribe(() => undefined);
  await expect.poll(() => answers.length).toBe(1);
  for (const _ of [1, 2, 3]) tell(client);
  answers[0]?.('before the news');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.('after them');
  await expect.poll(() => observer.getCurrentResult().data).toBe('after them');
  await expect.poll(() => client.isFetching()).toBe(0);
  expect(answers).toHaveLength(2);
  leave();
  client.clear();
});

it('asks again for what failed while the server was away, and for nothing else', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
  let away = true;
  const asked: string[] = [];
  const watch = (id: string, fails: () => boolean) => {
    const queryFn = async () => {
      asked.push(id);
      if (fails()) throw new Error('away');
      return 'here';
    };
    const observer = new QueryObserver(client, { queryKey: ['thread', id], queryFn });
    return { observer, leave: observer.subscribe(() => undefined) };
  };
  const failed = watch('t1', () => away);
  const had = watch('t2', () => false);
  await expect.poll(() => failed.observer.getCurrentResult().status).toBe('error');
  await expect.poll(() => had.observer.getCurrentResult().status).toBe('success');
  away = false;
  fetchFailed(client);
  await expect.poll(() => failed.observer.getCurrentResult().data).toBe('here');
  expect(asked).toEqual(['t1', 't2', 't1']);
  failed.leave();
  had.leave();
  client.clear();
});
