import '../../../styles/notify.css';
import type { NotifySettings } from '@stammgast/shared/contract/notifications';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../api/me.ts';
import { Switch } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useProblemText } from '../../../components/problem-text.ts';
import { usePreferencesChange } from '../../../components/use-preferences-change.ts';
import { Devices } from './devices.tsx';
import { DigestChoice } from './digest-choice.tsx';
import { QuietHoursFields } from './quiet-hours.tsx';
import { SoundChoice } from './sound-choice.tsx';
import { WayTable } from './way-table.tsx';

/** What one is told of, by which way, and when not. */
export function NotifySection() {
  const { t } = useTranslation('notify');
  const { notify = {} } = usePreferences();
  const { change, error } = usePreferencesChange();
  const problemText = useProblemText('profile');
  const set = (some: Partial<NotifySettings>) => change({ notify: { ...notify, ...some } });
  return (
    <section className="sheet notify" id="notify">
      <h2>{t('title')}</h2>
      <div className="form">
        {error && <Notice kind="error">{problemText(error)}</Notice>}
        <WayTable notify={notify} onChange={(ways) => set({ ways })} />
        <Devices />
        <QuietHoursFields quiet={notify.quiet} onChange={(quiet) => set({ quiet })} />
        <div>
          <Switch
            label={t('onCall.label')}
            checked={notify.onCall ?? false}
            onChange={({ target }) => set({ onCall: target.checked })}
          />
          <p className="hint">{t('onCall.hint')}</p>
        </div>
        <DigestChoice digests={notify.digests} onChange={(digests) => set({ digests })} />
        <SoundChoice sound={notify.sound} onChange={(sound) => set({ sound })} />
      </div>
    </section>
  );
}
