/** Quotes for POSIX shells: nothing inside single quotes is special, so only the quote itself needs care. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

interface Request {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body?: unknown;
}

/** A call to copy into a terminal. */
export function curlOf({ method, url, token, body }: Request): string {
  const lines = [`curl -X ${method} ${quoted(url)}`, `-H ${quoted(`Authorization: Bearer ${token}`)}`];
  if (body !== undefined) {
    lines.push(`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(JSON.stringify(body, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}
