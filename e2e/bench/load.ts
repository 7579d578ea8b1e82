import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}
export interface Outcome {
  readonly perSecond: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
}

/** Fires `total` requests over kept-alive connections, `width` at once. Any answer that is not 2xx ends the run. */
export async function fire(url: string, total: number, width: number, shot: (i: number) => Shot): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const shooter = async () => {
    for (let i = next++; i < total; i = next++) {
      const from = performance.now();
      await send(agent, url, shot(i));
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: width }, shooter));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: total / seconds, times };
}

function send(agent: Agent, url: string, { method, path, headers, body }: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const size =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url + path, { agent, method, headers: { ...headers, ...size } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        const ok = (answer.statusCode ?? 500) < 300;
        if (ok) resolve();
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
