import { type Account, findAccounts } from '@stammgast/shared/contract/authors';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { mayLinkPeople } from '@stammgast/shared/domain/linking';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { AccountLine } from './account-line.tsx';

interface PersonDialogProps {
  readonly author: ThreadRow['author'];
  /** Accounts that are linked already. */
  readonly known: readonly string[];
  readonly onClose: () => void;
  readonly onLink: (account: Account) => void;
}

const SHORTEST = 2;

/** Looks for another account by name or handle, on the channels that one may see. */
export function PersonDialog({ author, known, onClose, onLink }: PersonDialogProps) {
  const { t } = useTranslation(['person', 'common']);
  const [text, setText] = useState(author.name);
  const sought = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ['context', 'accounts', sought],
    queryFn: ({ signal }) => call(findAccounts, { query: { text: sought }, signal }),
    enabled: sought.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const hidden = new Set([author.id, ...known]);
  const found = (data?.accounts ?? []).filter((account) => !hidden.has(account.author.id));
  return (
    <Dialog
      title={t('dialogTitle', { name: author.name })}
      onClose={onClose}
      footer={
        <Button size="lg" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      <div className="join-parts">
        <p className="muted">{t('dialogText')}</p>
        <Field
          label={t('seek')}
          value={text}
          maxLength={80}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setText(event.target.value)}
        />
        <ul className="accounts" aria-live="polite">
          {found.map((account) => {
            const may = mayLinkPeople(account.platform);
            const platform = t(`common:platforms.${account.platform}`);
            return (
              <AccountLine
                key={account.author.id}
                account={account}
                note={may ? account.author.name : t('forbidden', { platform })}
              >
                {may && (
                  <Button
                    size="sm"
                    aria-label={t('linkWith', { name: account.author.name, channel: account.channelName })}
                    onClick={() => onLink(account)}
                  >
                    {t('link')}
                  </Button>
                )}
              </AccountLine>
            );
          })}
          {data && sought.length >= SHORTEST && found.length === 0 && <li className="muted">{t('noneFound')}</li>}
        </ul>
      </div>
    </Dialog>
  );
}
