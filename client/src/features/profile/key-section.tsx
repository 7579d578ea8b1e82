import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Switch } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { usePreferencesChange } from '../../components/use-preferences-change.ts';
import { useCommands } from '../../keys/keys.tsx';

const KeySettings = lazy(() => import('./key-settings.tsx').then((part) => ({ default: part.KeySettings })));

/** Keys on or off, the list of them, and the way to change them. */
export function KeySection() {
  const { t } = useTranslation('profile');
  const { run } = useCommands();
  const { keysOff = false } = usePreferences();
  const { change, error } = usePreferencesChange();
  const problemText = useProblemText('profile');
  const asked = useRouterState({ select: (state) => state.location.hash === 'keys' });
  const [open, setOpen] = useState(asked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    heading.current?.scrollIntoView();
    heading.current?.focus();
  }, [asked]);
  return (
    <section className="sheet" id="keys">
      <h2 ref={heading} tabIndex={-1}>
        {t('keys.title')}
      </h2>
      <div className="form">
        <p>{t('keys.text')}</p>
        {error && <Notice kind="error">{problemText(error)}</Notice>}
        <div>
          <Switch
            label={t('keys.single')}
            checked={!keysOff}
            aria-describedby="keys-single-hint"
            onChange={(event) => change({ keysOff: !event.target.checked })}
          />
          <p className="meta" id="keys-single-hint">
            {t('keys.singleHint')}
          </p>
        </div>
        <p className="form-acts">
          <Button icon="keyboard" onClick={() => run('help')}>
            {t('keys.action')}
          </Button>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('keys.change')}
          </Button>
        </p>
      </div>
      {open && (
        <Suspense>
          <KeySettings onChange={(keyMap) => change({ keyMap: { ...keyMap } })} />
        </Suspense>
      )}
    </section>
  );
}
