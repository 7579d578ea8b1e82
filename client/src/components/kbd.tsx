import type { CommandId } from '@stammgast/shared/domain/keys';
import { useKeyHint } from '../keys/key-words.ts';

/** The key of a command beside it; nothing when the person has none for it. Screen readers get keys from the help dialog. */
export function Kbd({ command }: { command: CommandId }) {
  const hint = useKeyHint(command);
  return hint && <KeyCap keys={hint} />;
}

/** A key as it looks, for lists of keys. */
export function KeyCap({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keys}
    </span>
  );
}
