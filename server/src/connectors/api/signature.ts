import { createHmac } from 'node:crypto';

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over "<seconds>.<exactly what was sent>". See docs/HTTP-API.md. */
export function sign(secret: string, content: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${content}`).digest('hex')}`;
}
