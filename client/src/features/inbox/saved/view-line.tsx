import type { SavedView } from '@stammgast/shared/contract/views';
import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';

interface ViewLineProps {
  readonly view: SavedView;
  readonly onRename: (name: string) => void;
  readonly onUp: (() => Promise<void>) | undefined;
  readonly onDown: (() => Promise<void>) | undefined;
  readonly onShare: (() => void) | undefined;
  readonly onRemove: () => void;
}

/** A line that moves in the list takes the focus with it. */
const step = (run: (() => Promise<void>) | undefined) => (event: MouseEvent<HTMLButtonElement>) => {
  const button = event.currentTarget;
  void run?.().then(() => button.focus());
};

/** Before a line goes: to the name in the next one, or to the way out. */
function focusBeside(button: HTMLElement): void {
  const line = button.closest('li');
  const beside = (line?.nextElementSibling ?? line?.previousElementSibling)?.querySelector<HTMLElement>('input');
  (beside ?? button.closest('dialog')?.querySelector<HTMLElement>('footer button'))?.focus();
}

/** One saved view: its name is changed in place, and saved when one leaves it. */
export function ViewLine({ view, onRename, onUp, onDown, onShare, onRemove }: ViewLineProps) {
  const { t } = useTranslation('views');
  const [name, setName] = useState(view.name);
  useEffect(() => setName(view.name), [view.name]);
  const save = () => {
    const wanted = name.trim();
    if (wanted === '') setName(view.name);
    else if (wanted !== view.name) onRename(wanted);
  };
  return (
    <li>
      <input
        className="input"
        aria-label={t('nameOf', { name: view.name })}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <Button kind="quiet" aria-disabled={!onUp} onClick={step(onUp)} aria-label={t('up', { name: view.name })}>
        <Icon name="up" />
      </Button>
      <Button kind="quiet" aria-disabled={!onDown} onClick={step(onDown)} aria-label={t('down', { name: view.name })}>
        <Icon name="down" />
      </Button>
      {onShare && (
        <Button kind="quiet" onClick={onShare} aria-label={t('shareOf', { name: view.name })}>
          {t('share')}
        </Button>
      )}
      <Button
        kind="quiet"
        onClick={({ currentTarget }) => {
          focusBeside(currentTarget);
          onRemove();
        }}
        aria-label={t('removeOf', { name: view.name })}
      >
        {t('remove')}
      </Button>
    </li>
  );
}
