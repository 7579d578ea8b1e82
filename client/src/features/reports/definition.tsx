import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon.tsx';
import { placeBelow } from '../../components/place-below.ts';
import type { MeasureName } from './measures.ts';

/** The sign `i` beside a number: what it counts, and what it leaves out. */
export function Definition({ of }: { of: MeasureName }) {
  const { t } = useTranslation('reports');
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const label = t('definitionOf', { name: t(`measures.${of}`) });
  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn quiet icon sm"
        aria-label={label}
        title={label}
        popoverTarget={id}
      >
        <Icon name="info" />
      </button>
      <p
        id={id}
        popover="auto"
        className="definition"
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && button.current) placeBelow(event.currentTarget, button.current);
        }}
      >
        {t(`definitions.${of}`)}
      </p>
    </>
  );
}
