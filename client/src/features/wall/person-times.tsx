import { lookAtPersonFigures, type PersonFigures, SMALLEST_GROUP } from '@stammgast/shared/contract/figures';
import type { WallScope } from '@stammgast/shared/contract/wall';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useMe } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { useProblemText } from '../../components/problem-text.ts';
import { Table } from '../../components/table.tsx';
import { durationWords } from '../../i18n/duration.ts';

/** Where the house has agreed to it: nothing is fetched before somebody asks, because each look is recorded. */
export function PersonTimes({ scope }: { scope: WallScope }) {
  const { t } = useTranslation('wall');
  const { may } = useMe();
  const problemText = useProblemText('wall');
  const look = useMutation({
    mutationFn: () => call(lookAtPersonFigures, { body: scope }),
  });
  if (!may.includes('figures.people')) return null;
  return (
    <>
      <p className="form-acts">
        <Button kind="quiet" icon="eye" busy={look.isPending} onClick={() => look.mutate()}>
          {t('people.open')}
        </Button>
      </p>
      {look.isError && <Notice kind="error">{problemText(look.error)}</Notice>}
      {look.data && (
        <Dialog
          title={t('people.title')}
          wide
          onClose={look.reset}
          footer={
            <Button kind="primary" onClick={look.reset}>
              {t('people.close')}
            </Button>
          }
        >
          <p className="muted">{t('people.note')}</p>
          <Times figures={look.data} />
        </Dialog>
      )}
    </>
  );
}

function Times({ figures }: { figures: PersonFigures }) {
  const { t, i18n } = useTranslation(['wall', 'durations']);
  if (figures.suppressed) return <p>{t('people.suppressed', { count: SMALLEST_GROUP })}</p>;
  const words = (minutes: number | null) =>
    minutes === null ? t('people.few') : durationWords(t, minutes, { days: true });
  return (
    <Table
      caption={t('people.title')}
      head={(['person', 'n', 'median', 'p90'] as const).map((column) => (
        <th scope="col" className={column === 'person' ? undefined : 'num'} key={column}>
          {t(`people.${column}`)}
        </th>
      ))}
    >
      {figures.people.map((person) => (
        <tr key={person.personId}>
          <th scope="row">{person.name}</th>
          <td className="num">{person.n.toLocaleString(i18n.language)}</td>
          <td className="num">{words(person.medianMinutes)}</td>
          <td className="num">{words(person.p90Minutes)}</td>
        </tr>
      ))}
    </Table>
  );
}
