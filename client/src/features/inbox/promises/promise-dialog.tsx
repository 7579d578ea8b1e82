import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { findTimes } from '@stammgast/shared/domain/time-words/time-words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { DateTimeField } from '../../../components/date-time-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { serverNow } from '../../../live/server-clock.ts';
import { fieldValue, tomorrow } from './due-field.ts';
import { usePromises } from './use-promises.ts';

/** As the server takes it for found promises: a day ends when people go home. */
const END_OF_DAY_MINUTES = 18 * 60;

/** Writes down what was promised by telephone or was not found. A time in the words is taken over. */
export function PromiseDialog({ row, onClose }: { row: ThreadRow; onClose: () => void }) {
  const { t } = useTranslation('promises');
  const { timeZone } = useMe().house;
  const work = usePromises(row.id);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const now = new Date(serverNow());
  const [named] = findTimes(words, { now, timeZone, dayMinutes: END_OF_DAY_MINUTES });
  const at = chosen ?? fieldValue(named?.at.getTime() ?? tomorrow());
  const dueAt = new Date(at);
  const ready = words.trim() !== '' && dueAt > now && !busy;
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    if (await work.add(words.trim(), dueAt.toISOString())) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      title={t('add')}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit" disabled={!ready} busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <Field
        label={t('words')}
        type="text"
        value={words}
        maxLength={500}
        data-autofocus="true"
        onChange={(event) => setWords(event.target.value)}
      />
      <DateTimeField
        label={t('due')}
        value={at}
        min={fieldValue(serverNow())}
        onChange={(event) => setChosen(event.target.value)}
      />
    </Dialog>
  );
}
