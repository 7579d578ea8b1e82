import type { ReactNode } from 'react';
import { Check } from './field.tsx';

interface TickListProps {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly choices: readonly { id: string; label: ReactNode }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Several of many. */
export function TickList({ legend, hint, choices, chosen, onChange }: TickListProps) {
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="ticks">
        {choices.map(({ id, label }) => (
          <Check
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
