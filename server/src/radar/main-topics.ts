import { type Topic, topics } from '@stammgast/shared/domain/assessment';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { Db } from '../storage/database.ts';
import { criticismIn } from './incidents.queries.ts';
import { topicsOf } from './voice.ts';

/** What most of the criticism in each incident is about, on the channels that the reader sees. */
export async function mainTopics(db: Db, actor: Actor, incidents: readonly number[]): Promise<Map<number, Topic[]>> {
  if (incidents.length === 0) return new Map();
  const counted = Map.groupBy(await criticismIn(db, actor, incidents), ({ incident }) => incident);
  return new Map([...counted].map(([incident, some]) => [incident, mostlyIn(some)]));
}

interface Counted {
  readonly topics: string | null;
  readonly count: number;
}

function mostlyIn(some: readonly Counted[]): Topic[] {
  const sum = (rows: readonly Counted[]) => rows.reduce((total, { count }) => total + count, 0);
  const all = sum(some);
  return topics.filter((topic) => sum(some.filter((row) => topicsOf(row.topics).includes(topic))) * 2 > all);
}
