import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { beginMark, glanceAtReads, readsIn } from './reads.ts';

const thread = { id: 't1' };
const noon = '2026-03-05T12:00:00.000Z';
const one = '2026-03-05T13:00:00.000Z';

function aHouse(readAt?: string) {
  const client = new QueryClient();
  const ask = () => {
    const learn = glanceAtReads(client);
    return (told?: string) => learn([thread], told === undefined ? {} : { t1: told });
  };
  ask()(readAt);
  return {
    ask,
    mark: (at?: string) => beginMark(client, thread.id, at),
    shown: () => readsIn(client)[thread.id],
  };
}

it('keeps what was marked while a list was on its way, be it unread or read', () => {
  const { ask, mark, shown } = aHouse(noon);
  const older = ask();
  const unread = mark();
  older(noon);
  expect(shown()).toBeUndefined();
  // Asked for before the mark was stored: nobody knows which came first.
  const between = ask();
  unread(true);
  between(noon);
  expect(shown()).toBeUndefined();

  const asUnread = ask();
  mark(one)(true);
  asUnread();
  expect(shown()).toBe(one);
});

it('learns from lists that were asked for since, also what another window has marked as unread', () => {
  const { ask, mark, shown } = aHouse();
  mark(noon)(true);
  ask()(one);
  expect(shown()).toBe(one);
  ask()();
  expect(shown()).toBeUndefined();
});

it('takes back only what was refused, in whatever order', () => {
  const { mark, shown } = aHouse(noon);
  const unread = mark();
  const read = mark(one);
  unread(false);
  expect(shown()).toBe(one);
  read(false);
  expect(shown()).toBe(noon);
});

it('leaves threads alone that a list does not hold', () => {
  const client = new QueryClient();
  beginMark(client, 't2', noon)(true);
  glanceAtReads(client)([thread], {});
  expect(readsIn(client)).toEqual({ t2: noon });
});
