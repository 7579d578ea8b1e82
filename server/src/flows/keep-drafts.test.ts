import type { Draft } from '@stammgast/shared/contract/drafts';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTestPerson } from '../testing/cast.ts';
import { undoReply } from './decide-reply.ts';
import { type DraftText, listDrafts, listDraftVersions, removeDraft, saveDraft } from './keep-drafts.ts';
import { readThread } from './read-threads.ts';
import { openStage, type Stage } from './replies.suite.ts';
import { addNote } from './write-notes.ts';

let stage: Stage;
let ben: Actor;
beforeEach(async () => {
  stage = await openStage();
  const personId = await addTestPerson(stage.house, 'agent', [stage.channelId]);
  ben = { personId, role: 'agent', channels: [stage.channelId] };
});
afterEach(() => stage.close());

const text = (body: string, more: Partial<DraftText> = {}): DraftText => ({
  body,
  commentId: stage.commentId,
  shared: true,
  said: 1,
  idempotencyKey: 'key-of-this-editor',
  snippetId: null,
  base: 0,
  keep: false,
  ...more,
});
const save = (body: string, more: Partial<DraftText> = {}, actor = stage.actor, kind: Draft['kind'] = 'answer') =>
  saveDraft(stage.house, actor, stage.threadId, kind, text(body, more));
const read = (actor = stage.actor) => listDrafts(stage.house, actor, stage.threadId);
const earlier = async (actor = stage.actor) =>
  (await listDraftVersions(stage.house, actor, stage.threadId)).map((version) => version.body);
const changed = expect.objectContaining({ code: 'draft.changed', status: 409 });

