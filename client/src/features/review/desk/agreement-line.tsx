import type { Agreement } from '@stammgast/shared/contract/reviewers';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** How far two reviewers of the same threads agree, with how little that proves. */
export function AgreementLine({ agreement: { n, kappa, from, to, calibrate } }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation('review');
  const number = (value: number | null) =>
    (value ?? 0).toLocaleString(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (kappa === null) return <p className="meta kappa">{t('agreement.few', { count: n })}</p>;
  return (
    <p className="meta kappa" title={t('agreement.what')}>
      {t('agreement.line', { kappa: number(kappa) })}{' '}
      <span className="nowrap">{t('agreement.interval', { from: number(from), to: number(to), n })}</span>
      {calibrate && (
        <>
          {' '}
          <Link className="link warn-word" to="/review" search={{ view: 'calibration' }}>
            {t('agreement.calibrate')}
          </Link>
        </>
      )}
    </p>
  );
}
