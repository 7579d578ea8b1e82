import { type ShapeName, shapes } from '../icons/shapes.tsx';
import { type IconName, icons } from '../icons/tabler.ts';

/** A sign beside a word, or inside a control that has a name of its own; never the only carrier of meaning. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg className={large ? 'i i20' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}

export function Shape({ name, tone }: { name: ShapeName; tone?: string }) {
  return (
    <svg className={tone ? `sh ${tone}` : 'sh'} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
