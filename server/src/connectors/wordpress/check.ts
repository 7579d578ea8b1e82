import { z } from 'zod';
import { ChannelError, type Http } from '../connector.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { type Blog, parsed, refusal, type WordpressSettings } from './blog.ts';

/** Tries everything that the channel will need, and names the first thing that is in the way. */
export async function check(blog: Blog, settings: WordpressSettings, http: Http): Promise<{ found: string }> {
  const site = await blog.locate();
  const me = await blog.get('/wp/v2/users/me', { _fields: 'id,name' });
  if (me.status === 401) {
    if (!site.takesPasswords) {
      throw new ChannelError('channel.wrong_credentials', 'the blog takes no application passwords: they need HTTPS');
    }
    // WordPress itself says nothing else to a wrong password than to none at all.
    if (me.code === 'rest_not_logged_in' && (await passwordWorksElsewhere(site.home, settings, http))) {
      throw new ChannelError('channel.auth_header_stripped', 'the server does not hand the Authorization header on');
    }
    throw refusal(me);
  }
  const account = parsed(z.object({ name: z.string() }), me);
  const comments = await blog.get('/wp/v2/comments', { status: 'any', context: 'edit', per_page: 1, _fields: 'id' });
  if (comments.status === 401 || comments.status === 403) {
    throw new ChannelError('channel.no_rights', 'the account may not moderate comments');
  }
  parsed(z.array(z.object({ id: z.number() })), comments);
  const name = oneLine(plainText(site.name ?? '', 'folded'), 120) || site.home;
  return { found: `${name} · ${oneLine(account.name, 120)}` };
}

/** XML-RPC takes the same password inside the body, where no web server removes it. */
async function passwordWorksElsewhere(home: string, settings: WordpressSettings, http: Http): Promise<boolean> {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const param = (text: string) => `<param><value><string>${escaped(text)}</string></value></param>`;
  const params = param(settings.username) + param(settings.applicationPassword);
  const body = `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params>${params}</params></methodCall>`;
  const answer = await http(`${home}/xmlrpc.php`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  }).catch(() => null);
  return answer?.status === 200 && answer.body.includes('<methodResponse>') && !answer.body.includes('<fault>');
}
