import { isText, orderOf, type SearchOrder } from '@stammgast/shared/domain/search/order';
import { allOf, partsOf, type Search, type SearchNode, type SearchTerm } from '@stammgast/shared/domain/search/search';
import { type SQL, sql } from 'drizzle-orm';
import { canMatch, type Expression, expressionOf } from '../text/expression.ts';
import { among, type Condition, condition, joined, negated, never } from './condition.queries.ts';
import { type Asking, termCondition, written } from './terms.queries.ts';

/** A search as the database is asked. */
export interface Wanted {
  readonly order: SearchOrder;
  /** Everything but the words that all must be there, restricted to the channels of the actor. */
  readonly condition: Condition;
  /** The words that all must be there, for the index of texts; null when there are none. */
  readonly words: string | null;
  /** Nothing but words is asked for: this restricts comments to the channels of the actor, with the same values. */
  readonly onComments: Condition | null;
}

/** `paged`: threads are read in their order until a page is full. A count has no order. */
type Asked = Omit<Asking, 'unindexed' | 'fromTheEnd'> & { readonly paged: boolean };

export function wantedBy(asked: Asked, search: Search): Wanted {
  const parts = partsOf(search);
  const order = orderOf(search);
  const words = allOf(parts.filter(isText));
  const rest = parts.filter((part) => !isText(part));
  const unindexed = rest.some(isFew);
  const fromTheEnd = order !== 'due' && !rest.some(hasIndex);
  const pastChannels = fromTheEnd && (words !== null || rest.some(isFound(asked)) || !isOfChannels(asked));
  const asking = { ...asked, unindexed, fromTheEnd };
  const expression = words && expressionOf(words);
  const impossible = expression !== null && !canMatch(expression);
  const conditions = [...rest.map((part) => nodeCondition(asking, part)), ...(impossible ? [never] : [])];
  return {
    order: impossible ? 'newest' : order,
    condition: joined('AND', [...visible(asking, unindexed || pastChannels), ...conditions]),
    words: expression && !impossible ? asking.db.dialect.written(expression) : null,
    onComments: conditions.length > 0 ? null : joined('AND', visible(asking, false, sql`comments.channel_id`)),
  };
}

/** Of these every page is found by them; everything else is found by walking through all threads. */
const states: readonly string[] = ['open', 'waiting', 'done', 'overdue', 'soon'];
/**
 * Few answers want attention or approval, few threads sleep, mention one or hold a promise: no other index may come
 * before theirs.
 */
const few: readonly string[] = ['attention', 'approval', 'snoozed', 'mentioned'];
const isOf =
  (key: SearchTerm['key'], values?: readonly unknown[]) =>
  (node: SearchNode): boolean =>
    node.kind === 'term' && node.term.key === key && (values?.includes(node.term.value) ?? true);
const isAny =
  (...of: readonly ((node: SearchNode) => boolean)[]) =>
  (node: SearchNode): boolean =>
    of.some((is) => is(node));
const isFew = isAny(isOf('is', few), isOf('has', ['promise']));
const hasIndex = isAny(isFew, isOf('is', states));
/** By these a part of all threads is found, whose channels are looked at afterwards. */
const isFound = ({ names }: Asked) =>
  isAny(
    isOf('has', ['draft']),
    ...(['assignee', 'author', 'created', 'answered', 'incident', 'quality'] as const).map((key) => isOf(key)),
    (node) => node.kind === 'term' && node.term.key === 'tag' && names.tags(node.term.value).every(({ rare }) => rare),
  );

/** The index of a channel holds its threads in their order: of one channel a page is read from it, and each count. */
const isOfChannels = ({ paged, actor }: Asked): boolean => !paged || actor.channels.length === 1;

function nodeCondition(asking: Asking, node: SearchNode): Condition {
  if (isText(node)) return wordsCondition(asking, expressionOf(node));
  switch (node.kind) {
    case 'term':
      return termCondition(asking, node.term);
    case 'not':
      return negated(nodeCondition(asking, node.of));
    case 'and':
      return joined('AND', [...inOneComment(asking, node.of), ...others(asking, node.of)]);
    case 'or':
      return joined('OR', [
        ...others(asking, node.of),
        ...node.of.filter(isText).map((one) => nodeCondition(asking, one)),
      ]);
    default:
      return never;
  }
}

const others = (asking: Asking, nodes: readonly SearchNode[]): Condition[] =>
  nodes.filter((one) => !isText(one)).map((one) => nodeCondition(asking, one));

/** Words beside each other are looked for in one comment. */
function inOneComment(asking: Asking, nodes: readonly SearchNode[]): Condition[] {
  const words = allOf(nodes.filter(isText));
  return words ? [wordsCondition(asking, expressionOf(words))] : [];
}

function wordsCondition({ db }: Asking, expression: Expression): Condition {
  if (!canMatch(expression)) return never;
  return condition(
    'words',
    (words) => sql`EXISTS (SELECT 1 FROM comments WHERE comments.thread_id = threads.id
      AND ${db.dialect.matches(words)})`,
    db.dialect.written(expression),
  );
}

/** Channels that the actor may see. */
function visible({ db, actor }: Pick<Asking, 'db' | 'actor'>, unindexed: boolean, column?: SQL): Condition[] {
  if (actor.channels === 'all') return [];
  return [among('visible', column ?? written(db.tables.threads.channelId, unindexed), actor.channels)];
}
