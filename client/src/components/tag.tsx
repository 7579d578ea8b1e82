import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export function Tag({ children, line = false }: { children: ReactNode; line?: boolean }) {
  return <span className={line ? 'tag line' : 'tag'}>{children}</span>;
}

/** A filter that is on, with a button that takes it off. */
export function FilterChip({
  children,
  label,
  onRemove,
}: {
  children: ReactNode;
  label: string;
  onRemove: () => void;
}) {
  return (
    <span className="filter">
      {children}
      <button type="button" aria-label={label} title={label} onClick={onRemove}>
        <Icon name="x" />
      </button>
    </span>
  );
}
