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

interface WriteProps {
  readonly token: string;
  readonly view: GuestView;
  readonly onDone: () => void;
  readonly onStale: () => void;
}

/** The answer in the guest's own words. The house reads it before anybody else does. */
export function Write({ token, view, onDone, onStale }: WriteProps) {
  const { t } = useTranslation(['guest', 'inbox']);
  const problemText = useProblemText('guest');
  const [text, setText] = useKeptText(token, '');
  const [tried, setTried] = useState(false);
  const answer = useAnswer(token, view, onDone, onStale);
  const error = lengthError(t, text, view);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!error) answer.mutate({ decision: 'write', body: text.trim() });
      }}
    >
      {answer.isError && <Notice kind="error">{problemText(answer.error)}</Notice>}
      <TextField
        label={t('write.label', { name: view.comment.authorName })}
        hint={t('write.hint')}
        rows={8}
        maxLength={8000}
        value={text}
        error={tried ? error : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="primary" size="lg" type="submit" busy={answer.isPending}>
        {t('write.submit')}
      </Button>
    </form>
  );
}
