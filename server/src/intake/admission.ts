import type { NewId } from '../config/ids.ts';
import type { Db } from '../storage/database.ts';
import { type AuthorRow, upsertAuthors, upsertPosts } from './intake.queries.ts';
import type { Addition } from './plan.ts';

export interface AdmittedAuthors {
  readonly byExternalId: ReadonlyMap<string, AuthorRow>;
  /** Those who had written before. */
  readonly known: readonly string[];
}

/** Makes sure that all authors of these comments exist, once per channel. */
export async function admitAuthors(
  newId: NewId,
  tx: Db,
  channelId: string,
  additions: readonly Addition[],
): Promise<AdmittedAuthors> {
  const wanted = new Map(
    additions.map(({ comment: { author } }) => [author.externalId, { id: newId(), channelId, ...author }]),
  );
  if (wanted.size === 0) return { byExternalId: new Map(), known: [] };
  const rows = await upsertAuthors(tx, [...wanted.values()]);
  return {
    byExternalId: new Map(rows.map((row) => [row.externalId, row])),
    known: rows.filter((row) => row.id !== wanted.get(row.externalId)?.id).map((row) => row.id),
  };
}

/** Makes sure that the posts exist; external id → our id. */
export async function admitPosts(
  newId: NewId,
  tx: Db,
  channelId: string,
  additions: readonly Addition[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(
    additions.flatMap(({ comment: { post } }) =>
      post ? [[post.externalId, { id: newId(), channelId, ...post }]] : [],
    ),
  );
  if (wanted.size === 0) return new Map();
  const rows = await upsertPosts(tx, [...wanted.values()]);
  return new Map(rows.map((row) => [row.externalId, row.id]));
}
