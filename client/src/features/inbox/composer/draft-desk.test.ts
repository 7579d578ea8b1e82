import type { Draft } from '@stammgast/shared/contract/drafts';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../live/store.ts';
import { createDesk } from './draft-desk.ts';
import type { Page } from './pages.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const refused = (code: string) => Object.assign(new Error(code), { code });

/** A server with one draft per kind, and a window at it. */
function stage() {
  const server = new Map<string, Draft>();
  const copies = new Map<string, Page>();
  const timers: { wait: number; run: () => void }[] = [];
  const seen = { saves: 0, down: false, keys: 0 };
  const open = () =>
    createDesk(
      {
        save: async (threadId, kind, page) => {
          if (seen.down) throw refused('network');
          const before = server.get(kind);
          if (before && (before.version !== page.base || before.idempotencyKey !== page.idempotencyKey))
            throw refused('draft.changed');
          seen.saves += 1;
          const { body, commentId, shared, said, idempotencyKey, snippetId } = page;
          const draft: Draft = {
            ...{ threadId, kind, body, commentId, shared, said: said ?? 0, idempotencyKey, snippetId },
            ...{ personId: 'anna', personName: 'Anna', commentBody: null, updatedAt: '', version: page.base + 1 },
          };
          server.set(kind, draft);
          return draft;
        },
        remove: async (_threadId, kind) => server.delete(kind),
        fetch: async () => [...server.values()],
        codeOf: (error) => (error as { code: string }).code,
        keepCopy: (key, page) => void (page ? copies.set(key, page) : copies.delete(key)),
        copies: () => [...copies],
        after: (wait, run) => {
          const timer = { wait, run };
          timers.push(timer);
          return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
        },
        newKey: () => `key-${++seen.keys}`,
      },
      createStore({}),
    );
  const pass = async () => {
    for (const timer of timers.splice(0)) timer.run();
    await settle();
  };
  return { server, copies, timers, seen, open, pass };
}
const KEY = 't answer';

describe('writing', () => {
  it('is saved after a pause, with a local copy until the server has it', async () => {
    const { server, copies, timers, seen, open, pass } = stage();
    const desk = open();
    desk.change(KEY, { body: 'Guten' });
    desk.change(KEY, { body: 'Guten Tag' });
    expect(timers.map(({ wait }) => wait)).toEqual([600]);
    expect(copies.get(KEY)?.body).toBe('Guten Tag');
    await pass();
    expect([server.get('answer')?.body, seen.saves, copies.size]).toEqual(['Guten Tag', 1, 0]);
    desk.change(KEY, { body: 'Guten Tag, Frau' });
    await pass();
    expect(server.get('answer')).toMatchObject({ body: 'Guten Tag, Frau', version: 2 });
  });

  it('goes on while the server is away, and is saved when it is back', async () => {
    const { server, copies, timers, seen, open, pass } = stage();
    const desk = open();
    seen.down = true;
    desk.change(KEY, { body: 'Guten Tag' });
    await pass();
    await pass();
    expect(timers.map(({ wait }) => wait)).toEqual([2000]);
    expect(copies.get(KEY)?.body).toBe('Guten Tag');
    seen.down = false;
    await pass();
    expect([server.get('answer')?.body, copies.size]).toEqual(['Guten Tag', 0]);
  });

  it('of a window that died is saved by the next one', async () => {
    const { server, copies, timers, open, pass } = stage();
    open().change(KEY, { body: 'Guten Tag' });
    timers.splice(0);
    expect(open().read(KEY).body).toBe('Guten Tag');
    await pass();
    expect([server.get('answer')?.body, copies.size]).toEqual(['Guten Tag', 0]);
  });

  it('that is deleted ends the draft', async () => {
    const { server, open, pass } = stage();
    const desk = open();
    desk.change(KEY, { body: 'Guten Tag' });
    await pass();
    desk.change(KEY, { body: '' });
    await pass();
    expect(server.size).toBe(0);
  });
});

