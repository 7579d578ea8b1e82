/** The brass tag: thread numbers and steps of the first run, nowhere else. */
export function KeyTag({
  children,
  title,
  kind,
}: {
  children: number | string;
  title?: string;
  kind?: 'big' | 'off' | 'full' | 'big full' | 'big off';
}) {
  return (
    <span className={kind ? `keytag ${kind}` : 'keytag'} title={title}>
      {title && <span className="sr">{title} </span>}
      {children}
    </span>
  );
}
