/** What hostile people write into every field. Elements among it carry `data-hostile`, so that they can be found if they live. */
export const payloads = [
  '<script data-hostile>alert(1)</script>',
  '</title></textarea></script><script data-hostile>alert(2)</script>',
  '<img data-hostile src="https://evil.example/a.png" onerror="alert(3)">',
  '"><svg data-hostile onload=alert(4)>',
  "' autofocus onfocus=alert(5) data-hostile x='",
  '<a data-hostile href="javascript:alert(6)">Gutschein</a>',
  '[Gutschein](javascript:alert(7)) ![x](https://evil.example/b.png)',
  '<iframe data-hostile srcdoc="<script>alert(8)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img data-hostile src=x onerror=alert(9)>',
  '<style data-hostile>@import url(https://evil.example/c.css);*{display:none}</style>',
  '<base data-hostile href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form data-hostile action="https://evil.example/"><button formaction="javascript:alert(10)">Senden</button></form>',
  '&lt;script data-hostile&gt;alert(11)&lt;/script&gt; &#106;avascript:alert(12)',
  '<<b data-hostile>script>alert(13)<</b>/script>',
  '<img\u000adata-hostile\u0009src=x\u000conerror=alert(14)>',
  '{{constructor.constructor("alert(15)")()}} #{alert(16)} <%= alert(17) %>',
  // The words of the client: nesting, values and tags of its translations.
  '$t(common:nav.signOut) {{name}} <b data-hostile>1</b> <key>j</key> <0>x</0>',
  'https://evil.example/?q=<script>alert(18)</script>',
  '\u202e<moc.elpmaxe.live//:sptth>\u202c gepj.exe',
  'ｊａｖａｓｃｒｉｐｔ：ａｌｅｒｔ（１９） ＜script＞',
  '__proto__ constructor toString hasOwnProperty',
  '\'; DROP TABLE comments; -- " OR 1=1 * NEAR( AND',
  'Z\u0351\u036b\u0343\u036a\u0302a\u0344\u0346\u0300l\u0308\u0301g\u030a\u0306\u0346o\u0352 👩‍👩‍👧‍👦 \ud83c\udff4\u200d\u2620\ufe0f \u2028 \u2029 \ufeff <b data-hostile>',
] as const;

/** Addresses that are no web addresses: the house must not take them. */
export const notWeb = [
  'javascript:alert(20)',
  ' javascript:alert(21)',
  'java\nscript:alert(22)',
  'data:text/html,<script>alert(23)</script>',
  'vbscript:msgbox(24)',
  'file:///etc/passwd',
  '//evil.example/d',
] as const;

/** A web address with the payload in it. */
export const webAddress = (payload: string) => `https://evil.example/${payload.replaceAll(/[\s/?#\\]/g, '')}`;
