/**
 * Words and two-word phrases of public comments to companies, our own list (Apache-2.0 with the rest of this repository).
 * The first guess of the compile step, beside the foreign lexicons; the corpora then correct it.
 */
export interface OwnWords {
  readonly negative: string;
  readonly positive: string;
}

const phrases = (list: string): string => list.replace(/\s*\n\s*/g, ', ').trim();

export const ownWords: Readonly<Record<'de' | 'en', OwnWords>> = {
  de: {
    negative: phrases(`abzocke, sauerei, frechheit, unverschämt, unverschämtheit, dreist, peinlich, armselig, lächerlich, schlecht, miserabel
      mies, grottig, katastrophe, katastrophal, unterirdisch, enttäuscht, enttäuschend, enttäuschung, verärgert, ärgerlich, sauer, wütend
      genervt, nervig, nervt, funkstille, warteschleife, ignoriert, vertröstet, abgewimmelt, hingehalten, kaputt, defekt, verschimmelt
      schimmel, dreckig, schmutzig, eklig, kalt, lauwarm, verspätet, verspätung, storniert, verweigert, gestrichen, ausgefallen, verloren
      verschwunden, beschädigt, falsch, fehler, fehlerhaft, mangelhaft, betrug, betrogen, abgezockt, wucher, überteuert, unfreundlich
      unhöflich, pampig, patzig, inkompetent, unfähig, unprofessionell, unzuverlässig, chaotisch, chaos, mahnung, inkasso, anwalt, reklamation
      beschwerde, reklamiert, beschwert, gekündigt, kündigung, vergebens, vergeblich, umsonst gewartet, schon wieder, nie wieder, nie mehr
      immer noch, keine antwort, keine reaktion, keine rückmeldung, keiner zuständig, niemand zuständig, null reaktion, fehlanzeige, witz
      schande, skandal, zumutung, schade, leider, bedauerlich, traurig, wertlos, nutzlos, unbrauchbar, abgestürzt, absturz, stürzt ab, hängt
      langsam, lahm, wucher, abgebucht, ewig, stundenlang, wochenlang, monatelang, angeblich, finger weg, geht nicht, geht gar`),
    positive: phrases(`super, toll, klasse, spitze, prima, genial, grossartig, hervorragend, ausgezeichnet, perfekt, wunderbar, wunderschön, fantastisch
      traumhaft, herrlich, lecker, köstlich, freundlich, herzlich, hilfsbereit, zuvorkommend, kompetent, zuverlässig, schnell, unkompliziert
      reibungslos, problemlos, empfehlenswert, empfehlung, weiterempfehlen, begeistert, zufrieden, glücklich, dankbar, danke, dankeschön
      vielen dank, herzlichen dank, lob, gelobt, respekt, chapeau, hut ab, weiter so, gerne wieder, immer wieder, jederzeit wieder, top, mega, liebe
      geliebt, gelungen, gut gemacht, gut, schön, sauber, gemütlich, fair, kulant, liebevoll, beste, besten, leiwand, lässig, hammer
      gratulation, glückwunsch, freue mich, freu mich, gefällt, daumen hoch, geht doch, lieblings`),
  },
  en: {
    negative: phrases(`awful, terrible, horrible, worst, bad, poor, useless, worthless, rubbish, garbage, trash, crap, shambles, joke, disgrace, disgraceful
      disgusting, shocking, appalling, atrocious, pathetic, ridiculous, unacceptable, incompetent, unprofessional, rude, arrogant, dismissive
      ignored, ignoring, ghosted, fobbed off, unhelpful, broken, broke, faulty, defective, damaged, cracked, leaking, mouldy, moldy, dirty, filthy
      stale, cold, soggy, late, delayed, delay, delays, cancelled, canceled, missing, lost, stolen, scam, scammers, scammed, fraud, rip off, ripped off
      overpriced, overcharged, charged twice, expensive, misleading, lied, lies, lying, cheated, con, thieves, thieving, refused, refuses, denied
      rejected, wrong, error, errors, bug, bugs, buggy, crash, crashes, crashed, crashing, freezes, frozen, glitch, slow, painful, nightmare
      frustrating, frustrated, annoying, annoyed, angry, furious, fuming, disappointed, disappointing, disappointment, upset, sad, sadly
      unfortunately, regret, avoid, never again, no reply, no response, no answer, no refund, not working, stopped working, gave up, still waiting
      still no, waste, wasted, hours, hung up, on hold, no idea, nobody, poorly, downgrade, worse, complaint, complain, complained, complaints
      cancel my, terminate, switching, leaving you, refund, unsafe, dangerous, ridiculous, apparently, supposedly, excuse, excuses`),
    positive: phrases(`great, excellent, amazing, awesome, fantastic, brilliant, superb, outstanding, perfect, perfectly, wonderful, lovely, beautiful, gorgeous
      delicious, tasty, fresh, friendly, kind, helpful, polite, patient, caring, attentive, professional, knowledgeable, competent, efficient
      reliable, quick, quickly, fast, prompt, smooth, smoothly, seamless, easy, painless, fair, generous, spotless, clean, comfortable, cosy, cozy
      love, loved, loves, enjoyed, enjoy, happy, pleased, delighted, impressed, satisfied, glad, grateful, thankful, thanks, thank you, cheers, kudos
      props, respect, bravo, well done, good job, great job, keep up, hats off, recommend, recommended, best, favourite, favorite, gem, legend
      legends, star, stars, hero, heroes, good, nice, decent, solid, worth every, exceeded, fixed, sorted, resolved, solved, works now, works again
      sweet, cool, fun, bless, finally works, chapeau, credit, praise, treat, genuinely, beats, spot on, first class, top notch`),
  },
};
