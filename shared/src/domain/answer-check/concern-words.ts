import { foldText } from './folded.ts';

const list = (text: string): string[] => foldText(text).trim().split(/\s+/);

/** Words that say nothing about the concern: function words, courtesies and what stands in any complaint. */
export const emptyWords: ReadonlySet<string> = new Set(
  list(`der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei beim bin bis bist da dabei dafür
    dagegen dann darf dass dein deine deinen dich dir diese dieser dieses diesen diesem doch dort du durch echt eigentlich einfach er es etwas
    euch euer eure eurer eurem euren für ganz gar gerade gern gerne gibt gab habe haben habt hat hatte hatten hätte hätten hier hin ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jeder jedes jeden jedem jetzt kann kein keine keinen keiner keinem können
    könnt könnte leider machen macht mal man mehr mein meine meinen meinem meiner mich mir mit muss müssen nach nein nicht nichts nie niemand
    noch nun nur ob oh ohne schon sehr sein seine seit seid selbst sich sie sind so sogar soll sollte sondern sonst statt trotz trotzdem über
    um uns unser unsere unserem unseren unserer unter viel viele vom von vor war waren wäre warum was weg wegen weil wenn wer werde werden wie
    wieder will wir wird wo wurde wurden zu zum zur zwischen heißt hieß sagt sagte gesagt kam kommt kommen ging geht gehen wollte lassen lässt
    dazu davon damit daran darauf darüber überhaupt wirklich so etwas sowas nicht mal gleich bitte danke dank hallo guten tag morgen abend herr
    frau liebe lieber grüße gruß beste viele schade gut gute guter guten genau bisher bereits immerhin natürlich sicher tut leid dies klar
    the and for are but not you all any can had her was one our out has him his how its may new now see two way who did get let say she too use
    that this with have from they them then than there their these those were what when which while will would could should your yours been
    being does doing into just like more most much must only over some such very also about after again because before even every here nobody
    nothing never once really same still told tell said says got getting don doesn didn isn wasn won can couldn wouldn shouldn aren weren hasn haven
    hello dear thank thanks please sorry best regards kind good morning yes yeah right today tomorrow yesterday heute gestern`),
);

/** Words for the same thing; one of the answer may stand for another of the comment. Beginnings, not whole words. */
export const synonyms: readonly (readonly string[])[] = [
  list('wart wartezeit schlange gedauert dauerte stunden'),
  list('liefer paket sendung bestell päckchen zustell'),
  list('absturz abstürz stürzt abgestürzt crash'),
  list('rechnung abbuch abgebucht betrag'),
  list('rückerstatt erstatt rückzahl geld'),
  list('abbestell abmeld kündig'),
  list('telefon hotline anruf leitung erreichbar'),
  list('antwort rückmeld funkstille gehört reagier'),
  list('unfreundlich unhöflich patzig ton umgang angeschnauzt'),
  list('kaputt defekt gebrochen schaden beschädig'),
  list('schmutz dreck verschmutz unsauber geputzt sauber'),
  list('laut lärm krach'),
  list('ausgefallen ausfall fiel fällt'),
  list('verspät spät pünktlich'),
  list('kalt lauwarm heizung'),
  list('abgesagt absage'),
  list('tür tor verschlossen geschlossen'),
  list('velo rad fahrrad'),
  list('wait waited waiting queue'),
  list('deliver parcel package shipment delivery redelivery'),
  list('crash freez'),
  list('charge invoice bill'),
  list('refund money'),
  list('rude unfriendly attitude'),
  list('broken broke defect faulty'),
  list('dirty filthy unclean mould mouldy'),
  list('noise noisy loud'),
  list('missed miss missing'),
  list('child children kid kids son daughter'),
  list('cancel cancelled canceled cancellation'),
  list('luggage bag bags suitcase baggage'),
  list('lift elevator'),
];

/** "vierten Mal", "4 Mal", "fourth time": numbers read as digits. */
export const numberWords: Readonly<Record<string, string>> = Object.fromEntries(
  [
    list('zwei zweimal zweite zweiten zweiter zweit both twice two second'),
    list('drei dreimal dritte dritten dritter three third thrice'),
    list('vier viermal vierte vierten four fourth'),
    list('fünf fünfmal fünfte fünften five fifth'),
    list('sechs sechsmal sechste sechsten sechst six sixth'),
    list('sieben siebte siebten siebenjähriger seven seventh'),
    list('acht achte achten eight eighth'),
    list('neun neunte neunten nine ninth'),
    list('zehn zehnte zehnten ten tenth'),
    list('elf elfte elften eleven eleventh'),
    list('zwölf zwölfte zwölften twelve twelfth'),
  ].flatMap((words, index) => words.map((word) => [word, String(index + 2)])),
);
