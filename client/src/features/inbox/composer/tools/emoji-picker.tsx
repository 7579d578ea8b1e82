import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../../../keys/is-composing.ts';
import { findEmoji } from './emoji.ts';

/** A small sheet of emoji with a search field; Escape and a click beside it close it. */
export function EmojiPicker({ onChoose }: { onChoose: (sign: string) => void }) {
  const { t, i18n } = useTranslation('snippets');
  const language = i18n.language.startsWith('de') ? 'de' : 'en';
  const [typed, setTyped] = useState('');
  const found = findEmoji(typed);
  return (
    <>
      <input
        className="input"
        type="search"
        value={typed}
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          // Never the form's Enter: that would send the answer.
          event.preventDefault();
          const [first] = found;
          if (first) onChoose(first.sign);
        }}
        {...{ autoFocus: true }}
      />
      <div className="emoji">
        {found.map(({ sign, [language]: words }) => (
          <button
            key={sign}
            type="button"
            aria-label={words.split(' ')[0]}
            title={words}
            onClick={() => onChoose(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
      {found.length === 0 && <p className="meta">{t('noMatch')}</p>}
    </>
  );
}
