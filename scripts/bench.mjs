// npm run bench: how soon the server is ready, the time from an edit to its diagnostics for main.cf of several sizes, and
// from a question (hover, completion) to its answer, over stdio; beside a server on the same library that does nothing, in
// the same run and turn about, so that the machine's moods hit both alike.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SIZES = [100, 1_000, 10_000];
const WARM_UP = 30;
const EDITS = 200;
/** Milliseconds above the do-nothing server, median, that must not be exceeded. */
const LIMITS = { 1000: 2, 10000: 15 };
const READY_LIMIT = 60;
const ANSWER_LIMIT = 2;

const program = path.join(import.meta.dirname, '../dist/postfix-config.js');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-bench-'));

/** A server that answers every edit with no diagnostics. */
async function buildIdleServer() {
  const source = path.join(import.meta.dirname, 'idle-server.mjs');
  const outfile = path.join(scratch, 'idle-server.js');
  await build({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'cjs', minify: true });
  return outfile;
}

async function start(file, ...args) {
  const began = performance.now();
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) =>
    waiting.get(`${uri} ${version}`)?.(),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'data'] } } } },
    initializationOptions: { postfixVersion: '3.7', language: 'en' },
  });
  const ready = performance.now() - began;
  await connection.sendNotification('initialized', {});
  const published = (uri, version) => new Promise((resolve) => waiting.set(`${uri} ${version}`, resolve));
  return { child, connection, published, ready };
}

async function stop({ child, connection }) {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  if (child.exitCode === null) await once(child, 'exit');
  connection.dispose();
}

/**
 * A main.cf as people have it, only longer: half of it comments as in the stock file, every parameter of Postfix, names of
 * one's own, lists over several lines.
 */
function mainCf(lines) {
  const known = defaults();
  const text = ['compatibility_level = 3.6', 'myhostname = mail.example.jp'];
  const own = [];
  for (let i = 0; text.length + own.length + 2 < lines; i++) {
    text.push(
      `# SITE ${i}`,
      '#',
      '# Its networks may send mail to anywhere, and its domains are received here. The',
      '# machines of the new office have addresses of both kinds; the others have only',
      '# one of the old ones. Ask the person on duty before you change anything here.',
      '#',
      known[i % known.length],
      `site_${i}_networks = 192.0.2.${i % 256}/32,`,
      '  198.51.100.0/24,',
      '  # the new office',
      '  [2001:db8::]/32',
      `site_${i}_domains = site${i}.example.jp, $myhostname`,
      '',
    );
    own.push(`  $site_${i}_networks, $site_${i}_domains`);
  }
  return `${[...text, 'relay_domains =', ...own].slice(0, lines).join('\n')}\n`;
}

/** `name = value` of every parameter, as `show -d` prints them. */
function defaults() {
  const printed = execFileSync(process.execPath, [program, 'show', '-d', '--postfix-version', '3.7', scratch], {
    encoding: 'utf8',
  });
  return printed.split('\n').filter((line) => line !== '' && !/^(process_|service_name|mail_version)/.test(line));
}

/** One edit: a character is typed at the end of the second line, or taken away again. */
async function edit({ connection, published }, uri, version) {
  const typed = version % 2 === 0;
  const range = { start: { line: 1, character: 28 }, end: { line: 1, character: typed ? 28 : 29 } };
  const diagnostics = published(uri, version);
  const began = performance.now();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text: typed ? 'x' : '' }],
  });
  await diagnostics;
  return performance.now() - began;
}

/** A number of milliseconds, and whether it is within a limit. */
function verdictOn(milliseconds, limit) {
  const number = milliseconds.toFixed(2);
  return limit === undefined ? number : `${number}  (at most ${limit}: ${milliseconds <= limit ? 'held' : 'EXCEEDED'})`;
}

function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

async function measure(servers, lines) {
  const directory = fs.mkdtempSync(path.join(scratch, 'etc-'));
  fs.writeFileSync(path.join(directory, 'master.cf'), 'smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n');
  const uri = pathToFileURL(path.join(directory, 'main.cf')).toString();
  const text = mainCf(lines);
  const times = servers.map(() => []);
  for (const { connection, published } of servers) {
    const diagnostics = published(uri, 1);
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'postfix-main', version: 1, text },
    });
    await diagnostics;
  }
  for (let version = 2; version < WARM_UP + EDITS + 2; version++) {
    for (const [i, server] of servers.entries()) {
      const time = await edit(server, uri, version);
      if (version >= WARM_UP + 2) times[i].push(time);
    }
  }
  for (const { connection } of servers) {
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  return times;
}

