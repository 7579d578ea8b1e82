import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { placeBelow } from './place-below.ts';

interface MenuProps {
  /** The button that opens it: gets what it has to spread. */
  readonly button: (props: {
    id: string;
    popoverTarget: string;
    'aria-haspopup': 'menu';
    'aria-expanded': boolean;
    'aria-controls': string;
  }) => ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}

const itemsOf = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])'),
];

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item.matches(':focus'));
  const goals: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  items.at(goal % items.length)?.focus();
}

/** A menu on the native popover: light dismiss and the top layer come from the browser. Children are MenuItems. */
export function Menu({ button, label, children }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // The items are drawn only once it is open.
  useEffect(() => {
    if (open && menu.current) itemsOf(menu.current)[0]?.focus();
  }, [open]);
  return (
    <>
      {button({
        id: `${id}-button`,
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
      })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        onKeyDown={moveFocus}
        onBeforeToggle={(event) => {
          const anchor = document.getElementById(`${id}-button`);
          if (event.newState === 'open' && anchor) placeBelow(event.currentTarget, anchor);
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children}
      </div>
    </>
  );
}

interface MenuItemProps {
  readonly onChoose: () => void;
  readonly children: ReactNode;
  /** Given: one of several, or on and off. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly end?: ReactNode;
}

export function MenuItem({ onChoose, children, checked, danger = false, disabled = false, end }: MenuItemProps) {
  const common = {
    type: 'button' as const,
    'aria-disabled': disabled || undefined,
    tabIndex: -1,
    className: danger ? 'danger' : undefined,
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (disabled) return;
      event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
      onChoose();
    },
  };
  const words = (
    <>
      {children}
      {end !== undefined && <span className="end">{end}</span>}
    </>
  );
  if (checked === undefined)
    return (
      <button {...common} role="menuitem">
        {words}
      </button>
    );
  return (
    <button {...common} role="menuitemradio" aria-checked={checked}>
      {words}
    </button>
  );
}
