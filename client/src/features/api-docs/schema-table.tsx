import { useTranslation } from 'react-i18next';
import { Table } from '../../components/table.tsx';
import { type JsonSchema, rowsOf, type SchemaRow } from './schema.ts';

/** The fields of a value as a table, indented by depth. */
export function SchemaTable({ caption, schema }: { caption: string; schema: JsonSchema }) {
  const { t } = useTranslation('api-docs');
  // The rows of a schema never change their order: the place is the identity.
  const rows = rowsOf(schema).map((row, place) => ({ ...row, place }));
  const firstAlternative = rows.find((row) => row.alternative);
  return (
    <Table
      caption={caption}
      head={
        <>
          <th scope="col">{t('table.name')}</th>
          <th scope="col">{t('table.type')}</th>
          <th scope="col">{t('table.required')}</th>
          <th scope="col">{t('table.rules')}</th>
        </>
      }
    >
      {rows.map((row) =>
        row.alternative ? (
          <tr className="alt" key={row.place}>
            <th scope="row" colSpan={4}>
              {t(row === firstAlternative ? 'either' : 'or', { name: row.alternative })}
            </th>
          </tr>
        ) : (
          <FieldRow key={row.place} row={row} />
        ),
      )}
    </Table>
  );
}

function FieldRow({ row }: { row: SchemaRow }) {
  const { t } = useTranslation('api-docs');
  return (
    <tr>
      <th scope="row">
        <code className={`d${Math.min(row.depth, 3)}`}>{row.path.split('.').at(-1)}</code>
      </th>
      <td>
        <code>{row.type}</code>
      </td>
      <td>{row.required ? t('table.yes') : t('table.no')}</td>
      <td>
        <code>{row.rules.join('  ')}</code>
      </td>
    </tr>
  );
}
