/**
 * `npm run train:meaning [DATA]`: learns the word vectors in `lib/cli/data/meaning.bin` from the packages
 * that `package.json` beside this file pins and from ../shared/data (its README). Same data, same bits. The
 * teacher takes most of the time, half an hour on two cores; its vectors are kept in .tmp/teacher.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCollection, rowsOf } from '../../../lib/cli/collection';
import { writeVectors } from '../../../lib/match/meaning/layout';
import { readTerms } from '../../../lib/match/segment/terms';
import { GLOVE_DIMENSIONS, gloveVectors } from './glove';
import { project } from './project';
import { type Lesson, Student } from './student';
import { TEACHER_DIMENSIONS, teacherVectors } from './teacher';
import { trainingTexts } from './texts';

const ROOT = resolve(import.meta.dirname, '../../..');
const DATA = resolve(process.argv[2] ?? join(ROOT, '../shared/data'));
const CLAIMS = join(DATA, 'checkthat2022/claims.jsonl');
const DIMENSIONS = 128;
/** Terms in the file: 136 bytes each, 8 MB together. */
const TERMS = 58_000;

const say = (text: string) => process.stderr.write(`${text}\n`);
const hashesIn = (text: string) => [...new Set(readTerms(text).terms.map(({ hash }) => hash))];

async function train(): Promise<void> {
  const collection = await readCollection(CLAIMS);
  const texts = await trainingTexts(DATA);
  say(`${texts.length} texts`);
  const teacher = project(
    await teacherVectors(texts, join(ROOT, '.tmp/teacher')),
    TEACHER_DIMENSIONS,
    DIMENSIONS,
  );
  const glove = gloveVectors();
  say(`${glove.size} terms with a GloVe vector`);

  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const numbered = texts.map((text) =>
    Int32Array.from(hashesIn(text), (hash) => {
      const known = numbers.get(hash) ?? numbers.size;
      numbers.set(hash, known);
      counts[known] = (counts[known] ?? 0) + 1;
      return known;
    }),
  );
  const terms = [...numbers.keys()];
  const logWeight = (hash: number) => Math.log(Math.max(0.1, collection.weight(hash)));
  const useful = numbered.flatMap((text, i) => (text.length >= FEWEST_TERMS ? [i] : []));
  const lesson: Lesson = {
    dimensions: DIMENSIONS,
    texts: useful.map((i) => numbered[i]!),
    teacher: Float32Array.from({ length: useful.length * DIMENSIONS }, (_, at) => {
      const text = useful[Math.floor(at / DIMENSIONS)]!;
      return teacher[text * DIMENSIONS + (at % DIMENSIONS)]!;
    }),
    glove: new Float32Array(terms.length * GLOVE_DIMENSIONS),
    weights: Float32Array.from(terms, logWeight),
  };
  terms.forEach((hash, i) => {
    const vector = glove.get(hash);
    if (vector) lesson.glove.set(vector, i * GLOVE_DIMENSIONS);
  });
  const student = new Student(lesson);
  student.learn(say);

  const rows = new Map<number, Float64Array>();
  // A term that one text alone holds, and GloVe does not know, says nothing that exact matching does not say.
  terms.forEach((hash, i) => {
    if (counts[i]! > 1 || glove.has(hash)) rows.set(hash, student.vectorOf(i));
  });
  for (const [hash, vector] of glove) {
    if (rows.size >= TERMS) break;
    if (!rows.has(hash)) rows.set(hash, student.vector(vector, logWeight(hash)));
  }
  const buffer = writeVectors(await meanOf(rows), rows);
  mkdirSync(join(ROOT, 'lib/cli/data'), { recursive: true });
  writeFileSync(join(ROOT, 'lib/cli/data/meaning.bin'), Buffer.from(buffer));
  say(`${rows.size} terms, ${buffer.byteLength} bytes`);
}

const FEWEST_TERMS = 2;

/** The mean of the unit vectors of what claims say. */
async function meanOf(rows: ReadonlyMap<number, Float64Array>): Promise<Float64Array> {
  const mean = new Float64Array(DIMENSIONS);
  let n = 0;
  for await (const { row } of rowsOf(CLAIMS)) {
    const text = ['claim', 'title', 'subtitle'].map((field) => String(row[field] ?? '')).join('\n');
    const sum = new Float64Array(DIMENSIONS);
    for (const hash of hashesIn(text)) {
      const row = rows.get(hash);
      if (row) for (let d = 0; d < DIMENSIONS; d++) sum[d]! += row[d]!;
    }
    const length = Math.sqrt(sum.reduce((s, x) => s + x * x, 0));
    if (length === 0) continue;
    n++;
    for (let d = 0; d < DIMENSIONS; d++) mean[d]! += sum[d]! / length;
  }
  return mean.map((x) => x / n);
}

await train();
