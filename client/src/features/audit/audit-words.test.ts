import {
  type AuditTopic,
  auditActors,
  auditDetails,
  auditFields,
  auditTopics,
  type TrackedKind,
  trackedKinds,
} from '@stammgast/shared/contract/audit';
import { describe, expect, it } from 'vitest';
import de from '../../i18n/de/audit.json';
import en from '../../i18n/en/audit.json';
import { queryOf, readAuditSearch } from './audit-search.ts';

/** A kind without its words does not compile. */
type Words = {
  readonly [Topic in AuditTopic]: {
    readonly [Kind in TrackedKind as Kind extends `${Topic}.${infer Name}` ? Name : never]: string;
  };
};
const german: readonly Words[] = [de.kinds, de.sentences];
const english: readonly Words[] = [en.kinds, en.sentences];

const namesIn = (words: Words) =>
  Object.entries(words).flatMap(([topic, kinds]) => Object.keys(kinds).map((name) => `${topic}.${name.split('_', 1)}`));

describe.each([
  ['de', de, german],
  ['en', en, english],
] as const)('the words of the trail, %s', (_, words, parts) => {
  it('have a sentence and a name for everything that is recorded, and for nothing else', () => {
    for (const part of parts) expect([...new Set(namesIn(part))].toSorted()).toEqual(trackedKinds.toSorted());
  });

  it('have a label for every part of a state, and nothing that is in none', () => {
    expect(Object.keys(words.fields).toSorted()).toEqual([...auditFields, ...auditDetails].toSorted());
    expect(Object.keys(words.topics).toSorted()).toEqual(auditTopics.toSorted());
    expect(Object.keys(words.actors).toSorted()).toEqual(auditActors.filter((one) => one !== 'person').toSorted());
  });
});

describe('the address of a search', () => {
  it('keeps what makes sense', () => {
    const search = {
      person: 'p1',
      kind: 'thread.assigned',
      from: '2026-03-01',
      until: '2026-03-29',
      account: 'sabine',
    };
    expect(readAuditSearch({ ...search, q: 'x', channel: '' })).toEqual(search);
    expect(readAuditSearch({ kind: 'draft.changed', from: 'gestern', until: '2026-13-40', thread: 7 })).toEqual({});
    expect(readAuditSearch({ kind: 'moderation' })).toEqual({ kind: 'moderation' });
  });

  it('means days of the house, the last one included, also when clocks change', () => {
    const query = queryOf({ person: 'p1', from: '2026-03-29', until: '2026-03-29' }, 'Europe/Berlin');
    expect(query).toMatchObject({
      personId: 'p1',
      from: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T22:00:00.000Z',
    });
    expect(queryOf({}, 'Europe/Berlin').from).toBeUndefined();
  });
});
