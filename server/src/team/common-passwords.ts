/**
 * Words that the most guessed long passwords are made of, in German and English, folded (see passwords.ts).
 * Own compilation. Digits and signs around them do not make them harder to guess.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `abc abcd abcdef abcdefg abcdefgh admin administrator adminadmin anfang angel apple arsenal asdf asdfg asdfgh
  asdfghjkl assas august baby bailey banana baseball basketball batman bayern berlin biteaendern bitteaendern blume
  changeme charlie chef chelsea chocolate computer cookie corona dallas daniel default demo deutschland dezember
  dortmund dragon einszwei email familie februar ferrari firma flower fluffy football forever freddy freedom freiheit
  fruehling fruhling fussball gast geheim geheimnis ginger guest hallo hamburg hannah harley hello herbst herzlich
  hotel hund hunter iloveyou ichliebedich inbox internet januar jasmin jennifer jessica jordan joshua juli juni katze
  kennwort kunde letmein liebe login london lovely mai maerz marz manager master matrix matthew maus mein meinpasswort
  melanie michael michelle monkey montag mustang mutter mypassword my neu new nicole november oktober ordnung pass
  passphrase passw passwort passwoerter password passwords phoenix pokemon princess prinzessin qay qaywsx qaywsxedc
  qazwsx qazwsxedc qwe qweasd qweasdyxc qweasdzxc qwer qwert qwerty qwertyuiop qwertz qwertzuiop qwertzuiopu
  rainbow root samsung sandra schalke schatz schnecke schule schatzi secret september service shadow sicher sicherheit
  snoopy soccer sommer sonne sonnenschein spring starwars start summer sunshine superman support system tanja team
  temp test tester testing thomas tiger tinkerbell trustno trustnoi urlaub user vater welcome welt willkommen
  winter work world zugang ychjkl yxc yxcv yxcvbn yxcvbnm zxc zxcv zxcvbn zxcvbnm zwei drei vier
  a an and are das dein der die du for ich im in is ist it i me mir the to und`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
