const weights = new Map<string, number>();
const add = (weight: number, emoji: string) => {
  for (const one of emoji.split(' ')) weights.set(one, weight);
};

// Our own judgement, made for comments to companies. Emoji that serve irony as often as praise (😂 😅 🙃 🤡) are weak or left out.
add(1.2, '😍 🥰 ❤ ♥ 💚 💙 💛 💜 🧡 💕 💖 😘 🤩 <3');
add(0.9, '👍 👏 🙌 😊 ☺ 😀 😃 😄 😁 🎉 🥳 💪 🤗 😋 🌟 ⭐ 🏆 💯 👌 ✨');
add(0.5, '🙂 😉 🙏 😎 🤝 🌞 🌻 🥂 :) :-) :D :-D ;) ;-)');
add(-0.5, '🙄 😕 🤔 😬 🤷 😐 😑 🫠 😒 :( :-(');
add(-0.9, '👎 😞 😟 😔 😢 😭 😩 😫 😤 🙁 ☹ 💔 😖 😣 🤦');
add(-1.2, '😠 😡 🤬 🤮 🤢 💩 🖕 👿');

/** How strongly an emoji or smiley speaks for positive (> 0) or negative (< 0); 0 = not at all or either. */
export function emojiWeight(emoji: string): number {
  return weights.get(emoji) ?? 0;
}
