import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Check } from '../../components/field.tsx';

export type Running = 'keep' | 'anew';

interface RunningDialogProps {
  /** In so many of them clocks run that the change would promise something else. */
  readonly threads: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onDecide: (running: Running) => void;
}

/** What happens to the promises that run already. Nothing is changed until it is said. */
export function RunningDialog({ threads, busy, onClose, onDecide }: RunningDialogProps) {
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
        <legend>{t('running.affected', { count: threads })}</legend>
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
