import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check } from '../../components/field.tsx';

export type Running = 'keep' | 'anew';

/** Where clocks run that the change would promise something else. */
export interface Touched {
  /** On one's own channels. */
  readonly threads: number;
  readonly elsewhere: boolean;
}

interface RunningDialogProps {
  readonly touched: Touched;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onDecide: (running: Running) => void;
}

/** What happens to the promises that run already. Nothing is changed until it is said. */
export function RunningDialog({ touched: { threads, elsewhere }, busy, onClose, onDecide }: RunningDialogProps) {
  const { t } = useTranslation('deadlines');
  const [running, setRunning] = useState<Running>('keep');
  return (
    <Dialog
      title={t('running.title')}
      onClose={onClose}
      onSubmit={() => onDecide(running)}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button kind="primary" size="lg" type="submit" busy={busy}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <fieldset className="group running">
        <legend>
          {threads > 0 && t('running.affected', { count: threads })}{' '}
          {elsewhere && t(threads > 0 ? 'running.alsoElsewhere' : 'running.elsewhere')}
        </legend>
        {(['keep', 'anew'] as const).map((choice) => (
          <Check
            key={choice}
            type="radio"
            name="running"
            checked={running === choice}
            onChange={() => setRunning(choice)}
            label={
              <>
                {t(`running.${choice}`)}
                <small>{t(`running.${choice}Hint`)}</small>
              </>
            }
          />
        ))}
      </fieldset>
    </Dialog>
  );
}
