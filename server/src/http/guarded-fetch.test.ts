import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createGuardedFetch } from './guarded-fetch.ts';
import { mayReach } from './guarded-fetch-addresses.ts';
import { ChannelError } from './outgoing.ts';

const running: { close(): unknown; closeAllConnections?: () => void }[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  running.push(server);
  await once(server.listen(0, host), 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function failure(work: Promise<unknown>): Promise<ChannelError> {
  const error = await work.then(
    () => expect.unreachable('should have failed'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ChannelError);
  return error as ChannelError;
}

const addresses = [
  '127.0.0.1',
  'localhost',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '127.1',
  '0.0.0.0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::7f00:1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '127.0.0.1.',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
];

describe('addresses', () => {
  test('no form of a loopback address reaches a server', async () => {
    const connections: number[] = [];
    const { server, port } = await serve((_request, response) => response.end('canary'), '::');
    server.on('connection', () => connections.push(1));
    // Every name resolves to this machine; port 80 and 443 are where the guard would let requests through.
    const http = createGuardedFetch({ lookup: async () => [{ address: '127.0.0.1', family: 4 }] })({
      allowPrivate: false,
    });
    for (const host of addresses) {
      for (const url of [`http://${host}/`, `https://${host}/`, `http://${host}:${port}/`]) {
        expect((await failure(http(url))).code, url).toBe('channel.blocked_address');
      }
    }
    expect(connections).toEqual([]);
  });

  test.each([
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    'fc00::1',
    'fd12::1',
    'fe80::1%eth0',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    'nonsense',
    '',
  ])('%s is not public', (address) => {
    expect(mayReach(address, false)).toBe(false);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:4001::1', '::ffff:8.8.8.8'])('%s is public', (ip) => {
    expect(mayReach(ip, false)).toBe(true);
  });

  test('permission for private addresses never includes metadata services', () => {
    for (const ip of ['127.0.0.1', '::1', '10.0.0.1', '192.168.0.9', 'fd12::1', '::ffff:192.168.0.1']) {
      expect(mayReach(ip, true), ip).toBe(true);
    }
    for (const ip of ['169.254.169.254', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'fd00:ec2::254', '0.0.0.0']) {
      expect(mayReach(ip, true), ip).toBe(false);
    }
  });

  test('a name of which any address is private is refused', async () => {
    const lookup = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '192.168.0.1', family: 4 },
    ];
    const http = createGuardedFetch({ lookup })({ allowPrivate: false });
    expect((await failure(http('http://mixed.test/'))).code).toBe('channel.blocked_address');
  });

  test('a name that changes its mind is resolved once for each connection', async () => {
    const { port } = await serve((_request, response) => response.end('ok'));
    const answers = ['127.0.0.1', '169.254.169.254'];
    let asked = 0;
    const lookup = async () => [{ address: answers[asked++] ?? '', family: 4 }];
    const http = createGuardedFetch({ lookup })({ allowPrivate: true });
    expect((await http(`http://rebind.test:${port}/`)).body).toBe('ok');
    expect(asked).toBe(1);
  });

  test.each(['file:///etc/passwd', 'gopher://example.test/', 'data:text/plain,x', 'nonsense', 'ftp://example.test/'])(
    '%s is not a web address',
    async (url) => {
      const http = createGuardedFetch()({ allowPrivate: true });
      expect((await failure(http(url))).code).toBe('channel.blocked_address');
    },
  );

  test('no credentials in the address, and no other ports', async () => {
    const http = createGuardedFetch({ lookup: async () => [{ address: '93.184.216.34', family: 4 }] })({
      allowPrivate: false,
    });
    for (const url of ['http://u:p@example.test/', 'http://example.test:25/', 'https://example.test:5432/']) {
      expect((await failure(http(url))).code).toBe('channel.blocked_address');
    }
  });
});

describe('redirects', () => {
  test('are followed with the address checked again', async () => {
    const { port } = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    );
    const http = createGuardedFetch()({ allowPrivate: true });
    expect((await failure(http(`http://127.0.0.1:${port}/`))).code).toBe('channel.blocked_address');
  });

  test('take credentials along on the same origin only', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    const { port } = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end();
      else response.writeHead(302, { location: `http://127.0.0.1:${other.port}/c` }).end();
    });
    const http = createGuardedFetch()({ allowPrivate: true });
    const answer = await http(`http://127.0.0.1:${port}/a`, { headers: { Authorization: 'Basic x' } });
    expect(answer).toMatchObject({ status: 200, body: 'there', url: `http://127.0.0.1:${other.port}/c` });
    expect(seen).toEqual(['Basic x', 'Basic x', undefined]);
  });

  test('end after three', async () => {
    let requests = 0;
    const { port } = await serve((_request, response) => {
      requests++;
      response.writeHead(302, { location: '/again' }).end();
    });
    const http = createGuardedFetch()({ allowPrivate: true });
    expect((await failure(http(`http://127.0.0.1:${port}/`))).code).toBe('channel.unexpected_answer');
    expect(requests).toBe(4);
  });

  test('are not followed by anything that writes', async () => {
    const { port } = await serve((_request, response) => response.writeHead(307, { location: '/x' }).end());
    const http = createGuardedFetch()({ allowPrivate: true });
    expect((await http(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).status).toBe(307);
  });
});

