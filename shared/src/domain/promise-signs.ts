/** Who promises: we, somebody of ours, or the person gets to hear from us. */
const byUs = [
  /(?<!\p{L})(?:ich|mich|wir|uns|unsere?[nmrs]?|mein(?:e[nmrs]?)?|die (?:Kolleg\w+|Technik|Küche|Leitung))(?!\p{L})/iu,
  /(?<!\p{L})(?:Sie|du|ihr) (?:hören|hörst|hört|erhalten|erhältst|erhaltet|bekommen|bekommst|bekommt)(?!\p{L})/iu,
  /(?<!\p{L})(?:I|I['’]ll|we|we['’]ll|our|you['’]ll (?:hear|get|receive)|you will (?:hear|get|receive))(?!\p{L})/iu,
];

/** What is promised: a verb of doing or of coming back. */
const deeds = [
  /(?<!\p{L})(?:meld|sag|bericht|schreib|antwort|schick|send|prüf|klär|beheb|reparier|tausch|ersetz|erstatt|überweis|liefer|kümmer|veröffentlich|informier|nachreich|hör(?:en|st|t)|erh[aä]lt|bekomm|ruf|komm|geb|bring|stell|änder|austausch|zurückkomm|nachlieg)\p{L}*/iu,
  /(?<!\p{L})(?:get back|come back|let you know|call|write|reply|answer|update|report|send|refund|fix|repair|replace|check|look into|deliver|publish|ship|post|confirm|hear|in touch|follow up|change|have (?:it|this|that)|sort)(?!\p{L})/iu,
];

/** What speaks against it: a request, a condition, what might be, what is always so. */
const against = [
  /(?<!\p{L})(?:bitte|please|feel free)(?!\p{L})/iu,
  /(?<!\p{L})(?:können|mögen|möchten|wollen) (?:Sie|wir)(?!\p{L})|(?<!\p{L})(?:Sie können|kannst du|du kannst|könnt ihr|ihr könnt|wenn|falls|sofern|if|unless|could you|can you|you (?:can|may))(?!\p{L})/iu,
  /(?<!\p{L})(?:hätte|sollte|konnte|könnte|musste|müsste|wollte|würde)[nst]*(?!\p{L})|(?<!\p{L})sollen wir(?!\p{L})/iu,
  /(?<!\p{L})(?:should|could|would|might|shall (?:I|we))(?!\p{L})/iu,
  /(?<!\p{L})(?:nicht|kein\p{L}*|not|cannot|can['’]t|won['’]t)(?!\p{L})/iu,
  /(?<!\p{L})(?:geöffnet|Öffnungszeiten|erreichbar|erreichen Sie|Sie erreichen|open (?:until|from)|opening hours)(?!\p{L})/iu,
  /(?<!\p{L})(?:täglich|werktags|in der Regel|normalerweise|üblicherweise|meistens|immer|daily|every day|usually|normally|generally|always)(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\p{L})/iu,
  /(?<!\p{L})(?:mo|di|mi|do|montag|monday|mon) ?(?:bis|to|through|-|–) ?(?:do|fr|sa|so|freitag|samstag|sonntag|fri|friday|sat|saturday|sunday)(?!\p{L})/iu,
];

/** What was is no promise, unless something is going to be in the same breath. */
const past =
  /(?<!\p{L})(?:habe|haben|hat|hatte|hatten|wurde|wurden|war|waren|(?:meld|sag|schick|prüf|klär|tausch|ersetz|erstatt|kümmer|liefer|stell|änder|veröffentlich|informier|reparier|bericht|antwort)e?te[nst]*|have(?! it)|had|were|(?:I|it|there|that) was)(?!\p{L})/iu;
const future = /(?<!\p{L})(?:werden?|wird|will)(?!\p{L})|['’]ll(?!\p{L})/iu;

/** "Schreiben Sie uns", "Ruf mich an", "Send us": how an order begins. */
const order =
  /^[^\p{L}]*(?:(?:und|dann|and|then|so|just) )?(?:\p{L}+en Sie|melde?t? (?:dich|euch)|(?:schreib|ruf|schick|send|komm|gib|sag|bring)(?:e|t|et)? (?:uns|mir|mich)|(?:send|call|write|give|let|drop|contact|email|message|tell|come|visit) (?:us|me|our|by))(?!\p{L})/iu;

/** Whoever is named may stand further ahead: "Wir haben geprüft und melden …". */
export const isPromise = (clause: string, upToHere: string): boolean =>
  byUs.some((sign) => sign.test(upToHere)) && deeds.some((sign) => sign.test(clause)) && !speaksAgainst(clause);

export const speaksAgainst = (clause: string): boolean =>
  against.some((sign) => sign.test(clause)) || order.test(clause) || (past.test(clause) && !future.test(clause));
