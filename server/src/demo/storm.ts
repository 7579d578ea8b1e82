import type { ChannelKey, PostKey } from './hotel.ts';

/** One comment of the small storm that rises while somebody watches. */
export interface Gust {
  /** Seconds after the one before; they come faster and faster. */
  readonly wait: number;
  readonly channel: ChannelKey;
  readonly post: PostKey | null;
  readonly guest: string;
  readonly text: string;
}

/** About three minutes: the ventilation and the music on the new roof terrace. */
export const storm: readonly Gust[] = [
  {
    wait: 12,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Dagmar Ritz',
    text: 'Wir dachten, wir wären die Einzigen, bei denen die Lüftung die ganze Nacht dröhnt. Zimmer 206. Sehr schlecht geschlafen, ärgerlich.',
  },
  {
    wait: 24,
    channel: 'google',
    post: null,
    guest: 'Oliver Senft',
    text: 'Unter der neuen Dachterrasse ist an Schlaf nicht zu denken. Musik bis nach Mitternacht, Stühlerücken ab sechs. Schlecht.',
  },
  {
    wait: 22,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Yasmin Kurt',
    text: 'Bei uns in 209 auch, die Lüftung dröhnt wie ein Bus, und an der Rezeption wird man ausgelacht. Eine Frechheit, schlechter Service.',
  },
  {
    wait: 19,
    channel: 'instagram',
    post: 'sonnenaufgang',
    guest: 'paulina.reist',
    text: 'schöner sonnenaufgang, schade dass man ihn nach so einer lauten nacht nicht mehr sieht. diese lüftung ist schrecklich',
  },
  {
    wait: 17,
    channel: 'forum',
    post: 'erfahrungen',
    guest: 'Schlafmütze',
    text: 'Lese gerade das mit der Lüftung. War letzte Woche da, genau so: laut, heiß, und keiner zuständig. Enttäuschend.',
  },
  {
    wait: 15,
    channel: 'x',
    post: null,
    guest: 'ruhe.bitte',
    text: '@hotelsonnenblick Dachterrasse über den Schlafzimmern, wer plant so einen Mist? Nie wieder.',
  },
  {
    wait: 13,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Volker Aumann',
    text: '280 Euro die Nacht und dann dieser Lärm. Ich will eine Erstattung, und zwar bis morgen. Frechheit.',
  },
  {
    wait: 12,
    channel: 'google',
    post: null,
    guest: 'Margaret Doyle',
    text: 'Terrible noise from the roof terrace until 1 am, then the ventilation. Nobody at the desk cared. Awful.',
  },
  {
    wait: 10,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Silke Brandl',
    text: 'Wir reisen morgen einen Tag früher ab. Das Kind hat wegen der Lüftung zwei Nächte nicht geschlafen. Sehr ärgerlich.',
  },
  {
    wait: 9,
    channel: 'instagram',
    post: 'sonnenaufgang',
    guest: 'nils_o',
    text: 'dachterrasse = disco über dem bett. furchtbar, nie wieder',
  },
  {
    wait: 8,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Christl Haberer',
    text: 'Na geh, des is ja nimmer lustig: drei Nächte Lüftung, drei Nächte wach. Sehr schlecht, nie wieder.',
  },
  {
    wait: 7,
    channel: 'x',
    post: null,
    guest: 'tilda_t',
    text: 'Lüftung im @hotelsonnenblick: so laut, dass mein Handy sie als Gerät erkennt. Schlimm.',
  },
  {
    wait: 6,
    channel: 'forum',
    post: 'erfahrungen',
    guest: 'Murmeltier',
    text: 'Auch 208 hier. Die Lüftung ist kaputt, das weiß man dort seit Wochen, und gemacht wird nichts. Unmöglich.',
  },
  {
    wait: 6,
    channel: 'facebook',
    post: 'dachterrasse',
    guest: 'Kerstin Pohl',
    text: 'Ich arbeite bei der Zeitung und höre jetzt zum fünften Mal von dieser Lüftung. Der Umgang mit den Gästen ist miserabel. Nimmt das Haus Stellung?',
  },
];
