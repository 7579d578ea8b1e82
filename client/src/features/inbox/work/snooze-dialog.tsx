import { snoozeTimeIn, snoozeTimes } from '@stammgast/shared/domain/snooze';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { Button } from '../../../components/button.tsx';
import { DateTimeField } from '../../../components/date-time-field.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { KeyCap } from '../../../components/kbd.tsx';
import { useDigits, useLetters } from '../../../components/use-digits.ts';
import { useInstantWords } from '../../../components/use-instant-words.ts';
import { serverNow } from '../../../live/server-clock.ts';

interface SnoozeDialogProps {
  /** The first deadline of what is put off; null when nothing is promised. */
  readonly dueAt: string | null;
  readonly count: number;
  readonly onClose: () => void;
  readonly onSnooze: (until: string, pastDue: boolean) => void;
}

/** Until when: one key for the usual times, words or a date for all others. It warns when a deadline would pass. */
export function SnoozeDialog({ dueAt, count, onClose, onSnooze }: SnoozeDialogProps) {
  const { t } = useTranslation('work');
  const { timeZone } = useMe().house;
  const words = useInstantWords();
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const now = new Date(serverNow());
  const presets = snoozeTimes({ now, timeZone });
  const named = text.trim() === '' ? null : snoozeTimeIn(text, { now, timeZone });
  const chosen = named?.toISOString() ?? (date && new Date(date) > now ? new Date(date).toISOString() : null);

  const choose = (until: string) => {
    if (dueAt !== null && until > dueAt && until !== wanted) setWanted(until);
    else onSnooze(until, wanted === until);
  };
  useDigits(presets, ({ at }) => choose(at.toISOString()));
  useLetters();
  const warned = wanted !== null && dueAt !== null;
  return (
    <Dialog
      title={t('snooze.title', { count })}
      onClose={onClose}
      onSubmit={() => chosen && choose(chosen)}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {warned ? (
            <Button size="lg" kind="primary" onClick={() => onSnooze(wanted, true)}>
              {t('snooze.anyway')}
            </Button>
          ) : (
            <Button size="lg" kind="primary" type="submit" disabled={!chosen}>
              {t('snooze.submit')}
            </Button>
          )}
        </>
      }
    >
      <div className="snooze-times">
        {presets.map(({ preset, at }, index) => (
          <button
            key={preset}
            type="button"
            data-autofocus={index === 0}
            aria-pressed={wanted === at.toISOString()}
            onClick={() => choose(at.toISOString())}
          >
            <KeyCap keys={String(index + 1)} />
            <b>{t(`snooze.presets.${preset}`)}</b>
            <span className="meta">{words(at.toISOString())}</span>
          </button>
        ))}
      </div>
      <Field
        label={t('snooze.words')}
        hint={named ? t('common:thatIs', { time: words(named.toISOString()) }) : t('snooze.wordsHint')}
        error={text.trim() !== '' && !named ? t('snooze.unknown') : undefined}
        value={text}
        data-words=""
        autoComplete="off"
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
      />
      <DateTimeField label={t('snooze.date')} value={date} onChange={(event) => setDate(event.target.value)} />
      {warned && (
        <div className="bar warn" role="alert">
          <Icon name="warn" />
          <span>{t(new Date(dueAt) > now ? 'snooze.pastDue' : 'snooze.isPast', { time: words(dueAt) })}</span>
        </div>
      )}
    </Dialog>
  );
}
