import { type GuardCode, guardCodes } from '@stammgast/shared/domain/answer-check/guard-codes';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import type { Answering, Question, Sending } from '../composer/use-answering.ts';
import { Guard } from './guard.tsx';

interface WarnedProps {
  readonly question: Question;
  readonly answering: Answering;
  readonly onSend: (sending: Sending) => void;
}

/** What the server has found in the answer: some of it only wants to be seen, some has to be changed. */
export function Warned({ question, answering, onSend }: WarnedProps) {
  const { t } = useTranslation('check');
  const named = (question.context.guards ?? '').split(' ');
  const codes = guardCodes.filter((code) => named.includes(code));
  const blocked = question.code === 'reply.guard_blocked';
  const confirmed: readonly GuardCode[] = [...(question.sending.confirmed ?? []), ...codes];
  const acts = (
    <>
      {!blocked && <Button onClick={() => onSend({ ...question.sending, confirmed })}>{t('send.anyway')}</Button>}
      <Button onClick={answering.dismiss}>{t('send.change')}</Button>
    </>
  );
  return (
    <Guard title={t(blocked ? 'send.blocked' : 'send.asks')} alert acts={acts}>
      <dl className="warned">
        {codes.map((code) => (
          <div key={code}>
            <dt>{t(`guards.${code}.short`)}</dt>
            <dd className="meta">{t(`guards.${code}.asked`)}</dd>
          </div>
        ))}
      </dl>
    </Guard>
  );
}
