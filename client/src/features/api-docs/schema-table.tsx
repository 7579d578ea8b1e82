import { useTranslation } from 'react-i18next';
import { Table } from '../../components/table.tsx';
import { type Bounds, type JsonSchema, rowsOf, type SchemaRow } from './schema.ts';

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
  const { t, i18n } = useTranslation('api-docs');
  const number = new Intl.NumberFormat(i18n.language);
  const boundWords = ({ of, min, max }: Bounds) => {
    const values = { min: number.format(min ?? 0), max: number.format(max ?? 0) };
    if (max === undefined) return t(`rules.${of}.from`, values);
    return t(min === undefined ? `rules.${of}.to` : `rules.${of}.between`, values);
  };
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
        {row.bounds.map((bounds) => boundWords(bounds)).join(', ')}
        {row.standard !== undefined && (
          <>
            {row.bounds.length > 0 && ', '}
            {t('rules.standard')} <code>{row.standard}</code>
          </>
        )}
      </td>
    </tr>
  );
}
