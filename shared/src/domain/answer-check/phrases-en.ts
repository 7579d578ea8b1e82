import type { PhraseTable } from './phrase-table.ts';

const acts =
  `(call|ring|phone|fix|repair|replace|refund|reimburse|send|ship|stop|report|write|move|correct|check|post|bake|remove|speak|talk|address|
  change|add|update|ask|find|look up|book|cancel|deliver|collect|bring|pay|transfer|test|review|clean|swap|reopen|publish|train|hire|investigate|
  go through|take|put|make|reproduce|raise|follow up|get back|come|offer|quote|redo|deduct|restore|delete)`.replaceAll(
    /\s*\n\s*/g,
    '',
  );
const acted =
  `(called|fixed|repaired|replaced|refunded|reimbursed|sent|shipped|stopped|written|moved|corrected|checked|removed|spoken|addressed|changed|
  added|updated|asked|found|booked|cancelled|canceled|delivered|collected|paid|transferred|tested|cleaned|swapped|reopened|published|taken|restored|
  deleted|rebooted|resolved|solved|repainted|reset|raised|escalated|reset)`.replaceAll(/\s*\n\s*/g, '');
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const months = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** English. */
export const englishPhrases: PhraseTable = {
  thanks: {
    counts: [
      '(thank you|thank u|thanks|thx|cheers for|danke)',
      '(appreciate|appreciated|grateful)',
      '(good|great|well) (catch|spot|spotted)',
      '(glad|good) (that)? you (told|let|wrote|said|raised|flagged|asked|spoke|reported|reached)',
    ],
    against: ['(thanks|thank you|appreciate) … (understanding|patience)', '(thanks|thank you) in advance'],
  },
  empathy: {
    counts: [
      '(understandable|understandably)',
      'understand … (disappoint*|frustrat*|anger|angry|upset|annoy*|why|how|concern*|worr*)',
      '(completely|fully|totally|absolutely|really) understand',
      '(see|get|understand) why (you|this|that)',
      '(frustrating|infuriating|maddening|scary|heartbreaking|upsetting|annoying|awful|miserable|frightening|horrible|distressing|stressful|exhausting|worrying|lousy|painful|gutting)',
      'no wonder',
      'every (right|reason) to',
      'no way to',
      'must have (been|felt)',
      '(would|be) (be)? (furious|angry|annoyed|cross|upset|disappointed|livid|fed up) (too|as well|in your)',
      '(you are|you re) (angry|upset|furious|fed up|cross|annoyed|disappointed|gutted)',
      '(nightmare|gutted|ordeal|heartache)',
      '(oh no|oh dear|ouch|yikes)',
      '(bad|rough|terrible|horrible) (day|start|experience for you|night)',
      '(let down|left hanging|ruined|spoiled|spoilt) (your|you|his|her|their)',
      '(your|poor) (poor)? (son|daughter|mother|father|dog|kid|kids)',
      'how (is|are) (your|you|she|he|they)',
      'in your (shoes|place|position)',
      'nobody should have to',
    ],
    against: [
      '(your|for) (kind)? understanding',
      'hope (that)? you (can|will|ll)? understand',
      'misunderst*',
      '(disappointed|sad|sorry) to hear',
      'hear … was (disappointing|frustrating)',
      '(understand|understandable|appreciate|frustrating) …… (but|however|nevertheless|though)',
    ],
  },
  ownership: {
    counts: [
      '(apologise|apologize|apologies|apology|sorry)',
      '(our|my) (own)? (mistake|mix up|failing|fault|error|oversight|bad|failure|blunder)',
      '(that|this|it) (is|was|one is|s) (all)? on (me|us)',
      '(we|i) (have)? (mixed|overbooked|packed|forgot|swapped|missed|dropped|messed|overlooked|misread|misjudged|lost|let you down|failed|printed|got|broke|charged|double booked|mislabelled|removed) … (up|wrong|you|it|two|the|old|this|your|a|on|that)?',
      '(you are|you re|you were) (absolutely|quite|completely|totally|so)? right',
      '(should|must|ought) (never|not) (have|happen|be)',
      'shouldn t (have|happen)',
      '(we|you|i|it) should have',
      '(unacceptable|inexcusable|unforgivable|disrespectful|not good enough|not acceptable|embarrassing|not okay|far too long|too slow|shut you out|ashamed)',
      '(the|one|main) (reason|cause) (is|was|for)',
      '(caused by|came from|due to|because (a|an|the|we|of|our|two|one))',
      '(we|i) did not',
      '(was|were|got) (overlooked|missed|lost|stuck|misfiled|forgotten|broken)',
      '(had failed|had broken|broke down|burned through|keeps overheating|went to an)',
      '(driver|courier|colleague|team|moderator|machine|system) (used|called in|took|forgot|missed|sent|read)',
      '(bad|faulty|wrong) (batch|part|label|address|file|setting)',
    ],
    against: [
      'sorry to hear',
      'sorry (if|that) (you|anything|our|any)',
      'sorry you (feel|felt|found|are not|were not|re not)',
      '(not|n t) … (meet|live up to|match) (your)? expectations',
      '(apologise|apologize|apologies|sorry|regret) … (any|the|this)? inconvenience',
      'you should have (read|checked|called|asked|known|told|seen|contacted)',
      'not our (fault|mistake|error)',
    ],
  },
  step: {
    counts: [
      `(i|we) (ll|will|am|are|m|re|have|ve|would|d|can|could|shall)? … ${acts}`,
      `(i|we) (am|are|m|re) … (changing|fixing|replacing|refunding|sending|shipping|stopping|moving|correcting|checking|adding|asking|working with|rebuilding|repainting|testing|calling|looking into who|investigating|hiring|training)`,
      `and (will|ll) ${acts}`,
      'is being (fixed|replaced|repainted|repaired|rebuilt|replaced)',
      'look (at|into) (it|this|that) (myself|this|tomorrow|today|tonight|on|by)',
      '(goes|go|ships|lands|arrives|starts|reopens|returns|opens) (in|out|on|with|tomorrow|today|by|to|the)',
      '(redelivery|replacement|refund|technician|engineer|courier|inspector|painter|plumber|lead|manager|colleague|of us) (is|are|brings|arrives|comes|will|goes|lands|tomorrow|today|on)',
      '(is|are) (yours|on me|on us|on its way|on the way|under way|in beta|on the)',
      '(this one s|this one is) on (us|me)',
      'now lands with',
    ],
    against: [
      '(pass|passed|share|shared|forward|forwarded) … (on|along|with|to) (to)? (the|our|this|relevant|team|with)?',
      'looking into (it|this|that)',
      '(take|takes|taking) … seriously',
      '(strive|striving|aim to|working hard|work hard|do our best|doing our best|always looking)',
      '(hope|look forward|would love|we d love) … (to (see|welcome|serve)|back)',
      '(if you had|had you|you could have|you should have)',
    ],
  },
  done: {
    counts: [
      '(is|are|was|were|been|s|ve|have|has|now) (now)? … (fixed|replaced|refunded|back|corrected|repaired|removed|reopened|restored|resolved|back in|sorted|moved)',
      '(fixed|corrected|sorted|done|resolved|restored|back up) (now|today|this morning|an hour ago|it)',
      '(corrected|fixed|sorted) now',
      `(i|we) (have|ve|had|ve just|have just|ve already|just)? … ${acted}`,
      '(are on|live|out) since',
    ],
    against: ['(not|n t) (yet)? (fixed|back|resolved)'],
  },
  time: {
    counts: [
      '(today|tonight|tomorrow|immediately|right away|straight away|at once)',
      `(by|on|this|until|before|next|from|since) (${days})`,
      `(${days}) (morning|afternoon|evening|at|#)`,
      '(by|this|until|next|before) (the)? (week|end|afternoon|evening|morning|month|noon|weekend)',
      '(within|in) (the next)? (a|an|one|two|three|four|five|#) (working|business)? (hour*|day*|week*|minute*|month*)',
      '# (am|pm)',
      '(at|by|from|the) # #',
      '# # (flight|train|bus)',
      `# (${months})`,
      `(${months}) #`,
      `(in|by|before) (${months}|autumn|spring|summer|winter)`,
      'the day it',
    ],
    against: [],
  },
  private: {
    counts: [
      '(dm|pm|direct message|private message|inbox) (us|me|a|your|with|the)',
      '(by|via|in|through) (a)? (dm|dms|message|direct message|private message|email|e-mail|phone|chat)',
      '(send|drop|write|shoot) (us|me) … (message|email|mail|dm|dms|direct message)',
      '(send|email|mail) … to … (at)?',
      '(please)? (contact|call|email|reach out to|get in touch with|ring|message) (us|me|our|customer|support|the)',
      '(a|one) (message|dm|email) (with|and)',
      '(my|our) (dms|messages|inbox) (are|is) open',
      'give (us|me) a (call|ring)',
    ],
    against: ['(sent|wrote|written) (you)? … (message|email|mail|letter)'],
  },
  deflection: {
    counts: [
      '(sorry|regret|apologise|apologize|apologies) (that|if)? (you|you re|you are) … (feel|felt|found|think|thought|perceived|see it)',
      'sorry (if|that) (anything|our|any|something) … (taken|wrong way|offend*|upset|misunderst*|understood|came across)',
      'sorry if',
      '(any|the|this|for) inconvenience (this|that|it|you|caused|which)? (may|might|has|have|could|caused)?',
      'as (we|i)? (have)? (already|previously|repeatedly|stated|mentioned|explained|told)',
      'you (should|could|would) have (read|checked|called|asked|known|told|seen|contacted|noticed|come|had|booked|found)',
      '(had you|if you had|if you d)',
      '(outside|beyond|not in|not within) (of)? our (control|power|hands)',
      '(other|most|all|many) (of our)? (customers|members|guests|users|clients|passengers|patients|visitors|people) … (are|love|have no|do not|never|find|happy|enjoy|seem|had no)',
      '(strict|clear|established) (procedures|policies|guidelines|rules|standards)',
      '(our|company|the) policy (is|states|says|clearly)',
      '(under|in|per|our|with our) (our|the)? (terms|terms and conditions|conditions|small print)',
      'as (stated|mentioned|written|described|shown|noted) (on|in|at)',
      '(misunderstanding|miscommunication)',
      'standard (practice|procedure)',
      '(understand|understandable|appreciate|frustrating|sympathise|sympathize) …… (but|however)',
      '(not|n t) our (fault|problem|mistake|responsibility)',
      '(fully|highly|well|always) (trained|polite|friendly|courteous|professional)',
      'always (wait|polite|friendly|check|follow|clean)',
      '(user error|false claim|exaggerat*|overreact*|allegation|alleged*)',
    ],
    against: ['(not|no|n t) (a|any|your)? (misunderstanding|user error)', 'we should have'],
  },
};
