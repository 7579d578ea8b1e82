import type { ReactNode, RefObject } from 'react';
import { Notice } from './notice.tsx';

interface FormProps<V> {
  /** From `useForm`. */
  readonly form: { readonly frame: RefObject<HTMLFormElement | null>; submit(send: (values: V) => void): void };
  readonly onSend: (values: V) => void;
  /** Why the last sending was refused. */
  readonly problem: string | false;
  /** The buttons below. */
  readonly acts: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a form: what was refused stands above its fields, what can be done below. */
export function Form<V>({ form, onSend, problem, acts, children }: FormProps<V>) {
  return (
    <form
      className="form"
      ref={form.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit(onSend);
      }}
    >
      {problem && <Notice kind="error">{problem}</Notice>}
      {children}
      <p className="form-acts">{acts}</p>
    </form>
  );
}
