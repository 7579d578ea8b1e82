import type { Locale } from '@stammgast/shared/contract/team';
import { BYTE_ORDER_MARK, type CsvCell, csvDialects, csvLine } from '@stammgast/shared/domain/csv';

type Lines<Line> = Iterable<Line> | AsyncIterable<Line>;

/** Lines as a spreadsheet of that language reads them, beginning with their heads. */
export async function* csvFile<Column extends string>(
  columns: readonly Column[],
  heads: Readonly<Record<Column, string>>,
  lines: Lines<Readonly<Record<Column, CsvCell>>>,
  locale: Locale,
): AsyncGenerator<string> {
  const dialect = csvDialects[locale];
  const write = (cell: (column: Column) => CsvCell) => csvLine(columns.map(cell), dialect);
  yield BYTE_ORDER_MARK + write((column) => heads[column]);
  for await (const line of lines) yield write((column) => line[column]);
}

/** An object with what is known of all, and the lines under a name. */
export async function* jsonFile(about: object, name: string, lines: Lines<object>): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},${JSON.stringify(name)}:[`;
  let separator = '\n';
  for await (const line of lines) {
    yield separator + JSON.stringify(line);
    separator = ',\n';
  }
  yield '\n]}\n';
}
