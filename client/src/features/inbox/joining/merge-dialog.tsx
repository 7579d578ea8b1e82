import '../../../styles/joining.css';
import { listMergeable, type ThreadRow } from '@stammgast/shared/contract/threads';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Check, Field } from '../../../components/field.tsx';
import { KeyTag } from '../../../components/key-tag.tsx';
import { MoodShape } from '../../../components/mood.tsx';
import { Failed } from '../../../components/states.tsx';

interface MergeDialogProps {
  readonly row: ThreadRow;
  readonly onClose: () => void;
  readonly onMerge: (others: readonly ThreadRow[]) => void;
}

const mergeableQuery = (threadId: string, text: string) => ({
  queryKey: ['context', threadId, 'mergeable', text],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call(listMergeable, { params: { threadId }, query: text ? { text } : {}, signal }),
  placeholderData: keepPreviousData,
});

/** Which threads are one with this: those of the same author stand there, others are found by number or name. */
export function MergeDialog({ row, onClose, onMerge }: MergeDialogProps) {
  const { t } = useTranslation(['joining', 'inbox', 'common']);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly ThreadRow[]>([]);
  const sought = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery(mergeableQuery(row.id, sought));
  const found = data?.threads ?? [];
  const listed = [...chosen, ...found.filter((one) => !chosen.some(({ id }) => id === one.id))];
  const toggle = (one: ThreadRow) =>
    setChosen((now) => (now.some(({ id }) => id === one.id) ? now.filter(({ id }) => id !== one.id) : [...now, one]));
  return (
    <Dialog
      title={t('mergeTitle', { number: row.number, name: row.author.name })}
      onClose={onClose}
      onSubmit={() => chosen.length > 0 && onMerge(chosen)}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" kind="primary" type="submit" disabled={chosen.length === 0}>
            {t('merge', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="join-parts">
        <p className="muted">{t('mergeText')}</p>
        <Field
          label={t('seek')}
          type="search"
          value={text}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setText(event.target.value)}
        />
        {error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <fieldset className="join-list" aria-busy={!data}>
            <legend className="sr">{t('candidates')}</legend>
            {listed.map((one) => (
              <Check
                key={one.id}
                checked={chosen.some(({ id }) => id === one.id)}
                onChange={() => toggle(one)}
                label={
                  <>
                    <span className="join-head">
                      <KeyTag>{one.number}</KeyTag> <MoodShape sentiment={one.sentiment} /> <b>{one.author.name}</b>
                      <span className="meta">{t(`inbox:statuses.${one.status}`)}</span>
                    </span>
                    <span className="join-text" lang={one.language ?? undefined}>
                      {one.excerpt}
                    </span>
                  </>
                }
              />
            ))}
            {data && listed.length === 0 && <p className="muted">{t(sought ? 'noneFound' : 'noneBeside')}</p>}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
