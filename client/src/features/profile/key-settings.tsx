import type { KeyMap } from '@stammgast/shared/domain/key-map';
import { type CommandId, keyCommands, keyGroups } from '@stammgast/shared/domain/keys';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../api/me.ts';
import { Button } from '../../components/button.tsx';
import { changedCommands, giveKey, type KeyChange, type KeySlot, resetKeys, slotId, takeKey } from './key-change.ts';
import { KeyRow } from './key-row.tsx';

const none: KeyMap = {};

/** What did not go, at which command. */
interface Refused {
  readonly id: CommandId;
  readonly change: Extract<KeyChange, { problem: unknown }>;
}

/** All commands with their keys; each key can be replaced by pressing another one. */
export function KeySettings({ onChange }: { onChange: (map: KeyMap) => void }) {
  const { t } = useTranslation(['profile', 'keys']);
  const map = usePreferences().keyMap ?? none;
  const [asking, setAsking] = useState<KeySlot | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const changed = changedCommands(map);
  const focusSlot = (slot: KeySlot) => setTimeout(() => document.getElementById(slotId(slot))?.focus());

  const settle = (slot: KeySlot, change: KeyChange) => {
    setAsking(null);
    if ('map' in change) {
      setRefused(null);
      onChange(change.map);
    } else setRefused({ id: slot.id, change });
    focusSlot(slot);
  };
  const actions = {
    ask: (slot: KeySlot) => {
      setRefused(null);
      setAsking(slot);
    },
    give: (slot: KeySlot, key: string) => settle(slot, giveKey(map, slot, key)),
    take: (slot: KeySlot) => settle({ ...slot, at: 0 }, takeKey(map, slot)),
    reset: (id: CommandId) => settle({ id, at: 0 }, resetKeys(map, id)),
    swap: (id: CommandId, swapped: KeyMap) => settle({ id, at: 0 }, { map: swapped }),
    leave: (slot: KeySlot) => {
      setAsking(null);
      focusSlot(slot);
    },
    blur: () => setAsking(null),
  };
  return (
    <div className="key-settings">
      <p className="meta">{t('keys.how')}</p>
      {keyGroups.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 className="label" id={`keys-${group}`}>
            {t(`keys:groups.${group}`)}
          </h3>
          <ul>
            {keyCommands
              .filter((command) => command.group === group)
              .map(({ id }) => (
                <KeyRow
                  key={id}
                  id={id}
                  map={map}
                  changed={changed.has(id)}
                  asking={asking?.id === id ? asking.at : null}
                  refused={refused?.id === id ? refused.change : null}
                  actions={actions}
                />
              ))}
          </ul>
        </section>
      ))}
      <p className="form-acts">
        <Button disabled={changed.size === 0} onClick={() => onChange({})}>
          {t('keys.resetAll')}
        </Button>
      </p>
    </div>
  );
}
