import { CopyButton } from './copy-field.tsx';

// What scrolls has to be reachable by keyboard.
const scrollable = { tabIndex: 0 };

/** Text for a terminal or a program; scrolls inside itself, also by keyboard. `of` tells several on one page apart. */
export function CodeBlock({ label, of, text }: { label: string; of?: string; text: string }) {
  const name = of ? `${label}: ${of}` : label;
  return (
    <figure className="code">
      <figcaption>
        <span className="label">{label}</span>
        <CopyButton text={text} />
      </figcaption>
      <section className="code-text" aria-label={name} {...scrollable}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
    </figure>
  );
}
