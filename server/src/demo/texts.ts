// What the fictional team keeps for later: texts to begin answers with, and searches.
import type { SnippetText } from '@stammgast/shared/contract/snippets';
import type { ChannelKey, StaffKey } from './hotel.ts';

interface DemoSnippet extends Omit<SnippetText, 'channelId'> {
  /** Left out: for all channels. */
  readonly channel?: ChannelKey;
}

export const snippets: readonly DemoSnippet[] = [
  {
    name: 'Anrede Frau',
    language: 'de',
    bodySie: 'Guten Tag Frau {{nachname}},',
    bodyDu: 'Hallo {{vorname}},',
  },
  {
    name: 'Anrede Herr',
    language: 'de',
    bodySie: 'Guten Tag Herr {{nachname}},',
    bodyDu: 'Hallo {{vorname}},',
  },
  {
    name: 'Gruß',
    language: 'de',
    bodySie: 'Herzliche Grüße\n{{ich}}, {{haus}}',
    bodyDu: 'Liebe Grüße\n{{ich}} vom Sonnenblick',
  },
  {
    name: 'Unser Fehler',
    language: 'de',
    bodySie: 'Das hätte nicht passieren dürfen, und es tut mir leid. Was bei uns schiefging:',
    bodyDu: 'Das hätte nicht passieren dürfen, und es tut mir leid für dich. Was bei uns schiefging:',
  },
  {
    name: 'Rückruf anbieten',
    language: 'de',
    bodySie:
      'Das möchte ich gern in Ruhe mit Ihnen klären. Schreiben Sie uns an empfang@sonnenblick.example, wann wir Sie am besten erreichen.',
    bodyDu:
      'Das möchte ich gern in Ruhe mit dir klären. Schreib uns an empfang@sonnenblick.example, wann wir dich am besten erreichen.',
  },
  {
    name: 'Rechnung wird geprüft',
    language: 'de',
    bodySie:
      'Ihre Rechnung liegt jetzt bei unserer Buchhaltung. Schicken Sie uns die Buchungsnummer bitte als Nachricht und nicht hier, wo alle mitlesen.',
    bodyDu:
      'Deine Rechnung liegt jetzt bei unserer Buchhaltung. Schick uns die Buchungsnummer bitte als Nachricht und nicht hier, wo alle mitlesen.',
  },
  {
    name: 'Dank für die Bewertung',
    language: 'de',
    channel: 'google',
    bodySie: 'danke, dass Sie sich die Zeit für diese Bewertung genommen haben.',
    bodyDu: null,
  },
  {
    name: 'Greeting',
    language: 'en',
    bodySie: 'Hello {{first name}},',
    bodyDu: null,
  },
  {
    name: 'Our mistake',
    language: 'en',
    bodySie: 'This should not have happened, and I am sorry. What went wrong here:',
    bodyDu: null,
  },
  {
    name: 'Sign-off',
    language: 'en',
    bodySie: 'Kind regards\n{{me}}, {{house}}',
    bodyDu: null,
  },
];

interface DemoView {
  readonly name: string;
  /** Neutral text of a search. */
  readonly q: string;
  readonly by: StaffKey;
  readonly team: boolean;
}

export const views: readonly DemoView[] = [
  { name: 'Meine offene Kritik', q: 'is:open sentiment:negative assignee:me', by: 'lea', team: false },
  { name: 'Rechnungen', q: 'is:open tag:Rechnung', by: 'clara', team: true },
];
