import { type Account, getPerson, linkPerson, unlinkPerson } from '@stammgast/shared/contract/authors';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { codeOf, isApiProblem } from '../../../api/problem.ts';
import { useToast } from '../../../components/toast.tsx';

export const personQuery = (authorId: string) =>
  queryOptions({
    queryKey: ['context', 'person', authorId],
    queryFn: ({ signal }) => call(getPerson, { params: { authorId }, signal }),
  });

/** Says that accounts belong to one person, or that they do not. Both can be taken back. */
export function usePerson(authorId: string) {
  const client = useQueryClient();
  const toasts = useToast();
  const { t } = useTranslation(['person', 'common', 'problems']);
  const refresh = () => void client.invalidateQueries({ queryKey: ['context'] });
  const linkTo = (account: Account) =>
    call(linkPerson, { params: { authorId }, body: { authorId: account.author.id } }).finally(refresh);
  const unlinkFrom = (account: Account) =>
    call(unlinkPerson, { params: { authorId: account.author.id } }).finally(refresh);

  const because = (error: unknown): string => {
    const platform = isApiProblem(error) ? error.context.platform : undefined;
    return platform
      ? t('forbidden', { platform: t(`common:platforms.${platform as Account['platform']}`) })
      : t(`problems:${codeOf(error)}`);
  };
  const attempt = async (account: Account, title: string, doing: Promise<unknown>, undo: () => Promise<unknown>) => {
    const detail = t('onChannel', { name: account.author.name, channel: account.channelName });
    try {
      await doing;
      toasts.show({ title, detail, undo });
    } catch (error) {
      toasts.show({ title: t('refused', { name: account.author.name }), detail: because(error), failed: true });
    }
  };
  return {
    link: (account: Account) => attempt(account, t('linked'), linkTo(account), () => unlinkFrom(account)),
    unlink: (account: Account) => attempt(account, t('unlinked'), unlinkFrom(account), () => linkTo(account)),
  };
}
