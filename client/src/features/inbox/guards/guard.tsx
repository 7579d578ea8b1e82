import type { ReactNode } from 'react';
import { Icon } from '../../../components/icon.tsx';

interface GuardProps {
  readonly title: string;
  /** Something was refused or taken away; otherwise it is only said. */
  readonly alert?: boolean;
  readonly children?: ReactNode;
  /** The ways on. */
  readonly acts: ReactNode;
}

/** A notice above the composer that wants a decision. */
export function Guard({ title, alert = false, children, acts }: GuardProps) {
  return (
    <section className="guard" aria-label={title}>
      <p className="guard-title" role={alert ? 'alert' : 'status'}>
        <Icon name="alert" />
        <b>{title}</b>
      </p>
      {children}
      <div className="acts">{acts}</div>
    </section>
  );
}
