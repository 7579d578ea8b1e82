// Who changed what: a supervisor finds out who hid a comment, and the command proves that nobody has touched the trail.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type ApiClient, demoSignIn, removeDataDir, type ServerProcess, startServer } from '../house.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './people.ts';

let server: ServerProcess;
test.beforeAll(async () => {
  server = await startServer({ env: { STAMMGAST_DEMO: '1' } });
});
test.afterAll(async () => {
  await server?.stop();
  if (server) removeDataDir(server.dataDir);
});

interface Entries {
  entries: { thread: { id: string; number: number } | null }[];
}
const verify = (dataDir: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../server/src/audit-cli.ts')], {
    env: { ...process.env, STAMMGAST_DATA_DIR: dataDir },
    encoding: 'utf8',
  });

/** The agent asks, the lead agrees: the comment of Sabine Keller is hidden. */
async function hideComment(agent: ApiClient, lead: ApiClient): Promise<void> {
  const { threads } = await agent.call<{ threads: { id: string; author: { name: string } }[] }>(
    'GET',
    '/api/threads?limit=50',
  );
  const threadId = threads.find(({ author }) => author.name === 'Sabine Keller')?.id ?? '';
  const { comments } = await agent.call<{ comments: { id: string; author: { own: boolean } }[] }>(
    'GET',
    `/api/threads/${threadId}`,
  );
  const commentId = comments.find(({ author }) => !author.own)?.id ?? '';
  const wanted = { verdict: 'hide', reason: 'other', remark: 'Steht schon bei uns.' };
  const asked = await agent.call<{ request: { id: string } }>('POST', `/api/comments/${commentId}/moderation`, wanted);
  await lead.call('POST', `/api/moderations/${asked.request.id}/decision`, { decision: 'approved' });
}

test('a supervisor finds out who hid a comment, and an agent does not', async ({ open }) => {
  const [agent, lead, supervisor] = await Promise.all([
    demoSignIn(server.url, 'agent'),
    demoSignIn(server.url, 'lead'),
    demoSignIn(server.url, 'supervisor'),
  ]);
  await hideComment(agent, lead);
  const hidden = () => supervisor.call<Entries>('GET', '/api/audit?kind=comment.moderated');
  await expect.poll(async () => (await hidden()).entries.length).toBe(1);

  const page = await open(`${server.url}/inbox`, supervisor);
  await expect(page.getByRole('link', { name: 'Protokoll' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { name: 'Protokoll' })).toBeVisible();
  await page.getByLabel('Was', { exact: true }).selectOption('comment.moderated');
  const entries = page.getByRole('list', { name: 'Einträge, neueste zuerst' }).getByRole('listitem');
  await expect(entries).toHaveCount(1);
  await expect(entries.first()).toContainText(/hat einen Kommentar ausgeblendet\..*für alle.*ausgeblendet/s);
  await expectAccessible(page, 'audit trail');

  await test.step('and who had asked for it, in the history of the conversation', async () => {
    await entries.first().getByRole('link', { name: 'Verlauf dieses Gesprächs' }).click();
    await expect(entries.filter({ hasText: 'bittet darum, einen Kommentar auszublenden' })).toContainText(
      'Anderer Grund',
    );
    await expect(entries.filter({ hasText: 'hat über eine Bitte um Ausblenden entschieden' })).toHaveCount(1);
    await expectAccessible(page, 'history of a conversation');
    await expect(page).toHaveURL(/thread=/);
    await page
      .getByRole('link', { name: /^Gespräch \d+$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/inbox\//);
  });

  await test.step('agents neither see the page nor get the entries', async () => {
    const theirs = await open(`${server.url}/audit`, agent);
    await expect(theirs.getByRole('alert')).toContainText('Das Protokoll konnte nicht geladen werden.');
    // Asking again would not help.
    await expect(theirs.getByRole('button', { name: 'Erneut versuchen' })).toHaveCount(0);
    await expect(theirs.getByRole('link', { name: 'Protokoll' })).toHaveCount(0);
  });

  await test.step('the trail is whole, beside the running house', () => {
    const { status, stdout } = verify(server.dataDir);
    expect([status, stdout]).toEqual([0, expect.stringContaining('The trail is whole.')]);
    expect(stdout).toMatch(
      /^\d{2,} entries checked\.\nFirst: 1 [0-9a-f]{64}\nLast: {2}\d+ [0-9a-f]{64}\nAll of them carry the seal of .*\n\d{2,} lines of /,
    );
  });
});

test('an administrator sees what the house could not process, and lets it be tried again', async ({ open }) => {
  const admin = await demoSignIn(server.url, 'admin');
  // As after seven tries: the follower has gone on without the fact.
  const database = new DatabaseSync(join(server.dataDir, 'stammgast.sqlite'));
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec(`
    INSERT INTO set_aside_facts (id, follower, seq, error, at)
    SELECT 'odd-one', 'notifications', max(seq), 'TypeError: cannot read mentions', 1772715600000
    FROM events WHERE kind = 'note.added'`);
  database.close();

  const page = await open(`${server.url}/profile`, admin);
  const late = Promise.withResolvers<void>();
  await page.route('**/api/views', (route) => late.promise.then(() => route.continue()));
  await page.goto(`${server.url}/audit`);
  // Far down in the navigation of an administrator, and in sight, also when more places come in above it.
  const here = page.getByRole('link', { name: 'Protokoll', exact: true });
  await expect(here).toBeInViewport({ ratio: 1 });
  late.resolve();
  await expect(page.getByRole('list', { name: 'Gemerkte Ansichten' })).toBeAttached();
  await expect(here).toBeInViewport({ ratio: 1 });
  const trouble = page.getByRole('region', { name: 'Nicht verarbeitete Meldungen' });
  await expect(trouble).toContainText(/Benachrichtigungen: Meldung \d+ \(.+\) zurückgestellt, .+/);
  await expect(trouble).toContainText('TypeError: cannot read mentions');
  await expectAccessible(page, 'a fact that was set aside');
  await trouble.getByRole('button', { name: /Meldung \d+ noch einmal versuchen/ }).click();
  await expect(page.getByText('Die Meldung ist verarbeitet.')).toBeVisible();
  await expect(trouble).toHaveCount(0);
  await expect
    .poll(async () => (await admin.call<Entries>('GET', '/api/audit?kind=house.changed')).entries[0])
    .toMatchObject({ details: { what: 'fact', follower: 'notifications' } });
});
