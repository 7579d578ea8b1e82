// Where the stories of the demo happen: a house whose clock is moved and whose transactions are all the same one.
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { ChannelKey, StaffKey } from '../demo/hotel.ts';
import { type CommentRow, commentsByExternalId } from '../intake/intake.queries.ts';
import type { Db } from '../storage/database.ts';
import type { House } from './house.ts';

export interface Stage {
  readonly house: House;
  readonly tx: Db;
  readonly now: Date;
  setTime(at: Date): void;
  readonly channelIds: ReadonlyMap<ChannelKey, string>;
  readonly actors: ReadonlyMap<StaffKey, Actor>;
}

export function idOf({ channelIds }: Stage, key: ChannelKey): string {
  const id = channelIds.get(key);
  if (!id) throw new Error(`no channel ${key}`);
  return id;
}

export function actorOf({ actors }: Stage, key: StaffKey): Actor {
  const actor = actors.get(key);
  if (!actor) throw new Error(`nobody called ${key}`);
  return actor;
}

export async function commentOf({ tx }: Stage, channelId: string, externalId: string): Promise<CommentRow> {
  const [comment] = await commentsByExternalId(tx, channelId, [externalId]);
  if (!comment) throw new Error('a story goes on that has not begun');
  return comment;
}
