import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { useWidth } from './use-width.ts';

interface ChartFrameProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly className?: string;
  /** Draws it in this width. */
  readonly draw: (width: number) => ReactNode;
  /** The same as a table: for screen readers, for exact numbers and for the lists behind them. */
  readonly table: ReactNode;
  readonly children?: ReactNode;
}

/** A chart and its twin. Both keep the same place, so that nothing below moves. */
export function ChartFrame({ title, note, className = '', draw, table, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const [element, width] = useWidth<HTMLDivElement>();
  return (
    <section className={`chart-frame ${className}`} aria-labelledby={id}>
      <header className="block-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="meta">{note}</span>}
        <Button
          className="end"
          kind="quiet"
          size="sm"
          icon="density"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t('asTable')}
        </Button>
      </header>
      <div className={asTable ? 'plot table-twin' : 'plot'} ref={element}>
        {asTable ? table : draw(width)}
      </div>
      {children}
    </section>
  );
}
