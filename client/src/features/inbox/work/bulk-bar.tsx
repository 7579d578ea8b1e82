import type { BulkAction } from '@stammgast/shared/contract/work';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { colleaguesQuery } from '../../../api/people-and-channels.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';

interface BulkBarProps {
  readonly count: number;
  /** Also what is not loaded: how many, as words. */
  readonly everything: string | null;
  readonly onEverything: () => void;
  readonly onNone: () => void;
  readonly onResolve: () => void;
  readonly onTag: () => void;
  readonly onSnooze: () => void;
  readonly onAct: (action: BulkAction) => void;
  /** All that is loaded is selected, and there is more. */
  readonly more: string | null;
}

/** What can be done to all that is selected. It stands above the list and covers no row. */
export function BulkBar(props: BulkBarProps) {
  const { t } = useTranslation(['work', 'inbox', 'common']);
  const box = useRef<HTMLInputElement>(null);
  const mayWork = useMe().may.includes('thread.work');
  useEffect(() => {
    if (box.current) box.current.indeterminate = props.everything === null;
  }, [props.everything]);
  return (
    <div className="bulk" role="toolbar" aria-label={t('bulk.label')}>
      <input
        ref={box}
        className="box"
        type="checkbox"
        checked
        aria-label={t('bulk.none')}
        title={t('bulk.none')}
        onChange={props.onNone}
      />
      <b aria-live="polite">
        {props.everything === null
          ? t('bulk.count', { count: props.count })
          : t('bulk.everything', { all: props.everything })}
      </b>
      {props.more !== null && (
        <button type="button" className="link" onClick={props.onEverything}>
          {t('bulk.more', { all: props.more })}
        </button>
      )}
      {mayWork && (
        <>
          {props.more === null ? (
            <Button kind="quiet" size="sm" icon="check" onClick={props.onResolve}>
              {t('inbox:resolve')}
            </Button>
          ) : (
            <IconButton size="sm" icon="check" label={t('inbox:resolve')} onClick={props.onResolve} />
          )}
          <AssignMany onAct={props.onAct} />
          <IconButton size="sm" icon="tag" label={t('tags.label')} onClick={props.onTag} />
          <IconButton size="sm" icon="snooze" label={t('snooze.submit')} onClick={props.onSnooze} />
        </>
      )}
      <MoreForMany mayWork={mayWork} onAct={props.onAct} />
    </div>
  );
}

function AssignMany({ onAct }: Pick<BulkBarProps, 'onAct'>) {
  const { t } = useTranslation(['inbox', 'common']);
  const me = useMe();
  const colleagues = (useQuery(colleaguesQuery).data ?? []).filter(
    (one) => one.active && one.role !== 'supervisor' && one.id !== me.id,
  );
  return (
    <Menu label={t('assign')} button={(props) => <IconButton size="sm" icon="assign" label={t('assign')} {...props} />}>
      <MenuItem onChoose={() => onAct({ kind: 'claim' })}>
        <Avatar name={me.name} />
        {t('work:bulk.claim')}
      </MenuItem>
      {colleagues.map((one) => (
        <MenuItem key={one.id} onChoose={() => onAct({ kind: 'assign', assigneeId: one.id })}>
          <Avatar name={one.name} />
          {one.name}
        </MenuItem>
      ))}
      <hr />
      <MenuItem onChoose={() => onAct({ kind: 'assign', assigneeId: null })}>{t('common:nobody')}</MenuItem>
    </Menu>
  );
}

function MoreForMany({ mayWork, onAct }: { mayWork: boolean; onAct: BulkBarProps['onAct'] }) {
  const { t } = useTranslation(['work', 'inbox', 'common']);
  return (
    <Menu
      label={t('common:more')}
      button={(props) => <IconButton size="sm" icon="dots" label={t('common:more')} {...props} />}
    >
      <MenuItem onChoose={() => onAct({ kind: 'read' })}>{t('bulk.read')}</MenuItem>
      <MenuItem onChoose={() => onAct({ kind: 'unread' })}>{t('bulk.unread')}</MenuItem>
      {mayWork && (
        <>
          <hr />
          <MenuItem onChoose={() => onAct({ kind: 'wake' })}>{t('bulk.wake')}</MenuItem>
          <MenuItem onChoose={() => onAct({ kind: 'reopen' })}>
            <Icon name="refresh" />
            {t('inbox:reopen')}
          </MenuItem>
          <MenuItem danger onChoose={() => onAct({ kind: 'resolve', reason: 'spam' })}>
            <Icon name="spam" />
            {t('bulk.spam')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
