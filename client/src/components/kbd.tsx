/** A key hint beside a command; screen readers get keys from the help dialog. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keys}
    </span>
  );
}