/** Questions about a main.cf of 1,000 lines: name → method, line, character; `null` is the place below the last line. */
const QUESTIONS = {
  'hover on a parameter': ['textDocument/hover', 1, 3],
  'hover on a value': ['textDocument/hover', 1, 15],
  'completion of a name': ['textDocument/completion', null, 0],
  'completion of a value': ['textDocument/completion', 0, 22],
};

/** The times of each question, asked after an edit each time, so that nothing is answered from memory. */
async function measureAnswers(servers) {
  const directory = fs.mkdtempSync(path.join(scratch, 'etc-'));
  const uri = pathToFileURL(path.join(directory, 'main.cf')).toString();
  const text = mainCf(1_000);
  for (const { connection, published } of servers) {
    const diagnostics = published(uri, 1);
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'postfix-main', version: 1, text },
    });
    await diagnostics;
  }
  const results = Object.fromEntries(Object.keys(QUESTIONS).map((name) => [name, servers.map(() => [])]));
  let version = 2;
  for (let round = 0; round < WARM_UP + EDITS; round++) {
    for (const [name, [method, line, character]] of Object.entries(QUESTIONS)) {
      for (const [i, server] of servers.entries()) {
        await edit(server, uri, version);
        const position = { line: line ?? text.split('\n').length - 1, character };
        const began = performance.now();
        await server.connection.sendRequest(method, { textDocument: { uri }, position });
        if (round >= WARM_UP) results[name][i].push(performance.now() - began);
      }
      version++;
    }
  }
  return results;
}

if (!fs.existsSync(program)) {
  console.error('There is no dist/postfix-config.js: run `npm run build` first.');
  process.exit(1);
}
const idle = await buildIdleServer();
const starts = { idle: [], ours: [] };
for (let i = 0; i < 7; i++) {
  for (const [name, args] of [
    ['idle', [idle, '--stdio']],
    ['ours', [program, 'serve', '--stdio']],
  ]) {
    const server = await start(...args);
    starts[name].push(server.ready);
    await stop(server);
  }
}
console.log('ready after (median of 7)');
const [idleReady, oursReady] = [percentile(starts.idle, 0.5), percentile(starts.ours, 0.5)];
const readyAbove = oursReady - idleReady;
console.log(
  `  do-nothing ${idleReady.toFixed(0)} ms, ours ${oursReady.toFixed(0)} ms, above ${verdictOn(readyAbove, READY_LIMIT)}`,
);

const servers = [await start(idle, '--stdio'), await start(program, 'serve', '--stdio')];
let failed = readyAbove > READY_LIMIT;
console.log(`edit to diagnostics (${EDITS} edits each, milliseconds: median, 95th percentile)`);
for (const lines of SIZES) {
  const [nothing, ours] = await measure(servers, lines);
  const above = percentile(ours, 0.5) - percentile(nothing, 0.5);
  const limit = LIMITS[lines];
  const row = [nothing, ours].map((times) => [0.5, 0.95].map((part) => percentile(times, part).toFixed(2)).join(', '));
  console.log(
    `  ${String(lines).padStart(6)} lines: do-nothing ${row[0]}; ours ${row[1]}; above ${verdictOn(above, limit)}`,
  );
  failed ||= limit !== undefined && above > limit;
}
console.log(`question to answer, 1,000 lines (${EDITS} each, milliseconds: median)`);
for (const [name, [nothing, ours]] of Object.entries(await measureAnswers(servers))) {
  const above = percentile(ours, 0.5) - percentile(nothing, 0.5);
  console.log(
    `  ${name.padEnd(21)}: do-nothing ${percentile(nothing, 0.5).toFixed(2)}; ours ${percentile(ours, 0.5).toFixed(2)}; above ${verdictOn(above, ANSWER_LIMIT)}`,
  );
  failed ||= above > ANSWER_LIMIT;
}
for (const server of servers) await stop(server);
fs.rmSync(scratch, { recursive: true });
process.exit(failed ? 1 : 0);
