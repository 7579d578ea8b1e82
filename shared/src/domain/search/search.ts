import type { Sentiment, Topic } from '../assessment.ts';

/** What a search asks for, free of any language: what is typed, shown as chips and stored are forms of this. */
export interface Search {
  /** null: everything that one may see. */
  readonly where: SearchNode | null;
  /** null: by relevance when words are searched, newest first when only finished threads are, else by due time. */
  readonly sort: SortWord | null;
}

export type SearchNode =
  | { readonly kind: 'term'; readonly term: SearchTerm }
  | { readonly kind: 'text'; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'not'; readonly of: SearchNode }
  | { readonly kind: 'and' | 'or'; readonly of: readonly SearchNode[] };

export type SearchTerm =
  | { readonly key: 'is'; readonly value: IsWord }
  | { readonly key: 'has'; readonly value: HasWord }
  | { readonly key: 'sentiment'; readonly value: Sentiment }
  | { readonly key: 'topic'; readonly value: Topic }
  /** A storm that the radar has seen, by its number. */
  | { readonly key: 'incident'; readonly value: `${number}` }
  | { readonly key: 'channel' | 'account' | 'team' | 'tag' | 'author' | 'lang'; readonly value: string }
  /** A person by name carries the sign: `@lena`. */
  | { readonly key: 'assignee'; readonly value: 'me' | 'none' | `@${string}` }
  | { readonly key: 'sla'; readonly value: SlaWord | TimeLeft }
  /** What reviewers have given its answer, in percent of all points. */
  | { readonly key: 'quality'; readonly value: Share }
  /** When the thread was opened, and when it was answered first. */
  | { readonly key: 'created' | 'answered'; readonly value: When };

/** Time until the promise is due; what is overdue has less than any. */
export interface TimeLeft {
  readonly sign: '<' | '>';
  readonly count: number;
  readonly unit: 'm' | 'h' | 'd';
}

export interface Share {
  readonly sign: '<' | '<=' | '>' | '>=';
  readonly percent: number;
}

export type When = WhenDay | WhenHour | WhenLast;

/** Days count in the time zone of the house. */
export interface WhenDay {
  readonly sign: '<' | '<=' | '>' | '>=' | '=';
  /** As in 2026-03-05. */
  readonly day: string;
}

/** The hour of a day from which on the clock on the wall shows it. */
export interface WhenHour {
  readonly day: string;
  readonly hour: number;
}

export interface WhenLast {
  readonly last: number;
  readonly unit: 'h' | 'd' | 'w';
}

/**
 * `open`, `waiting`: without those that are snoozed. `soon`: due soon, but not overdue. `breached`: a promise was broken
 * at some time. `approval`: an answer waits for a second person. `attention`: an answer failed, is unconfirmed or waits
 * to be posted by hand. `mentioned`: a note names the person, who has not opened it since.
 */
export type IsWord =
  | 'open'
  | 'done'
  | 'snoozed'
  | 'unread'
  | 'overdue'
  | 'soon'
  | 'breached'
  | 'waiting'
  | 'answered'
  | 'approval'
  | 'attention'
  | 'mentioned';
/** `deadline`: a first answer was promised. */
export type HasWord = 'draft' | 'note' | 'approval' | 'promise' | 'deadline';
/** `breached`: any promise, at some time. The others tell of the first answer: in time, late or overdue, still to come. */
export type SlaWord = 'breached' | 'kept' | 'missed' | 'running';
export type SortWord = 'due' | 'newest' | 'oldest';

/** All of these. Nested ones become one, so that equal searches are equal trees. */
export const allOf = (nodes: readonly SearchNode[]): SearchNode | null => joined('and', nodes);
export const anyOf = (nodes: readonly SearchNode[]): SearchNode | null => joined('or', nodes);
export const notOf = (node: SearchNode): SearchNode => (node.kind === 'not' ? node.of : { kind: 'not', of: node });
export const termOf = (term: SearchTerm): SearchNode => ({ kind: 'term', term });

function joined(kind: 'and' | 'or', nodes: readonly SearchNode[]): SearchNode | null {
  const of = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  return of.length > 1 ? { kind, of } : (of[0] ?? null);
}

export function termsOf(node: SearchNode | null): readonly SearchTerm[] {
  if (node === null || node.kind === 'text') return [];
  if (node.kind === 'term') return [node.term];
  return node.kind === 'not' ? termsOf(node.of) : node.of.flatMap(termsOf);
}

/** The parts that all must hold: what stands beside each other outside of brackets. */
export function partsOf({ where }: Search): readonly SearchNode[] {
  if (where === null) return [];
  return where.kind === 'and' ? where.of : [where];
}
