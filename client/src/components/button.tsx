import type { CommandId } from '@stammgast/shared/domain/keys';
import type { ButtonHTMLAttributes, Ref } from 'react';
import type { IconName } from '../icons/tabler.ts';
import { useKeyHint } from '../keys/key-words.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly kind?: 'plain' | 'quiet' | 'primary' | 'danger';
  readonly size?: 'sm' | 'lg';
  readonly icon?: IconName;
  /** The command that does the same: its key is shown behind the word, or in the tip. */
  readonly command?: CommandId;
  /** Shows that it works and refuses a second click. */
  readonly busy?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a word. For a sign alone use IconButton. */
export function Button({
  kind = 'plain',
  size,
  icon,
  command,
  busy = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const classes = ['btn', kind === 'plain' ? '' : kind, size ?? '', className ?? ''].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} className={classes} disabled={disabled || busy} aria-busy={busy || undefined}>
      {busy ? <span className="spin" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
      {command && <Kbd command={command} />}
    </button>
  );
}

/** A button with a sign alone: the label is its name and its tip. */
export function IconButton({
  icon,
  label,
  kind = 'quiet',
  size,
  command,
  className,
  ...rest
}: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) {
  const classes = ['btn', kind === 'plain' ? '' : kind, 'icon', size ?? '', className ?? ''].filter(Boolean).join(' ');
  const hint = useKeyHint(command);
  return (
    <button type="button" {...rest} className={classes} aria-label={label} title={hint ? `${label} (${hint})` : label}>
      <Icon name={icon} />
    </button>
  );
}
