import { isText, orderOf, type SearchOrder } from '@stammgast/shared/domain/search/order';
import { allOf, partsOf, type Search, type SearchNode } from '@stammgast/shared/domain/search/search';
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

export function wantedBy(asked: Omit<Asking, 'unindexed' | 'fromTheEnd'>, search: Search): Wanted {
  const parts = partsOf(search);
  const order = orderOf(search);
  const words = allOf(parts.filter(isText));
  const rest = parts.filter((part) => !isText(part));
  const unindexed = rest.some(isFew);
  // Read from one end of all threads: the index of a channel may not come before.
  const fromTheEnd = order !== 'due' && !rest.some(hasIndex);
  const asking = { ...asked, unindexed, fromTheEnd };
  const expression = words && expressionOf(words);
  const impossible = expression !== null && !canMatch(expression);
  const conditions = [...rest.map((part) => nodeCondition(asking, part)), ...(impossible ? [never] : [])];
  return {
    order: impossible ? 'newest' : order,
    condition: joined('AND', [...visible(asking, unindexed || fromTheEnd), ...conditions]),
    words: expression && !impossible ? asking.db.dialect.written(expression) : null,
    onComments: conditions.length > 0 ? null : joined('AND', visible(asking, false, sql`comments.channel_id`)),
  };
}

/** Of these every page is found by them; everything else is found by walking through all threads. */
const states: readonly string[] = ['open', 'waiting', 'done', 'overdue', 'soon'];
/** Few answers want attention or approval, few threads sleep or mention one: no other index may come before theirs. */
const few: readonly string[] = ['attention', 'approval', 'snoozed', 'mentioned'];
const isOf =
  (words: readonly string[]) =>
  (node: SearchNode): boolean =>
    node.kind === 'term' && node.term.key === 'is' && words.includes(node.term.value);
const isFew = isOf(few);
const hasIndex = isOf([...few, ...states]);

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
