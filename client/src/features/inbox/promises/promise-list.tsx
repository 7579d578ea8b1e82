import type { PromiseMade } from '@stammgast/shared/contract/promises';
import type { Thread } from '@stammgast/shared/contract/threads';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Instant } from '../../../components/instant.tsx';
import { useKeys } from '../../../keys/keys.tsx';
import { serverNow } from '../../../live/server-clock.ts';
import { PromiseForm } from './promise-form.tsx';
import { isConfirmable, stepsOf } from './promise-steps.ts';
import { type Step, usePromises } from './use-promises.ts';

const isEnded = (promise: PromiseMade) => promise.state === 'kept' || promise.endedAt !== null;

/** What we have promised in public: found ones to confirm by one key, open ones to keep, and how the others ended. */
export function PromiseList({ thread }: { thread: Thread }) {
  const { t } = useTranslation('promises');
  const mayWrite = useMay('reply.write');
  const work = usePromises(thread.row.id);
  const shown = thread.promises.filter((promise) => promise.state !== 'dismissed');
  const suggested = shown.find((promise) => isConfirmable(promise, serverNow()));
  useKeys(mayWrite && suggested ? { confirmPromise: () => work.take(suggested, 'confirm') } : {});
  if (shown.length === 0) return null;
  return (
    <ul className="promises" aria-label={t('list')}>
      {shown.map((promise) => (
        <li key={promise.id}>
          {isEnded(promise) ? (
            <Ended promise={promise} />
          ) : (
            <Current promise={promise} mayWrite={mayWrite} first={promise === suggested} onStep={work.take} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Ended({ promise }: { promise: PromiseMade }) {
  const { t } = useTranslation('promises');
  return (
    <p className="bar quiet meta">
      <Icon name={promise.state === 'kept' ? 'check' : 'alert'} />
      <span className="ellip">
        {t(promise.state === 'kept' ? 'kept' : 'wasBroken')} <q>{promise.words}</q>
      </span>
      <span className="end">
        <Instant at={promise.endedAt ?? promise.dueAt} />
      </span>
    </p>
  );
}

interface CurrentProps {
  readonly promise: PromiseMade;
  readonly mayWrite: boolean;
  /** The key confirms this one. */
  readonly first: boolean;
  readonly onStep: (promise: PromiseMade, step: Step, dueAt?: string) => void;
}

const looks = { suggested: 'bar', open: 'bar', broken: 'bar error' } as const;
function Current({ promise, mayWrite, first, onStep }: CurrentProps) {
  const { t } = useTranslation('promises');
  const [changing, setChanging] = useState(false);
  const state = promise.state === 'broken' || promise.state === 'suggested' ? promise.state : 'open';
  if (changing)
    return (
      <PromiseForm
        promise={promise}
        onCancel={() => setChanging(false)}
        onSave={(dueAt) => {
          setChanging(false);
          onStep(promise, 'confirm', dueAt);
        }}
      />
    );
  return (
    <div className={looks[state]}>
      <Icon name={state === 'broken' ? 'alert' : 'clock'} />
      <span className="promise-words">
        <b>{t(`states.${state}`)}</b> <Instant at={promise.dueAt} /> <q>{promise.words}</q>
      </span>
      {mayWrite && (
        <span className="end">
          {stepsOf(promise, serverNow()).map((step, index) => (
            <Button
              key={step}
              size="sm"
              kind={index === 0 ? 'plain' : 'quiet'}
              {...(step === 'confirm' && first && { command: 'confirmPromise' as const })}
              onClick={() => onStep(promise, step)}
            >
              {t(`steps.${state}.${step}`)}
            </Button>
          ))}
          {state !== 'broken' && (
            <Button size="sm" kind="quiet" onClick={() => setChanging(true)}>
              {t('steps.time')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
