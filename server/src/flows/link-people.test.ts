import type { Platform } from '@stammgast/shared/contract/channels';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factsAfter } from '../events/events.queries.ts';
import { addTestPerson, openWorkingHouse } from '../testing/cast.ts';
import type { TestHouse } from '../testing/open-test-house.ts';
import { says } from '../testing/said.ts';
import { findAccounts, linkPeople, readPerson, unlinkPerson } from './link-people.ts';
import { readContext } from './read-threads.ts';
import { receiveComments } from './receive-comments.ts';

let house: TestHouse;
let anna: Actor;
let boss: Actor;
let accounts: Record<Place, { channelId: string; authorId: string; threadId: string }>;
type Place = 'facebook' | 'instagram' | 'x' | 'linkedin';
const places: readonly Place[] = ['facebook', 'instagram', 'x', 'linkedin'];
const handles: Record<Place, string> = { facebook: 'SabineK', instagram: '@sabinek', x: 'lena', linkedin: 'sabinek' };

beforeEach(async () => {
  house = await openWorkingHouse();
  const found: [Place, (typeof accounts)[Place]][] = [];
  for (const place of places) found.push([place, await guestOn(place)]);
  accounts = Object.fromEntries(found) as typeof accounts;
  const channels = [accounts.facebook.channelId, accounts.instagram.channelId, accounts.linkedin.channelId];
  anna = { personId: await addTestPerson(house, 'agent', channels), role: 'agent', channels };
  boss = { personId: await addTestPerson(house, 'admin'), role: 'admin', channels: 'all' };
});
afterEach(() => house.database.close());

async function guestOn(platform: Platform & Place) {
  const channelId = house.newId();
  const createdAt = house.clock.now();
  await house.database.transaction((tx) =>
    tx.insert(tx.tables.channels).values({ id: channelId, platform, name: platform, settings: {}, createdAt }),
  );
  const said = says(`on ${platform}`, { author: 'Sabine Keller' });
  if (said.kind !== 'comment') throw new Error('it says something');
  const comment = { ...said.comment, author: { ...said.comment.author, handle: handles[platform] } };
  await receiveComments(house, { id: channelId, language: null }, [{ kind: 'comment', comment }], { history: false });
  const db = house.database.reader;
  const stored = (await db.select().from(db.tables.comments)).find((one) => one.channelId === channelId);
  return { channelId, authorId: stored?.authorId ?? '', threadId: stored?.threadId ?? '' };
}
const link = (actor: Actor, a: Place, b: Place) => linkPeople(house, actor, accounts[a].authorId, accounts[b].authorId);
const earlierOf = async (actor: Actor, place: Place) => {
  const { earlier, total } = await readContext(house, actor, accounts[place].threadId);
  return { platforms: earlier.map((row) => row.platform).toSorted(), total };
};
const keys = async () => {
  const db = house.database.reader;
  return (await db.select().from(db.tables.authors)).flatMap((author) => author.personKey ?? []);
};

describe('the same person on several channels', () => {
  test('shows the earlier threads of all accounts, from each of them', async () => {
    expect(await earlierOf(anna, 'facebook')).toEqual({ platforms: [], total: 1 });
    await link(anna, 'facebook', 'instagram');
    expect(await earlierOf(anna, 'facebook')).toEqual({ platforms: ['instagram'], total: 2 });
    expect(await earlierOf(anna, 'instagram')).toEqual({ platforms: ['facebook'], total: 2 });
  });

  test('what one may not see is neither shown nor counted nor found', async () => {
    await link(anna, 'facebook', 'instagram');
    await link(boss, 'instagram', 'x');
    expect(await earlierOf(boss, 'facebook')).toEqual({ platforms: ['instagram', 'x'], total: 3 });
    expect(await earlierOf(anna, 'facebook')).toEqual({ platforms: ['instagram'], total: 2 });
    const person = await readPerson(house, anna, accounts.facebook.authorId);
    expect(person.accounts.map((one) => one.platform)).toEqual(['instagram']);
    const found = await findAccounts(house, anna, 'sabine');
    expect(found.accounts.map((one) => one.platform).toSorted()).toEqual(['facebook', 'instagram', 'linkedin']);
    await expect(readPerson(house, anna, accounts.x.authorId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('two linked persons become one, whoever is linked to whom', async () => {
    await link(boss, 'facebook', 'x');
    const before = await keys();
    await link(boss, 'x', 'instagram');
    expect(new Set([...before, ...(await keys())]).size).toBe(1);
    expect((await earlierOf(boss, 'instagram')).platforms).toEqual(['facebook', 'x']);
  });

  test('is suggested from equal handles only, and never linked by itself', async () => {
    const { suggestions } = await readPerson(house, boss, accounts.facebook.authorId);
    expect(suggestions.map((one) => one.platform)).toEqual(['instagram']);
    expect(await keys()).toEqual([]);
    await link(boss, 'facebook', 'instagram');
    expect((await readPerson(house, boss, accounts.facebook.authorId)).suggestions).toEqual([]);
  });

  test('search takes signs as they are written', async () => {
    expect((await findAccounts(house, boss, '%%')).accounts).toEqual([]);
    expect((await findAccounts(house, boss, '@sab')).accounts).toHaveLength(1);
  });
});

describe('what is refused', () => {
  const refused = { code: 'author.cannot_link', status: 422 };
  test('a network that forbids it, with its name, in either direction', async () => {
    const because = { ...refused, context: { platform: 'linkedin' } };
    await expect(link(anna, 'facebook', 'linkedin')).rejects.toMatchObject(because);
    await expect(link(anna, 'linkedin', 'facebook')).rejects.toMatchObject(because);
    expect((await readPerson(house, anna, accounts.linkedin.authorId)).suggestions).toEqual([]);
    expect(await keys()).toEqual([]);
  });

  test('itself, and accounts that one may not see: as if they were not there', async () => {
    await expect(link(anna, 'facebook', 'facebook')).rejects.toMatchObject(refused);
    await expect(link(anna, 'facebook', 'x')).rejects.toMatchObject(refused);
    await expect(linkPeople(house, anna, accounts.facebook.authorId, 'nobody')).rejects.toMatchObject(refused);
    await expect(link(anna, 'x', 'facebook')).rejects.toMatchObject({ code: 'not_found' });
    await expect(unlinkPerson(house, anna, accounts.x.authorId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await keys()).toEqual([]);
  });
});

describe('taking it back', () => {
  test('leaves nothing: no key on either account, and no fact that names both', async () => {
    await link(anna, 'facebook', 'instagram');
    await unlinkPerson(house, anna, accounts.instagram.authorId);
    expect(await keys()).toEqual([]);
    const told = (await factsAfter(house.database.reader, 0, 100)).filter((fact) => fact.kind === 'author.linked');
    expect(told).toHaveLength(4);
    for (const fact of told) {
      const named = [accounts.facebook, accounts.instagram].filter((one) =>
        JSON.stringify(fact.payload).includes(one.authorId),
      );
      expect(named).toHaveLength(1);
    }
  });

  test('of three two stay together', async () => {
    await link(boss, 'facebook', 'instagram');
    await link(boss, 'instagram', 'x');
    await unlinkPerson(house, boss, accounts.instagram.authorId);
    expect((await earlierOf(boss, 'facebook')).platforms).toEqual(['x']);
    expect((await earlierOf(boss, 'instagram')).platforms).toEqual([]);
  });
});
