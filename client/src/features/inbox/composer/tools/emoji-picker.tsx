import { useState } from 'react';
import { useTranslation } from 'react-i18next';

// Few and friendly: what a company writes under a complaint, an answer or a thank you. Each with its words in both languages.
const emoji: readonly (readonly [string, string])[] = [
  ['🙏', 'danke bitte thanks please'],
  ['😊', 'freundlich lächeln smile friendly'],
  ['🙂', 'lächeln smile'],
  ['😃', 'freude happy joy'],
  ['😉', 'zwinkern wink'],
  ['🤗', 'umarmung hug welcome'],
  ['😅', 'verlegen phew'],
  ['😔', 'bedauern traurig sorry sad'],
  ['😟', 'sorge worried'],
  ['😳', 'peinlich embarrassed'],
  ['🤔', 'nachdenken think'],
  ['👍', 'gut ja good yes'],
  ['👋', 'hallo tschüss hello bye'],
  ['👏', 'applaus bravo applause'],
  ['🤝', 'abgemacht deal hands'],
  ['💪', 'stark strong'],
  ['🙌', 'jubel hooray'],
  ['✌️', 'frieden peace'],
  ['❤️', 'herz liebe heart love'],
  ['💛', 'herz gelb heart yellow'],
  ['🎉', 'feier party'],
  ['🎁', 'geschenk gift'],
  ['✨', 'glanz sparkle'],
  ['⭐', 'stern star'],
  ['☀️', 'sonne sun'],
  ['🌧️', 'regen rain'],
  ['❄️', 'schnee snow'],
  ['🌷', 'blume flower'],
  ['🏔️', 'berge mountains'],
  ['🏨', 'hotel'],
  ['🛏️', 'bett zimmer bed room'],
  ['🔑', 'schlüssel key'],
  ['☕', 'kaffee coffee'],
  ['🍳', 'frühstück breakfast'],
  ['🍰', 'kuchen cake'],
  ['🍷', 'wein wine'],
  ['📞', 'telefon anrufen phone call'],
  ['✉️', 'brief mail letter'],
  ['📦', 'paket parcel'],
  ['🚚', 'lieferung delivery'],
  ['🔧', 'reparatur repair fix'],
  ['⏰', 'zeit uhr time clock'],
  ['📅', 'termin kalender date calendar'],
  ['✅', 'erledigt done check'],
  ['ℹ️', 'hinweis info'],
  ['💡', 'idee idea'],
  ['🚲', 'fahrrad bike'],
  ['🐕', 'hund dog'],
];

/** A small sheet of emoji with a search field; Escape and a click beside it close it. */
export function EmojiPicker({ onChoose }: { onChoose: (sign: string) => void }) {
  const { t } = useTranslation('snippets');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = emoji.filter(([, words]) => words.split(' ').some((word) => word.startsWith(wanted)));
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
          const first = found[0];
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          onChoose(first[0]);
        }}
        {...{ autoFocus: true }}
      />
      <div className="emoji">
        {found.map(([sign, words]) => (
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
