import type { Db } from '../storage/database.ts';

/** Reads much and computes long. Plain data goes in and comes out: it travels between threads. */
type Calculation = (db: Db, input: never) => Promise<unknown>;
export type CalculationTable = Readonly<Record<string, Calculation>>;

type InputOf<C> = C extends (db: Db, input: infer Input) => unknown ? Input : never;
type OutputOf<C> = C extends (db: Db, input: never) => Promise<infer Output> ? Output : never;

/** What would hold everybody up is done beside the requests, on what is committed. */
export interface Aside<Table> {
  run<Name extends keyof Table & string>(name: Name, input: InputOf<Table[Name]>): Promise<OutputOf<Table[Name]>>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** One question to the thread, and its answer. */
export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export type Answered = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

/** For tests: computes at once and here, on copies, as if the thread were another. */
export function asideHere<Table extends CalculationTable>(db: Db, table: Table): Aside<Table> {
  return {
    async run(name, input) {
      const value = await calculate(table, db, name, structuredClone(input));
      return structuredClone(value) as never;
    },
    close: async () => undefined,
  };
}

export function calculate(table: CalculationTable, db: Db, name: string, input: unknown): Promise<unknown> {
  const calculation = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!calculation) throw new Error(`nobody knows how to compute ${name}`);
  return calculation(db, input as never);
}
