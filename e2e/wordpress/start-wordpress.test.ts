import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordPressMissing } from './php.ts';
import { startWordPress, type WordPress } from './start-wordpress.ts';

const missing = wordPressMissing();
if (missing) console.warn(`The tests of the real WordPress are skipped: ${missing}`);

const anna = { author: 'Anna Kritisch', email: 'anna@example.test' };

const listed = async (blog: WordPress, query: string) => {
  const answer = await blog.wpRest(`wp/v2/comments?context=edit&${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { id: number; parent: number; status: string; content: { raw: string } }[];
};

describe.skipIf(missing)('a real WordPress', () => {
  let blog: WordPress;
  beforeAll(async () => {
    blog = await startWordPress();
  }, 300_000);
  afterAll(() => blog?.stop());

  it('shows a comment written through the public form, at once and to everybody', async () => {
    const id = await blog.visitorComments({ ...anna, text: 'Das Frühstück war kalt <b>und</b> spät.' });
    expect(await blog.commentsOnPage()).toContain('Das Frühstück war kalt');
    expect(await listed(blog, 'status=all')).toContainEqual(expect.objectContaining({ id, status: 'approved' }));
  });

  it('takes several comments of one visitor in a row, and an answer below one of them', async () => {
    const first = await blog.visitorComments({ ...anna, text: 'Eins.' });
    const second = await blog.visitorComments({ ...anna, text: 'Zwei.', parent: first });
    const body = JSON.stringify({ post: blog.postId, parent: second, content: 'Das tut uns leid.' });
    const answer = await blog.wpRest('wp/v2/comments', { method: 'POST', body });
    expect(answer.status).toBe(201);
    expect((await blog.commentsOnPage()).split('Das tut uns leid.')).toHaveLength(2);
    const again = await blog.wpRest('wp/v2/comments', { method: 'POST', body });
    expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ code: 'comment_duplicate' })]);
  });

  it('edits and trashes a comment as the owners of the blog do', async () => {
    const id = await blog.visitorComments({ ...anna, text: 'Nie wieder!' });
    await blog.editComment(id, 'Vielleicht doch wieder.');
    expect((await listed(blog, 'status=all')).find((comment) => comment.id === id)?.content.raw).toBe(
      'Vielleicht doch wieder.',
    );
    await blog.trashComment(id);
    expect((await listed(blog, 'status=all')).map((comment) => comment.id)).not.toContain(id);
    expect((await listed(blog, 'status=trash')).map((comment) => comment.id)).toContain(id);
    expect(await blog.commentsOnPage()).not.toContain('Vielleicht doch wieder.');
  });

  it('refuses a wrong application password', async () => {
    const authorization = `Basic ${Buffer.from(`${blog.user}:falsch`).toString('base64')}`;
    const answer = await fetch(`${blog.url}/wp-json/wp/v2/users/me`, { headers: { authorization } });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'rest_not_logged_in' }),
    ]);
  });

  it('stores an answer before a delayed confirmation arrives', async () => {
    const parent = await blog.visitorComments({ ...anna, text: 'Hört mich jemand?' });
    blog.delayConfirmations(3_000);
    const init = { method: 'POST', body: JSON.stringify({ post: blog.postId, parent, content: 'Ja, wir.' }) };
    const unconfirmed = blog.wpRest('wp/v2/comments', { ...init, signal: AbortSignal.timeout(1_000) });
    await expect(unconfirmed).rejects.toThrow();
    blog.delayConfirmations(0);
    expect((await listed(blog, `status=all&parent=${parent}`)).map((comment) => comment.content.raw)).toEqual([
      'Ja, wir.',
    ]);
  });
});

describe.skipIf(missing)('a second WordPress', () => {
  it('starts in less than two seconds, empty, beside the first, and holds comments when asked to', async () => {
    const first = await startWordPress();
    await first.visitorComments({ ...anna, text: 'Nur hier.' });
    const since = performance.now();
    const second = await startWordPress({ moderation: 'hold' });
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(await listed(second, 'status=all')).toEqual([]);
    const held = await second.visitorComments({ ...anna, text: 'Bitte freigeben.' });
    expect(await listed(second, 'status=hold')).toEqual([expect.objectContaining({ id: held, status: 'hold' })]);
    expect(await second.commentsOnPage()).not.toContain('Bitte freigeben.');
    await Promise.all([first.stop(), second.stop()]);
    await expect(fetch(second.url)).rejects.toThrow();
  });
});
