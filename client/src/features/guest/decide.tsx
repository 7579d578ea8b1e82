import type { GuestView } from '@stammgast/shared/contract/guests';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { useKeptText } from './kept-text.ts';
import { lengthError } from './length-error.ts';
import { useAnswer } from './use-answer.ts';

interface DecideProps {
  readonly token: string;
  readonly view: GuestView;
  readonly proposed: NonNullable<GuestView['proposed']>;
  readonly onDone: (how: 'approve' | 'reject') => void;
  readonly onStale: () => void;
}

/** The proposed answer: it may go out, go out otherwise, or not go out. */
export function Decide({ token, view, proposed, onDone, onStale }: DecideProps) {
  const { t } = useTranslation(['guest', 'inbox']);
  const problemText = useProblemText('guest');
  const [way, setWay] = useState<'approve' | 'change' | 'reject'>('approve');
  const [tried, setTried] = useState(false);
  const [text, setText] = useKeptText(token, proposed.body);
  const [remark, setRemark] = useState('');
  const answer = useAnswer(token, view, () => onDone(way === 'reject' ? 'reject' : 'approve'), onStale);
  const textError = lengthError(t, text, view);
  const remarkError = remark.trim() === '' ? t('missing') : undefined;
  const send = () => {
    setTried(true);
    if (way === 'approve') return answer.mutate({ decision: 'approve' });
    if (way === 'change' && !textError) return answer.mutate({ decision: 'approve', body: text.trim() });
    if (way === 'reject' && !remarkError) return answer.mutate({ decision: 'reject', remark: remark.trim() });
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <section className="said proposed" aria-label={t('proposed')}>
        <header>
          <b>{t('proposed')}</b>
        </header>
        <p>{proposed.body}</p>
      </section>
      <fieldset className="ways">
        <legend>{t('decide.legend')}</legend>
        {(['approve', 'change', 'reject'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
            <span>{t(`decide.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {way === 'change' && (
        <TextField
          label={t('decide.text')}
          rows={8}
          maxLength={8000}
          value={text}
          error={tried ? textError : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {way === 'reject' && (
        <TextField
          label={t('decide.remark')}
          rows={4}
          maxLength={2000}
          value={remark}
          error={tried ? remarkError : undefined}
          onChange={(event) => setRemark(event.target.value)}
        />
      )}
      {answer.isError && <Notice kind="error">{problemText(answer.error)}</Notice>}
      <Button kind="primary" size="lg" type="submit" busy={answer.isPending}>
        {t(`decide.submit.${way}`)}
      </Button>
    </form>
  );
}
