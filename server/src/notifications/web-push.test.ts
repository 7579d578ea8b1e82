import { expect, test } from 'vitest';
import { encryptFor, isSubscription, newPushKeys, pushAuthorization } from './web-push.ts';

// RFC 8291, appendix A.
const receiver = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

test('encrypts as the example of RFC 8291', () => {
  const sealed = encryptFor(receiver, Buffer.from('When I grow up, I want to be a watermelon'), {
    salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
    privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
  });
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('is never the same twice', () => {
  const once = () => encryptFor(receiver, Buffer.from('x')).toString('hex');
  expect(once()).not.toBe(once());
});

test('a key that is no point of the curve is no subscription', () => {
  expect(isSubscription(receiver)).toBe(true);
  expect(isSubscription({ ...receiver, p256dh: `${receiver.p256dh.slice(0, -4)}AAAA` })).toBe(false);
  expect(isSubscription({ ...receiver, p256dh: '' })).toBe(false);
  expect(isSubscription({ ...receiver, auth: 'AAAA' })).toBe(false);
});

test('a contact is named only where there is one', () => {
  const claims = (contact: string | null) => {
    const [, part = ''] = pushAuthorization(newPushKeys(), 'https://push.example/a?b', new Date(0), contact).split('.');
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  };
  expect(claims('mailto:a@x.example')).toEqual({ aud: 'https://push.example', exp: 43_200, sub: 'mailto:a@x.example' });
  expect(claims(null)).not.toHaveProperty('sub');
});
