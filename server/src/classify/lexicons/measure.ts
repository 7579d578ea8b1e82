// Prints how well the classifier does on the held-out quarter of our corpus and, where present, on foreign test sets:
//   node server/src/classify/lexicons/measure.ts [folder with evaluate/] [--train]
import { existsSync, readFileSync } from 'node:fs';
import { createClassifier } from '../classify.ts';
import { isHeldOut, readCorpus } from '../corpus/corpus.ts';

const classifier = createClassifier();
const classes = ['negative', 'mixed', 'neutral', 'positive'];
interface Row { readonly text: string; readonly lang: string; readonly sentiment: string }

const percent = (part: number, whole: number) => (whole === 0 ? '  – ' : (part / whole).toFixed(3));

function averagePrecision(scored: { score: number; right: boolean }[]): number {
  let hits = 0, sum = 0;
  scored.sort((a, b) => b.score - a.score).forEach(({ right }, index) => { if (right) { hits += 1; sum += hits / (index + 1); } });
  return sum / Math.max(1, hits);
}

function binary(name: string, pairs: (readonly [said: boolean, right: boolean])[]): void {
  const both = pairs.filter(([said, right]) => said && right).length;
  console.log(`  ${name}: precision ${percent(both, pairs.filter(([said]) => said).length)} recall ${percent(both, pairs.filter(([, right]) => right).length)}`);
}

function sentiment(name: string, rows: readonly Row[], labels: readonly string[]): void {
  const read = rows.map((row) => ({ row, got: classifier.classify({ body: row.text, fallbackLanguage: row.lang }) }));
  let sum = 0;
  for (const label of labels) {
    const said = read.filter(({ got }) => got.sentiment === label), right = read.filter(({ row }) => row.sentiment === label);
    const both = said.filter(({ row }) => row.sentiment === label).length;
    sum += (2 * both) / Math.max(1, said.length + right.length);
    console.log(`  ${label}: precision ${percent(both, said.length)} recall ${percent(both, right.length)} n ${right.length}`);
  }
  const unsure = read.filter(({ got }) => got.sentiment === 'unsure').length;
  const ap = averagePrecision(read.map(({ row, got }) => ({ score: -(got.sentimentScore ?? 0), right: row.sentiment === 'negative' })));
  const decided = read.filter(({ got }) => got.sentiment !== 'unsure');
  console.log(`${name}: n ${rows.length} macro-F1 (${labels.length}) ${(sum / labels.length).toFixed(3)} AP negative ${ap.toFixed(3)} unsure ${percent(unsure, rows.length)} accuracy where sure ${percent(decided.filter(({ row, got }) => row.sentiment === got.sentiment).length, decided.length)}\n`);
}

function table(path: string, lang: string): Row[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const at = header.split('\t').indexOf('sentiment');
  return lines.map((line) => line.split('\t')).map((cells) => ({ text: cells.at(-1) ?? '', lang, sentiment: cells[at] ?? '' }));
}

const onTrain = process.argv.includes('--train');
const held = readCorpus().filter((row) => isHeldOut(row.text) !== onTrain);
for (const lang of ['de', 'en']) sentiment(`own ${lang}`, held.filter((row) => row.lang === lang), classes);
sentiment('own', held, classes);

const got = held.map((row) => ({ row, got: classifier.classify({ body: row.text, fallbackLanguage: row.lang }) }));
for (const topic of ['product', 'satisfaction', 'support', 'cocreation'] as const) binary(topic, got.map(({ row, got }) => [got.topics.includes(topic), row.topics.includes(topic)]));
binary('needs answer', got.map(({ row, got }) => [got.needsAnswer, row.needs_answer]));
binary('urgency >= 1', got.map(({ row, got }) => [got.urgency >= 1, row.urgency >= 1]));
binary('urgency 2', got.map(({ row, got }) => [got.urgency === 2, row.urgency === 2]));

const folder = process.argv[2] ?? '';
for (const [file, lang] of [['germeval17_dev', 'de'], ['umsab_german_val', 'de'], ['umsab_english_val', 'en']] as const) {
  const path = `${folder}/evaluate/${file}.tsv`;
  if (existsSync(path)) sentiment(file, table(path, lang), ['negative', 'neutral', 'positive']);
}
const known = new Map<string, [right: number, all: number]>();
const tell = (text: string, lang: string) => {
  const length = text.replace(/@\S+|https?:\S+/g, '').trim().length; const group = `${lang} ${length >= 50 ? '50+' : length >= 20 ? '20-49' : '<20'}`;
  const [right, all] = known.get(group) ?? [0, 0];
  known.set(group, [right + (classifier.classify({ body: text }).language === lang ? 1 : 0), all + 1]);
};
for (const row of readCorpus()) tell(row.text, row.lang);
for (const [file, lang] of [['french', 'fr'], ['italian', 'it'], ['spanish', 'es'], ['portuguese', 'pt']] as const) {
  const path = `${folder}/evaluate/other_languages/umsab_${file}_test.tsv`;
  if (existsSync(path)) for (const row of table(path, lang)) tell(row.text, lang);
}
for (const [group, [right, all]] of [...known].sort()) console.log(`language ${group}: ${percent(right, all)} n ${all}`);
