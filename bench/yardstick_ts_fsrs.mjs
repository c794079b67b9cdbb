// The yardstick for memory_bench: FSRS.next() of the npm package ts-fsrs on the
// same kind of history. Usage: node yardstick_ts_fsrs.mjs FOLDER, where
// `npm install ts-fsrs` was run in FOLDER. bench/compare_memory.sh does both.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.argv[2], "package.json"));
const { fsrs, createEmptyCard, FSRSAlgorithm, generatorParameters, FSRSVersion } = require("ts-fsrs");

const day = 86400000;
const grades = [];
let state = 1;
for (let i = 0; i < 1024; ++i) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  const draw = state >> 8;
  grades.push(draw % 8 === 0 ? 1 : 2 + (draw >> 3) % 3);
}

function measure(name, round) {
  for (let i = 0; i < 50; ++i) round();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < 2000) {
    round();
    ++rounds;
  }
  const perSecond = (rounds * grades.length * 1000) / (performance.now() - start);
  console.log(`${name.padEnd(50)} ${(perSecond / 1e6).toFixed(3)} M/s`);
}

const scheduler = fsrs({ enable_fuzz: false });
measure(`ts-fsrs ${FSRSVersion} next()`, () => {
  let card = createEmptyCard(new Date(0));
  let now = 20000 * day;
  for (const grade of grades) {
    card = scheduler.next(card, new Date(now), grade).card;
    now += day * (1 + (card.scheduled_days % 64));
  }
});

const algorithm = new FSRSAlgorithm(generatorParameters({}));
measure(`ts-fsrs ${FSRSVersion} next_state()`, () => {
  let memory = null;
  for (let i = 0; i < grades.length; ++i) {
    memory = algorithm.next_state(memory, i === 0 ? 0 : 1 + ((i * 7) % 40), grades[i]);
  }
});
