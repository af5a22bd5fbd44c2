/** `npm run -s factmark -- <command>`: the same library and matcher as the extension, on files. */
import { evaluate } from './eval';
import { explain } from './explain';
import { importFeed } from './import';
import { keygen } from './keygen';
import { lint } from './lint';
import { match } from './match';
import { pack } from './pack';
import { rank } from './rank';
import { revoke } from './revoke';
import { stats } from './stats';
import { UsageError } from './usage';
import { speak } from './words';

speak('en', 'en-US');

const HELP = `factmark: build, lint and try libraries of fact-checks

  match [--pack PATH]... [--sure normal|strict] [--format text|html|jsonl] [FILE...]
                                                               find claims; JSONL out, one line per input
  explain [--pack PATH]... [-k 3] [TEXT...]                    why a passage matches, candidate by candidate
  rank  --claims FILE --queries FILE [-k 5]                    best claims for each query, as JSONL
  eval  --claims FILE --queries FILE --qrels FILE [--negatives FILE]
                                                               figures of ranking and detection, one JSON object
  lint  [--strict] [PATH]                                      check a library or a published pack; exit 1 with
                                                               problems listed; --strict: by the editor's rules
  stats [PATH]                                                 counts of either, as one JSON object
  import FEED --out DIR [--report FILE]                        a ClaimReview feed (a file, - for standard input) as
                                                               a library of reviews; counts as one JSON object,
                                                               what became of each record as JSONL in the report
  pack  DIR --out OUT [--key FILE [--new-key] [--spare KEY]] [--bundle FILE]
                                                               publish a library as static files, or update them
  keygen FILE                                                  a new key to sign packs with, or its spare
  revoke OUT --key FILE [--bundle FILE]                        have readers take nothing more signed with a key

Input of match: text, HTML, or JSONL lines {id, text}; standard input without FILE. A PATH is a folder with a
library, a published pack, or a file of bare claims: JSONL as below, or a ClaimReview feed. The default library is the
starter. Claims are JSONL {id, claim, title?, subtitle?, date?, language?}, queries and negatives {id, text},
qrels lines “query 0 claim 1”. Exit 0: all is well; 1: problems were found; 2: wrong usage.
`;

/** Commands by name; each answers with the exit code. */
const COMMANDS = new Map(
  Object.entries({
    match,
    explain,
    rank,
    eval: evaluate,
    lint,
    stats,
    import: importFeed,
    pack,
    keygen,
    revoke,
  }),
);

async function main([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (!command) {
    const asked = name === undefined || name === '--help' || name === 'help';
    (asked ? process.stdout : process.stderr).write(
      asked ? HELP : `factmark: there is no command “${name}”\n\n${HELP}`,
    );
    return asked && name !== undefined ? 0 : 2;
  }
  return command(args);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe went away (`| head`): nothing is wrong.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`factmark: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
