// What people do with an incident: tick what is done, take the lead, say what it was, write down what was learnt.
import type { IncidentReport } from '@stammgast/shared/contract/radar';
import type { Actor } from '@stammgast/shared/domain/permissions';
import type { PlaybookStep, Verdict } from '@stammgast/shared/domain/radar/playbook';
import { record } from '../events/record.ts';
import { notFound } from '../http/problem.ts';
import {
  channelsOfIncidents,
  type IncidentRow,
  incidentsFor,
  type NewIncident,
  updateIncident,
} from '../radar/incidents.queries.ts';
import type { House } from './house.ts';
import { readIncident } from './read-radar.ts';

export interface IncidentChange {
  readonly step?: { readonly name: PlaybookStep; readonly done: boolean } | undefined;
  readonly lead?: true | undefined;
  readonly verdict?: Verdict | null | undefined;
  readonly lesson?: string | undefined;
}

export async function changeIncident(
  house: House,
  actor: Actor,
  number: number,
  wanted: IncidentChange,
): Promise<IncidentReport> {
  return house.database.transaction(async (tx) => {
    await tx.dialect.lock(tx, 'radar');
    const [row] = await incidentsFor(tx, actor, { number }, 1);
    if (!row) throw notFound();
    const now = house.clock.now();
    const change = columnsOf(row, wanted, actor.personId, now);
    if (Object.keys(change).length > 0) {
      await updateIncident(tx, number, change);
      const channels = (await channelsOfIncidents(tx, [number])).map(({ channelId }) => channelId);
      const [after] = await incidentsFor(tx, actor, { number }, 1);
      const payload = { incident: number, channels, before: stateOf(row), after: stateOf(after ?? row) };
      await record(tx, now, [
        { kind: 'radar.changed', channelId: channels[0] ?? null, personId: actor.personId, payload },
      ]);
    }
    return readIncident(tx, actor, number);
  });
}

/** For the trail; what was learnt is a text of people, and stays where it stands. */
const stateOf = ({ leads, verdict, steps }: IncidentRow) => ({
  leaderId: leads.at(-1)?.personId ?? null,
  verdict,
  steps: steps.map(({ step }) => step),
});

function columnsOf(
  row: IncidentRow,
  { step, lead, verdict, lesson }: IncidentChange,
  personId: string,
  now: Date,
): Partial<NewIncident> {
  const at = now.toISOString();
  return {
    ...(step && stepsAfter(row, step, { at, personId })),
    // Whoever leads already cannot take it.
    ...(lead && row.leads.at(-1)?.personId !== personId && { leads: [...row.leads, { at, personId }] }),
    ...(verdict !== undefined &&
      verdict !== row.verdict && {
        verdict,
        verdictBy: verdict && personId,
        verdictAt: verdict && now,
      }),
    ...(lesson !== undefined && lesson !== row.lesson && { lesson, lessonBy: lesson ? personId : null }),
  };
}

function stepsAfter(
  { steps }: IncidentRow,
  { name, done }: { name: PlaybookStep; done: boolean },
  by: { at: string; personId: string },
): Partial<NewIncident> {
  const ticked = steps.some(({ step }) => step === name);
  if (ticked === done) return {};
  return { steps: done ? [...steps, { step: name, ...by }] : steps.filter(({ step }) => step !== name) };
}
