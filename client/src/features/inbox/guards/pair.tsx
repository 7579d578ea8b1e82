interface Side {
  readonly name: string;
  readonly text: string;
}

/** Two texts side by side, on a narrow page below each other. */
export function Pair({ left, right }: { left: Side; right: Side }) {
  return (
    <div className="pair">
      {[left, right].map(({ name, text }) => (
        <figure key={name}>
          <figcaption className="meta">{name}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      ))}
    </div>
  );
}
