import { allBindings } from '@stammgast/shared/domain/key-map';
import { notationOf, refusalOf, strokesOf } from '@stammgast/shared/domain/key-notation';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.tsx';
import { useKeyWords } from '../../keys/key-words.ts';

interface KeyCatcherProps {
  readonly label: string;
  readonly onKey: (key: string) => void;
  /** Takes the key away that is there; left out where there is none yet. */
  readonly onTake: (() => void) | undefined;
  readonly onLeave: () => void;
  readonly onBlur: () => void;
}

/** Begins sequences in the table, and so alone is never a command: after it the second key is waited for. */
const openers = new Set(
  allBindings().flatMap(({ keys }) => keys.flatMap((key) => (strokesOf(key).length > 1 ? strokesOf(key)[0] : []))),
);

/** Waits for the next key that is pressed. Tab and Esc leave: nobody is caught here. */
export function KeyCatcher({ label, onKey, onTake, onLeave, onBlur }: KeyCatcherProps) {
  const { t } = useTranslation('profile');
  const words = useKeyWords();
  const frame = useRef<HTMLSpanElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [first, setFirst] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return onLeave();
    }
    const stroke = notationOf(event);
    // What the browser keeps for itself is left to it.
    if (stroke === null || refusalOf(stroke) === 'browser') return;
    event.preventDefault();
    if (first === null && openers.has(stroke)) setFirst(stroke);
    else onKey(first === null ? stroke : `${first} ${stroke}`);
  };
  const onBlurWithin = ({ relatedTarget }: FocusEvent) => {
    if (!frame.current?.contains(relatedTarget)) onBlur();
  };
  return (
    <span className="key-catcher" ref={frame}>
      <input
        ref={field}
        type="text"
        readOnly
        aria-label={label}
        value={first === null ? t('keys.waiting') : t('keys.waitingSecond', { key: words(first) })}
        onKeyDown={onKeyDown}
        onBlur={onBlurWithin}
      />
      {onTake && <IconButton icon="trash" size="sm" label={t('keys.take')} onClick={onTake} onBlur={onBlurWithin} />}
    </span>
  );
}
