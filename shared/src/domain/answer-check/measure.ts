// Prints how well checklist and guards agree with the labelled pairs, as the tables of docs/ANSWER-CHECK.md, and the time:
//   node shared/src/domain/answer-check/measure.ts

import { wilson } from '../statistics/wilson.ts';
import { checkAnswer } from './check-answer.ts';
import { findGuards } from './guards.ts';
import { type ItemKey, itemKeys } from './items.ts';
import { checkInputOf, guardInputOf, type LabelledPair, labelledSets } from './labelled-pairs.ts';

interface Decision {
  readonly key: ItemKey;
  /** true: passes, false: warned or to be looked at, null: does not apply. */
  readonly said: boolean | null;
  readonly label: boolean | null;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

const decisionsOf = (pair: LabelledPair): Decision[] =>
  checkAnswer(checkInputOf(pair)).items.map(({ key, state }) => ({
    key,
    said: state === 'not-applicable' ? null : state === 'ok',
    label: pair.labels[key],
  }));

function share(of: readonly Decision[], holds: (decision: Decision) => boolean): string {
  const part = of.filter(holds).length;
  const interval = wilson(part, of.length);
  if (!interval) return '–';
  return `${(part / of.length).toFixed(2)} [${interval.from.toFixed(2)}–${interval.to.toFixed(2)}], ${of.length}`;
}

function row(name: string, decisions: readonly Decision[]): string {
  const cells = [
    share(decisions, ({ said, label }) => said === label),
    share(
      decisions.filter(({ said }) => said === true),
      ({ label }) => label === true,
    ),
    share(
      decisions.filter(({ label }) => label === true),
      ({ said }) => said === true,
    ),
    share(
      decisions.filter(({ said }) => said === false),
      ({ label }) => label === false,
    ),
    share(
      decisions.filter(({ label }) => label === false),
      ({ said }) => said === false,
    ),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

function guards(pairs: readonly LabelledPair[]): string {
  const found = pairs.flatMap((pair) => findGuards(guardInputOf(pair)).map(({ code }) => `${pair.id} ${code}`));
  const labelled = pairs.flatMap(({ id, guards: codes }) => (codes ?? []).map((code) => `${id} ${code}`));
  const right = found.filter((guard) => labelled.includes(guard)).length;
  return `Guards: ${labelled.length} labelled, ${found.length} found, ${right} of them right.`;
}

for (const [name, pairs] of Object.entries(labelledSets)) {
  const decisions = pairs.flatMap(decisionsOf);
  print(`\n### ${name}: ${pairs.length} pairs\n`);
  print('| item | agrees | pass: precision | pass: recall | not found: precision | not found: recall |');
  print('| --- | --- | --- | --- | --- | --- |');
  for (const key of itemKeys)
    print(
      row(
        key,
        decisions.filter((decision) => decision.key === key),
      ),
    );
  print(row('all', decisions));
  print(`\n${name === 'golden' ? 'Guards are not labelled here.' : guards(pairs)}`);
}

const usual = Object.values(labelledSets).flat();
const filled = (texts: readonly string[], from: number, length: number) =>
  [...texts.slice(from), ...texts.slice(0, from)].join(' ').slice(0, length);

/** Microseconds of processor time per call, over all pairs, after warming up. */
function processorTime(work: (pair: LabelledPair, index: number) => unknown): number {
  for (let round = 0; round < 3; round++) usual.forEach(work);
  const before = process.cpuUsage();
  for (let round = 0; round < 5; round++) usual.forEach(work);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (5 * usual.length);
}

const answers = usual.map(({ answer }) => answer);
const comments = usual.map(({ comment }) => comment);
const recent = answers.map((_, index) => filled(answers, index, 900));
const check = processorTime((pair, index) => {
  const input = checkInputOf(pair);
  checkAnswer({
    ...input,
    answer: recent[index] ?? '',
    comment: { ...input.comment, text: filled(comments, index, 600) },
    recentAnswers: recent.slice(index + 1, index + 21),
  });
});
const guard = processorTime((pair, index) =>
  findGuards({ ...guardInputOf(pair), answer: filled(answers, index, 500) }),
);
print(
  `\nProcessor time: checklist ${(check / 1000).toFixed(1)} ms (answer 900, comment 600 characters, 20 recent answers), guards ${(guard / 1000).toFixed(2)} ms (answer 500).`,
);
