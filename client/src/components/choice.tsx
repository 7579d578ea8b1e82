import { useId } from 'react';

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly value: T;
  readonly choices: readonly { value: T; label: string }[];
  readonly onChoose: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, hint, value, choices, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="group" aria-describedby={hint && `${name}-hint`}>
      <legend>{legend}</legend>
      <div>
        <span className="seg radio">
          {choices.map((choice) => (
            <label key={choice.value}>
              <input
                type="radio"
                name={name}
                checked={choice.value === value}
                onChange={() => onChoose(choice.value)}
              />
              {choice.label}
            </label>
          ))}
        </span>
      </div>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
    </fieldset>
  );
}
