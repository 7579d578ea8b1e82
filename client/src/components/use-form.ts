import { type ChangeEvent, useState } from 'react';
import { useFirstError } from './use-first-error.ts';

type Values = Readonly<Record<string, string>>;
export type FormErrors<V> = Partial<Record<keyof V, string>>;

/**
 * Text fields with a check. Errors appear with the first try to send and then follow every key; sending with errors
 * moves the focus to the first wrong field inside `frame`.
 */
export function useForm<V extends Values, E extends HTMLElement = HTMLDivElement>(
  initial: V,
  check: (values: V) => FormErrors<V>,
) {
  const [values, setValues] = useState(initial);
  const [tries, setTries] = useState(0);
  const frame = useFirstError<E>(tries);
  const errors: FormErrors<V> = tries > 0 ? check(values) : {};
  const set = (changed: Partial<V>) => setValues((now) => ({ ...now, ...changed }));
  return {
    values,
    errors,
    frame,
    set,
    reset: () => {
      setValues(initial);
      setTries(0);
    },
    bind: (name: keyof V & string) => ({
      name,
      value: values[name] ?? '',
      error: errors[name],
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
        setValues((now) => ({ ...now, [name]: event.target.value })),
    }),
    submit: (send: (values: V) => void) => {
      setTries((count) => count + 1);
      if (Object.keys(check(values)).length === 0) send(values);
    },
  };
}
