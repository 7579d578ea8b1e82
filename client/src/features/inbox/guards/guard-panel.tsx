import type { Thread } from '@stammgast/shared/contract/threads';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import type { Page } from '../composer/pages.ts';
import type { Answering, Question, Sending } from '../composer/use-answering.ts';
import { useDrafts } from '../composer/use-draft.ts';
import { useColleagueNames } from '../thread/colleagues.tsx';
import { ChangesPart } from './changes-part.tsx';
import { Guard } from './guard.tsx';
import { Pair } from './pair.tsx';
import { Warned } from './warned.tsx';

interface GuardPanelProps {
  readonly thread: Thread;
  readonly page: Page;
  readonly kind: 'answer' | 'note';
  /** There is nothing to answer any more. */
  readonly gone: boolean;
  readonly answering: Answering;
  readonly onSend: (sending: Sending) => void;
}

/** What stands between a text and the public: the most pressing of it, with the ways on. */
export function GuardPanel({ kind, ...parts }: GuardPanelProps) {
  const { page, answering } = parts;
  if (page.elsewhere) return <Elsewhere {...parts} kind={kind} theirs={page.elsewhere.body} />;
  if (kind === 'note') return null;
  if (answering.lostTo !== null) return <TakenOver personId={answering.lostTo} onKeepOn={answering.keepOn} />;
  if (answering.said.changes.length > 0) return <Changed {...parts} />;
  if (!answering.question) return null;
  const asked = { ...parts, question: answering.question };
  switch (answering.question.code) {
    case 'reply.someone_writes':
      return <SomeoneWrites {...asked} />;
    case 'reply.guard_asks':
    case 'reply.guard_blocked':
      return <Warned {...asked} />;
    default:
      return <Second {...asked} />;
  }
}

type Parts = Omit<GuardPanelProps, 'kind'>;
type Asked = Parts & { readonly question: Question };

function useNameOf() {
  const { t } = useTranslation('guards');
  const names = useColleagueNames();
  return (personId: string | undefined) => names.get(personId ?? '') ?? t('somebody');
}

function Elsewhere({ thread, page, kind, theirs }: Parts & { kind: 'answer' | 'note'; theirs: string }) {
  const { t } = useTranslation('guards');
  const drafts = useDrafts();
  const decide = (choice: 'mine' | 'theirs' | 'both') => () => drafts.decide(thread.row.id, kind, choice);
  const acts = (
    <>
      <Button onClick={decide('mine')}>{t('keepHere')}</Button>
      <Button onClick={decide('theirs')}>{t('keepThere')}</Button>
      <Button onClick={decide('both')}>{t('keepBoth')}</Button>
    </>
  );
  return (
    <Guard title={t('elsewhere')} alert acts={acts}>
      <Pair left={{ name: t('here'), text: page.body }} right={{ name: t('there'), text: theirs }} />
    </Guard>
  );
}

function TakenOver({ personId, onKeepOn }: { personId: string; onKeepOn: () => void }) {
  const { t } = useTranslation('guards');
  const nameOf = useNameOf();
  const acts = <Button onClick={onKeepOn}>{t('writeOn')}</Button>;
  return (
    <Guard title={t('takenOver', { name: nameOf(personId) })} alert acts={acts}>
      <p className="meta">{t('textStays')}</p>
    </Guard>
  );
}

function Changed({ page, gone, answering: { said } }: Parts) {
  const { t } = useTranslation('guards');
  const acts = <Button onClick={said.acknowledge}>{t('read')}</Button>;
  return (
    <Guard title={t(said.noticed ? 'notSent' : 'changed')} alert={said.noticed} acts={acts}>
      <ChangesPart changes={said.changes} />
      {gone && (
        <figure>
          <figcaption className="meta">{t('textStays')}</figcaption>
          <blockquote>{page.body}</blockquote>
        </figure>
      )}
    </Guard>
  );
}

function SomeoneWrites({ question, answering, onSend }: Asked) {
  const { t } = useTranslation('guards');
  const nameOf = useNameOf();
  const acts = (
    <>
      <Button onClick={() => onSend({ ...question.sending, alongside: true })}>{t('despite')}</Button>
      <Button onClick={answering.dismiss}>{t('wait')}</Button>
      <Button onClick={() => void answering.takeOver()}>{t('takeOver')}</Button>
    </>
  );
  return <Guard title={t('writes', { name: nameOf(question.context.personId) })} alert acts={acts} />;
}

/** Another answer to the same comment is public or on its way: only what is public can be answered once more. */
function Second({ thread, page, question, answering, onSend }: Asked) {
  const { t } = useTranslation(['guards', 'problems']);
  const first = thread.replies.find((reply) => reply.id === question.context.replyId);
  const name = t('firstOf', { name: first?.personName ?? t('somebody') });
  const acts = (
    <>
      {question.code === 'reply.second_answer' && (
        <Button onClick={() => onSend({ ...question.sending, second: true })}>{t('sendSecond')}</Button>
      )}
      <Button onClick={answering.dismiss}>{t('keepText')}</Button>
    </>
  );
  return (
    <Guard title={t(`problems:${question.code}`)} alert acts={acts}>
      <Pair left={{ name, text: first?.body ?? '' }} right={{ name: t('mine'), text: page.body }} />
    </Guard>
  );
}
