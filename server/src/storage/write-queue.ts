import type { Database as Connection } from 'better-sqlite3';

interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}
type Outcome = { ok: true; value: unknown } | { ok: false; reason: unknown };

const LARGEST_GROUP = 64;

/**
 * Lets async functions run one after the other inside transactions of the only writing connection.
 * Those that wait at the same time share one commit, so durability costs one disk flush for all of them.
 * `onCommit` must not throw.
 */
export function createWriteQueue(writer: Connection, onCommit: () => void) {
  const waiting: Waiting[] = [];
  let draining = false;

  async function runOne(task: Waiting): Promise<Outcome> {
    writer.exec('SAVEPOINT unit');
    try {
      const value = await task.work();
      writer.exec('RELEASE unit');
      return { ok: true, value };
    } catch (reason) {
      // A full disk or I/O error ends the whole transaction by itself: then there is no savepoint any more.
      if (writer.inTransaction) writer.exec('ROLLBACK TO unit; RELEASE unit');
      return { ok: false, reason };
    }
  }

  async function runGroup(group: readonly Waiting[]): Promise<Outcome[]> {
    writer.exec('BEGIN IMMEDIATE');
    const outcomes: Outcome[] = [];
    for (const task of group) {
      outcomes.push(await runOne(task));
      if (!writer.inTransaction)
        throw new Error('the transaction was ended by the database', { cause: outcomes.at(-1) });
    }
    writer.exec('COMMIT');
    return outcomes;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, LARGEST_GROUP);
      let outcomes: Outcome[];
      try {
        outcomes = await runGroup(group);
      } catch (reason) {
        rollBack();
        outcomes = group.map(() => ({ ok: false, reason }));
      }
      // Only now: until the commit nothing is true, and afterwards nothing may make it look untrue.
      outcomes.forEach((outcome, i) => {
        if (outcome.ok) group[i]?.resolve(outcome.value);
        else group[i]?.reject(outcome.reason);
      });
      if (outcomes.some((outcome) => outcome.ok)) onCommit();
    }
    draining = false;
  }

  function rollBack(): void {
    try {
      if (writer.inTransaction) writer.exec('ROLLBACK');
    } catch {
      // The next BEGIN says what is wrong; the queue has to go on.
    }
  }

  return function enqueue<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (draining) return;
      draining = true;
      // After the current turn, so that requests that arrived together are committed together.
      setImmediate(() => void drain());
    });
  };
}
