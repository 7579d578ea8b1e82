import { useTranslation } from 'react-i18next';

/** What was submitted, where the decider changed it. */
export function BeforeText({ text }: { text: string }) {
  const { t } = useTranslation('approval');
  return (
    <details className="approval-before">
      <summary>{t('before')}</summary>
      <p>{text}</p>
    </details>
  );
}
