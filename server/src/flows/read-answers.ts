// What was said on a channel lately, so that whoever writes now does not say the same again.
import { type Actor, sees } from '@stammgast/shared/domain/permissions';
import { notFound } from '../http/problem.ts';
import { publicTexts } from '../replies/replies.queries.ts';
import { channelById } from '../threads/detail.queries.ts';
import type { House } from './house.ts';

const RECENT = 20;

export async function listRecentAnswers(house: House, actor: Actor, channelId: string): Promise<{ answers: string[] }> {
  const db = house.database.reader;
  if (!sees(actor, channelId) || !(await channelById(db, channelId))) throw notFound();
  return { answers: await publicTexts(db, channelId, RECENT) };
}
