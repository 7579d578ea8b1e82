import type { Quality } from '@stammgast/shared/contract/feedback';
import { useTranslation } from 'react-i18next';

/** A mean with how little it proves, or why there is none. */
export function QualityLine({ quality: { n, mean, from, to, withheld } }: { quality: Quality }) {
  const { t, i18n } = useTranslation('review');
  const number = (value: number | null) => Math.round(value ?? 0).toLocaleString(i18n.language);
  if (mean === null) {
    return (
      <span className="quality muted">
        {t(withheld === 'group' ? 'quality.group' : 'quality.few')}{' '}
        <span className="meta">{t('quality.n', { n })}</span>
      </span>
    );
  }
  return (
    <span className="quality">
      <svg className="range" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2="100" y1="4" y2="4" />
        <rect x={from ?? 0} width={Math.max(0.5, (to ?? 0) - (from ?? 0))} y="1" height="6" />
        <rect className="mean" x={Math.min(99, mean)} width="1" height="8" />
      </svg>
      <b>{t('quality.percent', { value: number(mean) })}</b>{' '}
      <span className="meta nowrap">{t('quality.interval', { from: number(from), to: number(to), n })}</span>
    </span>
  );
}
