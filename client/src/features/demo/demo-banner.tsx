import '../../styles/administration.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.ts';
import { Icon } from '../../components/icon.tsx';
import { RemoveDemoDialog } from './remove-demo-dialog.tsx';

/** Says on every page that nothing here is real; administrators may end it. */
export function DemoBanner() {
  const { t } = useTranslation('demo');
  const mayRemove = useMay('house.manage');
  const [removing, setRemoving] = useState(false);
  return (
    <section className="bar demo-bar no-print" aria-label={t('label')}>
      <Icon name="info" />
      <span>{t('banner')}</span>
      {mayRemove && (
        <button type="button" className="link" onClick={() => setRemoving(true)}>
          {t('remove')}
        </button>
      )}
      {removing && <RemoveDemoDialog onClose={() => setRemoving(false)} />}
    </section>
  );
}