describe('limits and failures', () => {
  test('a body over the limit is cut off', async () => {
    let aborted = false;
    const { port } = await serve((_request, response) => {
      response.on('close', () => {
        aborted = !response.writableFinished;
      });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', more);
      more();
    });
    const http = createGuardedFetch({ maxBodyBytes: 100_000 })({ allowPrivate: true });
    expect((await failure(http(`http://127.0.0.1:${port}/`))).code).toBe('channel.unexpected_answer');
    await expect.poll(() => aborted).toBe(true);
  });

  test('time runs for headers and body together', async () => {
    const { port } = await serve((_request, response) => {
      response.write('a little');
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const http = createGuardedFetch()({ allowPrivate: true });
    const error = await failure(http(`http://127.0.0.1:${port}/`, { timeoutMs: 150 }));
    expect(error).toMatchObject({ code: 'channel.timeout', unsent: false });
  });

  test('the last question comes when the connection stands: no byte leaves after a no', async () => {
    const requests: string[] = [];
    let connections = 0;
    const { server, port } = await serve((request, response) => {
      requests.push(request.url ?? '');
      response.end('ok');
    });
    server.on('connection', () => {
      connections += 1;
    });
    const http = createGuardedFetch()({ allowPrivate: true });
    const held = await failure(
      http(`http://127.0.0.1:${port}/held`, { method: 'POST', maySend: () => connections === 0 }),
    );
    expect(held).toMatchObject({ code: 'channel.timeout', unsent: true });
    const sent = await http(`http://127.0.0.1:${port}/sent`, { method: 'POST', maySend: () => connections > 0 });
    expect(sent).toMatchObject({ status: 200, body: 'ok' });
    expect(requests).toEqual(['/sent']);
  });

  test('a refused connection certainly sent nothing, a broken one may have', async () => {
    const http = createGuardedFetch()({ allowPrivate: true });
    const { server, port } = await serve(() => {});
    await new Promise((done) => server.close(done));
    expect(await failure(http(`http://127.0.0.1:${port}/`))).toMatchObject({
      code: 'channel.unreachable',
      unsent: true,
    });
    const breaking = await serve((request) => request.socket.destroy());
    expect(await failure(http(`http://127.0.0.1:${breaking.port}/`, { method: 'POST', body: 'x' }))).toMatchObject({
      code: 'channel.unreachable',
      unsent: false,
    });
  });

  test('a server without TLS is named as such', async () => {
    const plain = createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    running.push(plain);
    await once(plain.listen(0, '127.0.0.1'), 'listening');
    const { port } = plain.address() as AddressInfo;
    const http = createGuardedFetch()({ allowPrivate: true });
    expect((await failure(http(`https://127.0.0.1:${port}/`))).code).toBe('channel.tls');
  });

  test('proxy settings of the environment change nothing', async () => {
    const { port } = await serve((_request, response) => response.end('direct'));
    process.env.HTTP_PROXY = 'http://127.0.0.1:9';
    try {
      expect((await createGuardedFetch()({ allowPrivate: true })(`http://127.0.0.1:${port}/`)).body).toBe('direct');
    } finally {
      delete process.env.HTTP_PROXY;
    }
  });
});
