import { allBindings, chosenKeys, isFixedKey, type KeyMap } from '@stammgast/shared/domain/key-map';
import type { CommandId } from '@stammgast/shared/domain/keys';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.tsx';
import { KeyCap } from '../../components/kbd.tsx';
import { useKeyWords } from '../../keys/key-words.ts';
import { KeyCatcher } from './key-catcher.tsx';
import { type KeyChange, type KeySlot, slotId } from './key-change.ts';
import { KeyProblem } from './key-problem.tsx';

interface Actions {
  readonly ask: (slot: KeySlot) => void;
  readonly give: (slot: KeySlot, key: string) => void;
  readonly take: (slot: KeySlot) => void;
  readonly reset: (id: CommandId) => void;
  readonly swap: (id: CommandId, map: KeyMap) => void;
  /** Esc: as before, the focus back on the key. */
  readonly leave: (slot: KeySlot) => void;
  readonly blur: () => void;
}

interface KeyRowProps {
  readonly id: CommandId;
  readonly map: KeyMap;
  readonly changed: boolean;
  /** Which key is being asked for. */
  readonly asking: number | null;
  readonly refused: Extract<KeyChange, { problem: unknown }> | null;
  readonly actions: Actions;
}

/** So many keys one command can have; the contract of the preferences knows no more. */
const mostKeys = 4;

export function KeyRow({ id, map, changed, asking, refused, actions }: KeyRowProps) {
  const { t } = useTranslation(['profile', 'keys']);
  const words = useKeyWords();
  const name = t(`keys:commands.${id}`);
  const own = chosenKeys(id, map);
  const fixed =
    allBindings()
      .find((one) => one.id === id)
      ?.keys.filter(isFixedKey) ?? [];
  const catcher = (at: number) => (
    <KeyCatcher
      key={at}
      label={t('keys.press', { command: name })}
      onKey={(key) => actions.give({ id, at }, key)}
      onTake={at < own.length ? () => actions.take({ id, at }) : undefined}
      onLeave={() => actions.leave({ id, at })}
      onBlur={actions.blur}
    />
  );
  return (
    <li>
      <span className="what">{name}</span>
      <span className="own">
        {own.map((key, at) =>
          asking === at ? (
            catcher(at)
          ) : (
            <button
              key={key}
              id={slotId({ id, at })}
              type="button"
              className="key-slot"
              aria-label={t('keys.changeOne', { command: name, key: words(key) })}
              onClick={() => actions.ask({ id, at })}
            >
              <KeyCap keys={words(key)} />
            </button>
          ),
        )}
        {fixed.map((key) => (
          <span key={key} className="key-slot" title={t('keys.fixed')}>
            <KeyCap keys={words(key)} />
            <span className="sr">{words(key)}</span>
          </span>
        ))}
        {asking === own.length
          ? catcher(own.length)
          : own.length < mostKeys && (
              <IconButton
                icon="plus"
                size="sm"
                id={slotId({ id, at: own.length })}
                label={t('keys.addOne', { command: name })}
                onClick={() => actions.ask({ id, at: own.length })}
              />
            )}
      </span>
      {changed && (
        <span className="end">
          <button
            type="button"
            className="link"
            aria-label={t('keys.resetOne', { command: name })}
            onClick={() => actions.reset(id)}
          >
            {t('keys.reset')}
          </button>
        </span>
      )}
      {refused && <KeyProblem refused={refused} onSwap={(swapped) => actions.swap(id, swapped)} />}
    </li>
  );
}
