// People say that accounts belong to one human. Never by itself, never where a network forbids it, and without a trace when it is taken back.
import type { Account } from '@stammgast/shared/contract/authors';
import { mayLinkPeople } from '@stammgast/shared/domain/linking';
import type { Actor } from '@stammgast/shared/domain/permissions';
import { record } from '../events/record.ts';
import { notFound, problem } from '../http/problem.ts';
import type { Db } from '../storage/database.ts';
import {
  type AccountRecord,
  accountById,
  accountsByHandle,
  accountsByText,
  accountsOfPerson,
  joinPeople,
  leavePerson,
} from '../threads/authors.queries.ts';
import type { House } from './house.ts';

const present = ({ author, channelId, channelName, platform }: AccountRecord): Account => ({
  author,
  channelId,
  channelName,
  platform,
});

export async function readPerson(house: House, actor: Actor, authorId: string) {
  const db = house.database.reader;
  const account = await accountById(db, actor, authorId);
  if (!account) throw notFound();
  const accounts = await accountsOfPerson(db, actor, account);
  const known = new Set(accounts.map((one) => one.author.id));
  const alike = mayLinkPeople(account.platform) ? await accountsByHandle(db, actor, account) : [];
  const suggestions = alike.filter((one) => !known.has(one.author.id) && mayLinkPeople(one.platform));
  return { accounts: accounts.map(present), suggestions: suggestions.map(present) };
}

export async function findAccounts(house: House, actor: Actor, text: string) {
  return { accounts: (await accountsByText(house.database.reader, actor, text)).map(present) };
}

export async function linkPeople(house: House, actor: Actor, authorId: string, otherId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    await lockPeople(tx);
    const account = await accountById(tx, actor, authorId);
    if (!account) throw notFound();
    const other = await accountById(tx, actor, otherId);
    if (!other || other.author.id === authorId || account.author.own || other.author.own)
      throw problem('author.cannot_link', 422);
    const forbidden = [account, other].find((one) => !mayLinkPeople(one.platform));
    if (forbidden) throw problem('author.cannot_link', 422, { platform: forbidden.platform });
    const keys = [account, other].flatMap((one) => one.personKey ?? []);
    await joinPeople(tx, [authorId, otherId], keys, keys[0] ?? house.newId());
    await tell(house, tx, actor, [account, other], true);
  });
}

export async function unlinkPerson(house: House, actor: Actor, authorId: string): Promise<void> {
  await house.database.transaction(async (tx) => {
    await lockPeople(tx);
    const account = await accountById(tx, actor, authorId);
    if (!account) throw notFound();
    if (!account.personKey) return;
    const others = await accountsOfPerson(tx, actor, account);
    await leavePerson(tx, authorId, account.personKey);
    await tell(house, tx, actor, [account, ...others], false);
  });
}

/** Two who link at once must not leave one person with two keys. */
const lockPeople = (tx: Db): Promise<void> => tx.dialect.lock(tx, 'people-outside');

/** One fact for each account, so that the log does not keep who was linked to whom. */
async function tell(house: House, tx: Db, actor: Actor, accounts: readonly AccountRecord[], linked: boolean) {
  await record(
    tx,
    house.clock.now(),
    accounts.map(({ author, channelId, externalId }) => ({
      kind: 'author.linked' as const,
      channelId,
      personId: actor.personId,
      payload: { authorId: author.id, linked, subject: house.vault.mark(`${channelId} ${externalId}`) },
      change: { before: { linked: !linked }, after: { linked } },
    })),
  );
}
