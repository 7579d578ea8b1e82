import { exportFormats, exportParts, exportReport, type ReportQuestion } from '@stammgast/shared/contract/reports';
import { asLocale } from '@stammgast/shared/domain/locale';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';

/** The table, or the threads behind it, as a file. It streams: the browser writes it as it comes. */
export function ExportMenu({ question }: { question: ReportQuestion }) {
  const { t, i18n } = useTranslation('reports');
  const language = asLocale(i18n.language);
  return (
    <Menu
      label={t('export.label')}
      button={(props) => (
        <button type="button" className="btn" {...props}>
          <Icon name="download" />
          {t('export.label')}
        </button>
      )}
    >
      {exportParts.flatMap((part) =>
        exportFormats.map((format) => (
          <MenuItem
            key={`${part} ${format}`}
            onChoose={() => save({ ...question, part, format, language } as Record<string, string>)}
          >
            {t(`export.${part}`, { format: format.toUpperCase() })}
          </MenuItem>
        )),
      )}
    </Menu>
  );
}

function save(query: Record<string, string>): void {
  const link = document.createElement('a');
  link.href = `${exportReport.path}?${new URLSearchParams(query)}`;
  link.download = '';
  link.click();
}
