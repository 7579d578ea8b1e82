import type { Level } from '@stammgast/shared/domain/radar/level';
import { useTranslation } from 'react-i18next';

const bars = [1, 2, 3, 4, 5, 6] as const;

/** How strong the wind is: as many bars as the level, and its words. The colour only repeats what both say. */
export function Wind({ level }: { level: Level }) {
  const { t } = useTranslation();
  return (
    <span className={level >= 3 ? 'wind storm' : 'wind'}>
      <svg viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
        {bars.map((bar) => (
          <rect
            key={bar}
            className={bar <= level ? 'on' : 'off'}
            x={bar * 4.5 - 3.75}
            y={14 - bar * 2}
            width="3"
            height={bar * 2 + 1}
          />
        ))}
      </svg>
      <span>
        {t('wind.level', { level })} · {t(`wind.words.${level}`)}
      </span>
    </span>
  );
}
