import '../../../styles/joining.css';
import type { ThreadRow } from '@stammgast/shared/contract/threads';
import { mayLinkPeople } from '@stammgast/shared/domain/linking';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { useKeys } from '../../../keys/keys.tsx';
import { AccountLine } from './account-line.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { personQuery, usePerson } from './use-person.ts';

interface PersonPartProps {
  readonly author: ThreadRow['author'];
  readonly platform: ThreadRow['platform'];
}

/** The other accounts of this person, as far as people know them; what looks alike is only suggested. */
export function PersonPart({ author, platform }: PersonPartProps) {
  const { t } = useTranslation(['person', 'common']);
  const mayWork = useMay('thread.work');
  const person = usePerson(author.id);
  const { data } = useQuery(personQuery(author.id));
  const [asking, setAsking] = useState(false);
  const part = useRef<HTMLElement>(null);
  const possible = mayWork && !author.own && mayLinkPeople(platform);
  // Where the pane is put away there is nothing to open it in.
  const ask = () => part.current?.checkVisibility() && setAsking(true);
  useKeys(possible ? { samePerson: ask } : {});
  const platformName = t(`common:platforms.${platform}`);
  if (author.own) return null;
  if (!mayLinkPeople(platform)) return <p className="meta">{t('forbidden', { platform: platformName })}</p>;
  const { accounts = [], suggestions = [] } = data ?? {};
  if (!mayWork && accounts.length === 0) return null;
  return (
    <section ref={part} className="person-part" aria-label={t('title')}>
      <h3 className="label">{t('title')}</h3>
      <ul className="accounts">
        {accounts.map((account) => (
          <AccountLine key={account.author.id} account={account}>
            {mayWork && (
              <IconButton
                icon="unlink"
                size="sm"
                label={t('unlink', { name: account.author.name, channel: account.channelName })}
                onClick={() => void person.unlink(account)}
              />
            )}
          </AccountLine>
        ))}
        {mayWork &&
          suggestions.map((account) => (
            <AccountLine key={account.author.id} account={account} note={t('sameHandle')}>
              <Button size="sm" onClick={() => void person.link(account)}>
                {t('link')}
              </Button>
            </AccountLine>
          ))}
      </ul>
      {mayWork && (
        <Button size="sm" icon="user" command="samePerson" onClick={() => setAsking(true)}>
          {t('ask')}
        </Button>
      )}
      {asking && (
        <PersonDialog
          author={author}
          known={accounts.map((account) => account.author.id)}
          onClose={() => setAsking(false)}
          onLink={(account) => {
            setAsking(false);
            void person.link(account);
          }}
        />
      )}
    </section>
  );
}