describe('a draft', () => {
  test('is found again with the thread, on whichever device', async () => {
    const draft = await save('Guten T');
    expect(draft).toMatchObject({ body: 'Guten T', version: 1, commentBody: 'Das Frühstück war kalt.', shared: true });
    expect(await save('Guten Tag', { base: 1 })).toMatchObject({ body: 'Guten Tag', version: 2 });
    await save('Küche fragen', { commentId: null }, stage.actor, 'note');
    const { drafts } = await readThread(stage.house, stage.actor, stage.threadId);
    expect(drafts.map((one) => [one.kind, one.body])).toEqual([
      ['answer', 'Guten Tag'],
      ['note', 'Küche fragen'],
    ]);
  });

  test('is read by colleagues if it is shared, and by nobody else otherwise', async () => {
    await save('Guten Tag');
    expect(await read(ben)).toMatchObject([{ body: 'Guten Tag', personName: 'Anna agent', idempotencyKey: null }]);
    await save('Guten Tag', { base: 1, shared: false });
    expect(await read(ben)).toEqual([]);
    const stranger = { ...ben, channels: ['another'] };
    await expect(read(stranger)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(save('Guten Tag', {}, stranger)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('tells colleagues when it begins, ends or changes hands, not of each letter, and nothing while private', async () => {
    const told = async () => (await stage.facts()).filter((kind) => kind === 'draft.changed').length;
    await save('G', { shared: false });
    await save('Gu', { base: 1, shared: false });
    expect(await told()).toBe(0);
    await save('Gut', { base: 2 });
    await save('Gute', { base: 3 });
    await save('Guten', { base: 4 });
    expect(await told()).toBe(1);
    await removeDraft(stage.house, stage.actor, stage.threadId, 'answer', 5);
    expect(await told()).toBe(2);
  });

  test('of an answer is for those who may answer', async () => {
    const lead: Actor = { ...ben, role: 'supervisor' };
    await expect(save('Guten Tag', {}, lead)).rejects.toMatchObject({ code: 'auth.forbidden', status: 403 });
    expect(await save('Küche fragen', { commentId: null }, lead, 'note')).toMatchObject({ version: 1 });
  });

  test('names comments that its writer may see, and keeps its place when one has left the thread', async () => {
    await expect(save('Guten Tag', { commentId: 'none' })).rejects.toMatchObject({
      code: 'input.invalid',
      status: 422,
    });
    expect(await read()).toEqual([]);
    stage.house.clock.forward(1000);
    const other = await stage.say('c9', { parent: 'c8' });
    expect(await save('Guten Tag', { commentId: other.commentId })).toMatchObject({ commentId: null });
  });

  test('remembers the text that was answered, until its writer has read the newest', async () => {
    await save('Guten Tag');
    await stage.say('c1', { body: 'Das Frühstück war eiskalt.' });
    expect(await save('Guten Tag, das', { base: 1 })).toMatchObject({
      commentBody: 'Das Frühstück war kalt.',
      said: 1,
    });
    expect(await save('Guten Tag, das', { base: 2, said: 2 })).toMatchObject({
      commentBody: 'Das Frühstück war eiskalt.',
    });
  });
});

describe('two windows of one person', () => {
  test('the second is told, and both texts are kept', async () => {
    await save('Guten Tag');
    await save('Guten Tag, Frau Keller', { base: 1 });
    await expect(save('Guten Abend', { base: 1 })).rejects.toEqual(changed);
    expect(await read()).toMatchObject([{ body: 'Guten Tag, Frau Keller', version: 2 }]);
    expect(await earlier()).toEqual(['Guten Abend']);
    expect(await save('Guten Abend', { base: 2, keep: true })).toMatchObject({ version: 3 });
    expect(await earlier()).toEqual(['Guten Tag, Frau Keller', 'Guten Abend']);
  });

  test('that begin at the same moment', async () => {
    const bodies = ['Guten Tag', 'Guten Abend'];
    const results = await Promise.allSettled(
      bodies.map((body, i) => save(body, { idempotencyKey: `key-of-editor-${i}` })),
    );
    expect(results.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect([...(await read()).map((draft) => draft.body), ...(await earlier())].toSorted()).toEqual(bodies.toSorted());
  });

  test('with the same text are one', async () => {
    await save('Guten Tag');
    expect(await save('Guten Tag')).toMatchObject({ version: 1 });
    expect(await earlier()).toEqual([]);
  });

  test('one does not bring back what the other one has sent', async () => {
    await save('Guten Tag');
    await stage.reply({ body: 'Guten Tag' });
    await expect(save('Guten Tag, Frau', { base: 1 })).rejects.toEqual(changed);
    expect(await read()).toEqual([]);
    expect(await earlier()).toEqual(['Guten Tag, Frau']);
  });

  test('one does not give up what the other one has written since', async () => {
    await save('Guten Tag');
    await save('Guten Tag, Frau Keller', { base: 1 });
    await expect(removeDraft(stage.house, stage.actor, stage.threadId, 'answer', 1)).rejects.toEqual(changed);
    expect(await read()).toHaveLength(1);
  });
});

describe('earlier texts', () => {
  test('are those of another sitting and those that lost much, not every letter', async () => {
    await save('Guten Tag');
    await save('Guten Tag, Frau Keller', { base: 1 });
    stage.house.clock.forward(3 * 60_000);
    await save('Guten Tag, Frau Keller!', { base: 2 });
    await save('Hallo', { base: 3 });
    expect(await earlier()).toEqual(['Guten Tag, Frau Keller!', 'Guten Tag, Frau Keller']);
    expect(await earlier(ben)).toEqual([]);
  });

  test('outlive the draft that was given up', async () => {
    await save('Guten Tag');
    await removeDraft(stage.house, stage.actor, stage.threadId, 'answer', 1);
    expect(await read()).toEqual([]);
    expect(await earlier()).toEqual(['Guten Tag']);
  });
});

describe('sending', () => {
  test('ends the draft in the same transaction; taking the answer back brings it again', async () => {
    await save('Das tut uns leid.');
    const { id } = await stage.reply({ body: 'Das tut uns leid.' });
    expect(await read()).toEqual([]);
    await undoReply(stage.house, stage.actor, id);
    expect(await read()).toMatchObject([{ body: 'Das tut uns leid.', commentId: stage.commentId, said: 1 }]);
    expect(await earlier()).toEqual([]);
  });

  test('a text that was written meanwhile stands below the one that comes back', async () => {
    const { id } = await stage.reply({ body: 'Erste Antwort' });
    await save('Zweite', { idempotencyKey: 'the-next-editor' });
    await undoReply(stage.house, stage.actor, id);
    expect(await read()).toMatchObject([{ body: 'Erste Antwort\n\nZweite' }]);
    expect(await earlier()).toEqual(['Zweite']);
  });

  test('what the critic said during the hold is not read by coming back', async () => {
    const { id } = await stage.reply();
    stage.house.clock.forward(1000);
    await stage.say('c2', { parent: 'c1' });
    await undoReply(stage.house, stage.actor, id);
    expect(await read()).toMatchObject([{ said: 1 }]);
  });

  test('leaves a colleague’s draft alone, and the words of another window to be found', async () => {
    await save('Wir prüfen das.', { idempotencyKey: 'key-of-ben-000' }, ben);
    await save('Das tut uns leid. Wirklich.');
    await stage.reply({ body: 'Das tut uns leid.' });
    expect(await read()).toMatchObject([{ body: 'Wir prüfen das.' }]);
    expect(await earlier()).toEqual(['Das tut uns leid. Wirklich.']);
  });

  test('a note ends its draft too', async () => {
    await save('Küche fragen', { commentId: null }, stage.actor, 'note');
    await addNote(stage.house, stage.actor, stage.threadId, { body: 'Küche fragen' });
    expect(await read()).toEqual([]);
  });
});

test('threads that become one carry drafts along; a second one of a person is kept as an earlier text', async () => {
  stage.house.clock.forward(1000);
  const other = await stage.say('c3', { parent: 'c2' });
  await save('Zum ersten');
  const second = text('Zum dritten', { commentId: other.commentId, idempotencyKey: 'key-of-editor-2' });
  await saveDraft(stage.house, stage.actor, other.threadId, 'answer', second);
  const bens = (body: string, base: number) =>
    saveDraft(stage.house, ben, other.threadId, 'answer', text(body, { idempotencyKey: 'key-of-ben-000', base }));
  await bens('Von B', 0);
  await stage.say('c2', { parent: 'c1' });
  expect(await read()).toMatchObject([{ body: 'Zum ersten' }, { body: 'Von B', personId: ben.personId }]);
  expect(await earlier()).toEqual(['Zum dritten']);
  // Ben still has the old address open.
  expect(await bens('Von Ben', 1)).toMatchObject({ threadId: stage.threadId, version: 2 });
});