describe('what the server has', () => {
  it('is laid on a desk where nothing is being written', async () => {
    const { server, open, pass } = stage();
    const first = open();
    first.change(KEY, { body: 'Guten Tag' });
    await pass();
    const second = open();
    second.glance('t')([...server.values()]);
    expect(second.read(KEY)).toMatchObject({ body: 'Guten Tag', base: 1, idempotencyKey: 'key-1' });
    second.glance('t')([]);
    expect(second.peek(KEY)).toBeUndefined();
  });

  it('follows what grows in another window, until something is written here', async () => {
    const { server, open, pass } = stage();
    const [there, here] = [open(), open()];
    const write = async (body: string) => {
      there.change(KEY, { body });
      await pass();
      here.glance('t')([...server.values()]);
      return here.read(KEY).body;
    };
    expect([await write('Guten'), await write('Guten Tag')]).toEqual(['Guten', 'Guten Tag']);
    here.change(KEY, { body: 'Guten Tag, Frau Keller' });
    here.glance('t')([...server.values()]);
    await pass();
    expect(server.get('answer')).toMatchObject({ body: 'Guten Tag, Frau Keller', version: 3 });
    here.change(KEY, { body: 'Guten Tag, Frau Keller und' });
    expect(await write('Guten Abend')).toBe('Guten Tag, Frau Keller und');
  });

  it('does not overwrite what was written while it was on its way', async () => {
    const { open, pass } = stage();
    const desk = open();
    const lay = desk.glance('t');
    desk.change(KEY, { body: 'Guten Tag' });
    await pass();
    lay([]);
    expect(desk.read(KEY).body).toBe('Guten Tag');
  });

  it('does not bring back what was sent', async () => {
    const { server, open, pass } = stage();
    const desk = open();
    desk.change(KEY, { body: 'Guten Tag' });
    await pass();
    expect(desk.clear(KEY, 'Guten Tag')).toBe(true);
    desk.glance('t')([...server.values()]);
    expect(desk.peek(KEY)).toBeUndefined();
    expect(desk.read(KEY).body).toBe('');
  });

  it('keeps what was typed while the answer was on its way, under a key of its own', async () => {
    const { open, pass } = stage();
    const desk = open();
    desk.change(KEY, { body: 'Guten Tag' });
    const { idempotencyKey } = desk.read(KEY);
    await pass();
    desk.change(KEY, { body: 'Guten Tag, und noch etwas' });
    expect(desk.clear(KEY, 'Guten Tag')).toBe(false);
    expect(desk.read(KEY)).toMatchObject({ body: 'Guten Tag, und noch etwas', base: 0 });
    expect(desk.read(KEY).idempotencyKey).not.toBe(idempotencyKey);
  });
});

it('goes along when its thread becomes part of another one', async () => {
  const { open, pass, server } = stage();
  const desk = open();
  desk.change('old answer', { body: 'Und zum Kuchen' });
  desk.change(KEY, { body: 'Zum Tee' });
  desk.move('old', 't');
  expect([desk.read(KEY).body, desk.peek('old answer')]).toEqual(['Zum Tee\n\nUnd zum Kuchen', undefined]);
  await pass();
  expect(server.get('answer')?.body).toBe('Zum Tee\n\nUnd zum Kuchen');
});

describe('two windows', () => {
  const both = async () => {
    const { open, pass, server, ...rest } = stage();
    const [one, two] = [open(), open()];
    one.change(KEY, { body: 'Guten Tag' });
    await pass();
    two.change(KEY, { body: 'Guten Abend' });
    await pass();
    return { two, server, pass, ...rest };
  };

  it('show both texts, and save nothing until a person has decided', async () => {
    const { two, server, timers } = await both();
    expect(two.read(KEY)).toMatchObject({ body: 'Guten Abend', elsewhere: { body: 'Guten Tag' } });
    expect(server.get('answer')?.body).toBe('Guten Tag');
    expect(timers).toEqual([]);
  });

  it.each([
    ['mine', 'Guten Abend'],
    ['theirs', 'Guten Tag'],
    ['both', 'Guten Tag\n\nGuten Abend'],
  ] as const)('%s: %s', async (choice, text) => {
    const { two, server, pass } = await both();
    two.decide(KEY, choice);
    await pass();
    expect([two.read(KEY).body, two.read(KEY).elsewhere, server.get('answer')?.body]).toEqual([text, null, text]);
  });

  it('where the other one has sent its text, this one goes on with a key of its own', async () => {
    const { open, pass, server } = stage();
    const desk = open();
    desk.change(KEY, { body: 'Guten Tag' });
    await pass();
    const sent = server.get('answer') as Draft;
    // Refused because it was sent; nothing is there any more when this window looks.
    server.set('answer', { ...sent, version: 9 });
    desk.change(KEY, { body: 'Guten Tag, Frau' });
    const saving = desk.saveNow();
    server.delete('answer');
    await saving;
    await pass();
    expect(server.get('answer')).toMatchObject({ body: 'Guten Tag, Frau', idempotencyKey: 'key-2' });
  });
});
