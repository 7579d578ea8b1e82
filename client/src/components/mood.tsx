import type { Sentiment } from '@stammgast/shared/domain/assessment';
import { useTranslation } from 'react-i18next';
import type { ShapeName } from '../icons/shapes.tsx';
import { Shape } from './icon.tsx';

const shapeOf = {
  negative: 'neg',
  mixed: 'mix',
  neutral: 'neu',
  positive: 'pos',
  unsure: 'uns',
} as const satisfies Record<Sentiment, ShapeName>;

/** Shape alone for rows (the word is for screen readers). */
export function MoodShape({ sentiment }: { sentiment: Sentiment }) {
  const { t } = useTranslation();
  return (
    <>
      <Shape name={shapeOf[sentiment]} tone={shapeOf[sentiment]} />
      <span className="sr">{t(`sentiments.${sentiment}`)}</span>
    </>
  );
}

/** Shape, word and colour. */
export function Mood({ sentiment }: { sentiment: Sentiment }) {
  const { t } = useTranslation();
  return (
    <span className={`mood ${shapeOf[sentiment]}`}>
      <Shape name={shapeOf[sentiment]} tone={shapeOf[sentiment]} />
      {t(`sentiments.${sentiment}`)}
    </span>
  );
}
