import type { NotifySettings } from '@stammgast/shared/contract/notifications';

type Sound = NonNullable<NotifySettings['sound']>;
/** Tones in Hz, one after the other. */
const tones: Record<Sound, readonly number[]> = { tick: [880], drop: [660, 440], chime: [523, 659, 784] };
const SECONDS = 0.14;
const VOLUME = 0.06;

let output: AudioContext | undefined;

/** Plays one of the quiet sounds. Browsers keep silent until somebody has clicked on the page. */
export function play(sound: Sound): void {
  output ??= new AudioContext();
  const { currentTime, destination } = output;
  tones[sound].forEach((frequency, i) => {
    if (!output) return;
    const tone = new OscillatorNode(output, { frequency, type: 'sine' });
    const volume = new GainNode(output, { gain: 0 });
    const start = currentTime + i * SECONDS;
    volume.gain.setValueAtTime(VOLUME, start);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + SECONDS * 2);
    tone.connect(volume).connect(destination);
    tone.start(start);
    tone.stop(start + SECONDS * 2);
  });
}
