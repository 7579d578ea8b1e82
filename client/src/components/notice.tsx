import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

const icons = { error: 'alert', warn: 'warn', ok: 'check', info: 'info' } as const;

/** A bar that belongs to a form or a pane. Errors are said at once, the others when there is time. */
export function Notice({
  kind,
  children,
  quiet = false,
}: {
  kind: keyof typeof icons;
  children: ReactNode;
  quiet?: boolean;
}) {
  const role = kind === 'error' ? 'alert' : 'status';
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What came of a click must be seen, also in a long form.
    if (!quiet) bar.current?.scrollIntoView({ block: 'nearest' });
  }, [quiet]);
  return (
    <div ref={bar} className={`bar notice ${kind}`} role={quiet ? undefined : role}>
      <Icon name={icons[kind]} />
      <div>{children}</div>
    </div>
  );
}
