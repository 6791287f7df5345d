import assert from 'node:assert/strict';
import { argumentHelp, fieldHelp } from '../../server/src/engine/help/serviceHelp';
import { PROGRAMS } from '../../server/src/engine/knowledge/services';
import {
  INET_SERVICES,
  LOCAL_SERVICES,
  stockLines,
  stockServiceNamed,
} from '../../server/src/engine/knowledge/stockServices';
import type { Locale } from '../../server/src/engine/locale';
import { spanOf, wholeLine } from '../../server/src/engine/syntax/logicalLine';
import { FIELD_NAMES } from '../../server/src/engine/syntax/masterCf';
import { type CheckOptions, configurationOf } from '../check';
import { parseFixture } from '../fixture';

/** What is said of the word at the cursor, `<|>`, in master.cf. */
function helpAt(source: string, locale: Locale, options: CheckOptions): string | undefined {
  const { files, cursor } = parseFixture(source);
  const offset = cursor?.offset ?? assert.fail('no cursor');
  const configuration = configurationOf(files, options);
  const holds = (slice: Parameters<typeof spanOf>[0]) => {
    const { start, end } = spanOf(slice);
    return offset >= start && offset < end;
  };
  const service =
    configuration.master?.services.find(({ line }) => holds(wholeLine(line))) ?? assert.fail('no service');
  const field = FIELD_NAMES.find((name) => holds(service[name]));
  if (field) return fieldHelp(configuration, service, field, locale);
  const word = service.words.find(holds) ?? assert.fail('no word');
  return argumentHelp(configuration, service, word, locale);
}

type Expected = readonly [string | RegExp, string | RegExp];

/** Checks what is said at the cursor, in English and in Japanese. */
function says(source: string, [en, ja]: Expected, options: CheckOptions = {}): void {
  for (const [locale, expected] of [['en', en] as const, ['ja', ja] as const]) {
    const help = helpAt(source, locale, options) ?? assert.fail('nothing is said');
    if (typeof expected === 'string') assert.ok(help.includes(expected), help);
    else assert.match(help, expected);
  }
}

function isSilent(source: string, options: CheckOptions = {}): void {
  for (const locale of ['en', 'ja'] as const) assert.equal(helpAt(source, locale, options), undefined);
}

/** A main.cf that says nothing is still there: without the file nobody knows the defaults. */
const master = (line: string, main = '# Nothing.\n') => `${main}-- master.cf --\n${line}\n`;

describe('fieldHelp', () => {
  it('service: says where an inet service listens', () => {
    says(master('<|>submission inet n - n - - smtpd'), [
      '**submission** (inet) — Listens on TCP port `submission` (587) of the addresses in `inet_interfaces` (here `all`).',
      '**submission** (inet) — `inet_interfaces`（現在は `all`）のアドレスの TCP ポート `submission` (587) で待ち受けます。',
    ]);
    says(master('<|>[::1]:10025 inet n - n - - smtpd'), [
      '**[::1]:10025** (inet) — Listens on TCP port `10025` of `[::1]` only.',
      '`[::1]` の TCP ポート `10025` だけで待ち受けます。',
    ]);
  });

  it('service: says where a socket is, public or private', () => {
    says(master('<|>policy unix - n n - 0 spawn user=nobody argv=/bin/true', 'queue_directory = /var/mail/q\n'), [
      '**policy** (unix) — Listens at `/var/mail/q/private/policy`.\n\n**spawn(8)** — Runs an external command',
      '**policy** (unix) — `/var/mail/q/private/policy` で待ち受けます。\n\n**spawn(8)** — ',
    ]);
    says(master('<|>showq unix n - n - - showq'), ['/public/showq`', '/public/showq`']);
  });

  it('service: shows the stock entry of that version', () => {
    const source = master('<|>qmgr unix n - n 300 1 qmgr');
    says(
      source,
      [
        'In the stock master.cf of Postfix 3.7:\n```postfix-master\nqmgr unix n - n 300 1 qmgr\n#qmgr unix n - n 300 1 oqmgr\n```',
        'Postfix 3.7 に付属する master.cf では:\n',
      ],
      { version: '3.7' },
    );
    says(source, ['\nqmgr fifo n - n 300 1 qmgr\n', '\nqmgr fifo n - n 300 1 qmgr\n'], { version: '2.9' });
  });

  it('type: says what it is, and whether the version and the program know it', () => {
    says(master('postlog <|>unix-dgram n - n - 1 postlogd'), [
      '`unix-dgram`: A local datagram socket, for `postlogd` alone.\n',
      '`unix-dgram`: ローカルのデータグラムソケットで、`postlogd` だけが使います。\n',
    ]);
    says(
      master('postlog <|>unix-dgram n - n - 1 postlogd'),
      [
        '⚠️ Postfix 3.3 does not have it yet: it came with 3.4.',
        '⚠️ Postfix 3.4 で追加されたもので、3.3 にはありません。',
      ],
      { version: '3.3' },
    );
    says(master('qmgr <|>inet n - n 300 1 qmgr'), [
      '⚠️ `qmgr` cannot run as this type, only as `unix`, `fifo`, `pass`.',
      '⚠️ `qmgr` はこのタイプでは動きません。使えるのは `unix`、`fifo`、`pass` です。',
    ]);
  });

  it('private: `-` is `y`, which a port cannot be', () => {
    says(master('relay unix <|>- - n - - smtp'), [
      '`-` is `y`, the default. Only Postfix itself connects to it',
      '`-` は既定値の `y` です。Postfix 自身だけが接続します。',
    ]);
    says(master('smtp inet <|>- - n - - smtpd'), [
      '`-` is `y`, the default. ⚠️ A service of type `inet` must say `n`, or Postfix does not start.\n',
      '`-` は既定値の `y` です。⚠️ タイプが `inet` のサービスでは `n` にしないと、Postfix は起動しません。\n',
    ]);
  });

  it('unprivileged: says what the program requires, from the version on that it does', () => {
    says(master('vmail unix - <|>- n - - pipe'), [
      'once it has started. ⚠️ `pipe` works only with `n` here.',
      '⚠️ `pipe` は、ここが `n` でないと動きません。',
    ]);
    says(master('vmail unix - <|>n n - - pipe'), [
      '`n`: Keeps root privileges. `pipe` works only with `n` here.',
      '`n`: root 権限を保ちます。`pipe` は、ここが `n` でないと動きません。',
    ]);
    says(master('smtp inet n <|>n n - - smtpd'), ['⚠️ `smtpd` works only with `y` here.', /⚠️ `smtpd` は/]);
    says(master('smtp inet n <|>n n - - smtpd'), [/root privileges\.\n/, /保ちます。\n/], { version: '2.2' });
  });

  it('chroot: `-` depends on version and compatibility_level', () => {
    const line = 'smtp inet n - <|>- - - smtpd';
    says(
      master(line),
      ['`-` is `y`, the default before Postfix 3.0. Sees only', '`-` は、Postfix 3.0 より前の既定値の `y` です。'],
      { version: '2.11' },
    );
    says(master(line), [
      '`-` is `y` here, as `compatibility_level` is `0`. Sees only what is below the queue directory',
      '`compatibility_level` が `0` なので、`-` はここでは `y` です。起動した後は',
    ]);
    for (const level of ['1', '2', '3.6', ' 3.11']) {
      says(master(line, `compatibility_level = ${level}\n`), [
        `\`-\` is \`n\` here, as \`compatibility_level\` is \`${level.trim()}\`. Sees the whole file system.`,
        `\`compatibility_level\` が \`${level.trim()}\` なので、\`-\` はここでは \`n\` です。ファイルシステム全体が見えます。`,
      ]);
    }
    const unknown = helpAt(master(line, 'compatibility_level = new\n'), 'en', {});
    assert.match(unknown ?? '', /^\*\*Column 5, chroot\*\*/);
  });

  it('chroot: warns of programs that do not run there', () => {
    says(master('local unix - n <|>y - - local'), [
      '⚠️ The manual advises against a chroot for `local`.',
      '⚠️ マニュアルは、`local` を chroot で動かさないよう勧めています。',
    ]);
    says(master('local unix - n <|>n - - local'), [/system\. The manual advises/, /見えます。マニュアルは/]);
  });

  it('wakeup: reads any number, with and without `?`', () => {
    const wakeup = (word: string, program = 'tlsmgr') => master(`x unix - - n <|>${word} 1 ${program}`);
    says(wakeup('-'), ['`-` is `0`, the default. Never woken up.\n', '`-` は既定値の `0` です。起こしません。\n']);
    says(wakeup('300'), ['`300`: Woken up every 300 seconds.\n', '`300`: 300秒ごとに起こします。\n']);
    says(wakeup('1'), ['`1`: Woken up every second.\n', '`1`: 1秒ごとに起こします。\n']);
    says(wakeup('86400?'), [
      '`86400?`: Woken up every 86400 seconds, but only once it has been used.\n',
      '`86400?`: 一度使われた後は、86400秒ごとに起こします。\n',
    ]);
    says(wakeup('0?'), ['`0?`: Never woken up.\n', '`0?`: 起こしません。\n']);
    says(wakeup('-', 'pickup'), ['⚠️ `pickup` needs a wakeup time.', '⚠️ `pickup` には起動間隔が必要です。']);
    says(wakeup('60', 'pickup'), ['seconds. `pickup` needs a wakeup time.', '起こします。`pickup` には']);
    says(wakeup('often'), [/^\*\*Column 6, wakeup\*\*/, /^\*\*6列目（wakeup）\*\*/]);
  });

  it('process_limit: reads any number; `-` is default_process_limit', () => {
    const limit = (word: string, program = 'smtpd', main?: string) =>
      master(`x unix - - n - <|>${word} ${program}`, main);
    says(limit('-'), [
      '`-` is the value of `default_process_limit` (`100`, by default). At most 100 processes at the same time.\n',
      '`-` は `default_process_limit` の値です（`100`、既定値のまま）。同時に動くプロセスは最大 100 個です。\n',
    ]);
    says(limit('-', 'smtpd', 'n = 20\ndefault_process_limit = $n\n'), [
      '(`$n` (comes to `20`) — main.cf, line 2). At most 20 processes',
      '（`$n` (展開すると `20`) — main.cf 2 行目）。同時に動くプロセスは最大 20 個です。',
    ]);
    says(limit('0'), ['`0`: Any number of processes.\n', '`0`: プロセス数に上限はありません。\n']);
    says(limit('1'), ['`1`: A single process.\n', '`1`: プロセスは一つだけです。\n']);
    says(limit('250'), ['`250`: At most 250 processes', '`250`: 同時に動くプロセスは最大 250 個です。']);
    says(limit('5?'), [/^\*\*Column 7/, /^\*\*7列目/]);
  });

  it('process_limit: says what the program requires', () => {
    const limit = (word: string, program: string, main?: string) =>
      master(`x unix - - n - <|>${word} ${program}`, main);
    says(limit('-', 'cleanup'), [
      '⚠️ `cleanup` works only with `0` here.',
      '⚠️ `cleanup` は、ここが `0` でないと動きません。',
    ]);
    says(limit('01', 'qmgr'), ['process. `qmgr` works only with `1` here.', '一つだけです。`qmgr` は']);
    says(limit('-', 'qmgr', 'default_process_limit = 1\n'), [/process\. `qmgr` works only/, /です。`qmgr` は/]);
    says(limit('1', 'tlsproxy'), ['⚠️ `tlsproxy` works only with `0`', '⚠️ `tlsproxy` は']);
    says(limit('1', 'tlsproxy'), [/process\.\n/, /だけです。\n/], { version: '3.3' });
  });

  it('command: explains the program', () => {
    says(master('x unix - - n - - <|>smtp'), [
      /^\*\*smtp\(8\)\*\* — Delivers mail to other servers by SMTP\. .* \[Manual\]\(https:\/\/www\.postfix\.org\/smtp\.8\.html\)/,
      /^\*\*smtp\(8\)\*\* — SMTP でほかのサーバーにメールを配送します。/,
    ]);
    says(master('qmgr unix n - n 300 1 <|>nqmgr'), ['/qmgr.8.html', '/qmgr.8.html']);
    says(
      master('postlog unix n - n - 1 <|>postlogd'),
      ['⚠️ Postfix 3.3 does not have it yet: it came with 3.4.', '3.3 にはありません。'],
      { version: '3.3' },
    );
    says(master('x unix - - n - - <|>toString'), [/^\*\*Column 8, command\*\*/, /^\*\*8列目（command）\*\*/]);
  });

  it('has something to say of every program and every stock service', () => {
    for (const program of Object.keys(PROGRAMS)) {
      says(master(`x unix - - n - - <|>${program}`), [`**${program}(8)** — `, `**${program}(8)** — `]);
    }
    const services = { ...INET_SERVICES, ...LOCAL_SERVICES };
    for (const [name, { entries, text }] of Object.entries(services)) {
      const [entry] = entries;
      says(master(`<|>${name} ${entry?.type} ${entry?.columns} ${entry?.program}`), [text.en, text.ja]);
    }
  });
});

describe('argumentHelp', () => {
  const pipe = (words: string, main?: string) => master(`vmail unix - n n - - pipe\n  ${words}`, main);

  it('explains the options of every program', () => {
    says(master('smtp inet n - n - - smtpd <|>-o smtpd_banner=x'), [
      /^\*\*-o\*\* — Sets a main\.cf parameter for this service alone\./,
      /^\*\*-o\*\* — このサービスだけに main\.cf のパラメータを設定します。/,
    ]);
    says(master('smtp inet n - n - - smtpd -o x=y <|>-vvD'), [
      /^\*\*-v\*\* — .*\n\n\*\*-D\*\* — .*\n\n\[Manual: master\(5\)\]/,
      /^\*\*-v\*\* — .*\n\n\*\*-D\*\* — /,
    ]);
    isSilent(master('smtp inet n - n - - smtpd <|>-n x'));
    isSilent(master('smtp inet n - n - - smtpd -o <|>smtpd_banner=x'));
    isSilent(master('policy unix - n n - 0 policyd <|>-v'));
  });

  it('explains the attributes of pipe', () => {
    says(pipe('<|>user=vmail argv=/bin/true'), [
      /^\*\*user=\*\* — Names the account .*\n\n\[Manual: pipe\(8\)\]\(https:\/\/www\.postfix\.org\/pipe\.8\.html\)$/,
      /^\*\*user=\*\* — コマンドを実行するアカウントです。/,
    ]);
    says(pipe('<|>{ Null_Sender= } user=vmail argv=/bin/true'), ['**null_sender=** — ', '**null_sender=** — ']);
    says(
      pipe('<|>chroot=/srv user=vmail argv=/bin/true'),
      [
        '⚠️ Postfix 2.2 does not have it yet: it came with 2.3.',
        '⚠️ Postfix 2.3 で追加されたもので、2.2 にはありません。',
      ],
      { version: '2.2' },
    );
    isSilent(pipe('<|>color=red user=vmail argv=/bin/true'));
    isSilent(master('smtp inet n - n - - smtpd <|>user=vmail'));
    says(master('policy unix - n n - 0 spawn <|>user=nobody argv=/bin/true'), [
      'dies at every connection',
      '接続のたびに',
    ]);
  });

  it('explains each letter of flags', () => {
    says(pipe('<|>flags=Rhu user=vmail argv=/bin/true'), [
      /\n\n- `R`: Adds the header `Return-Path:`.*\n- `h`: .*\n- `u`: .*\n\n\[Manual/,
      /\n\n- `R`: .*\n- `h`: .*\n- `u`: .*\n\n\[マニュアル/,
    ]);
    says(pipe('<|>flags=RZ user=vmail argv=/bin/true'), [
      '- `Z`: ⚠️ No such letter: the program does not work with it.',
      '- `Z`: ⚠️ この文字はなく、あるとプログラムは動きません。',
    ]);
    says(
      pipe('<|>flags=X user=vmail argv=/bin/true'),
      [/- `X`: .* ⚠️ Postfix 2\.4 does not have it yet/, /- `X`: .*⚠️ Postfix 2\.5 で追加/],
      { version: '2.4' },
    );
    says(master('lmtp unix - - n - - lmtp <|>flags=X'), ['It counts for LMTP only', 'LMTP で、']);
    says(
      master('lmtp unix - - n - - lmtp <|>flags=X'),
      ['⚠️ Postfix 3.4 does not have it yet: it came with 3.5.', '3.4 にはありません。'],
      { version: '3.4' },
    );
    says(master('lmtp unix - - n - - lmtp <|>flags=q'), ['- `q`: ⚠️ No such letter', '- `q`: ⚠️ この文字はなく']);
  });

  it('knows which recipient limit D and O need', () => {
    says(pipe('<|>flags=DRO user=vmail argv=/bin/true'), [
      '⚠️ For `D` and `O`, `vmail_destination_recipient_limit` must be `1` (here `50`), or mail to several recipients waits',
      '⚠️ `D` と `O` を使うなら、`vmail_destination_recipient_limit`（現在は `50`）を `1` にします。',
    ]);
    says(pipe('<|>flags=D user=vmail argv=/bin/true', 'vmail_destination_recipient_limit = 1\n'), [
      '\nFor `D`, `vmail_destination_recipient_limit` must be `1` (here `1`)',
      '\n`D` を使うなら、',
    ]);
  });

  it('explains the macros of the command that pipe runs', () => {
    says(pipe('user=vmail argv=/bin/deliver -r ${sender} <|>$(user)@$domain'), [
      /^\*\*\$\{user\}\*\* — What is before the `@`.* The argument is given once for each recipient\.\n\n\*\*\$\{domain\}\*\* — /,
      /^\*\*\$\{user\}\*\* — .*これを含む引数は、宛先の数だけ繰り返されます。\n\n\*\*\$\{domain\}\*\* — /,
    ]);
    says(pipe('user=vmail argv=/bin/deliver <|>{-f ${sender}}'), [
      /^\*\*\$\{sender\}\*\* — /,
      /^\*\*\$\{sender\}\*\* — /,
    ]);
    says(pipe('user=vmail <|>argv=/bin/$nexthop'), [/\*\*argv=\*\* — .*\n\n\*\*\$\{nexthop\}\*\*/, /\*\*argv=\*\*/]);
    says(
      pipe('user=vmail argv=/bin/deliver <|>${envid}'),
      ['⚠️ Postfix 3.8 does not have it yet: it came with 3.9.', '3.8 にはありません。'],
      { version: '3.8' },
    );
    // An option, an attribute, a name of main.cf and a condition mean nothing there.
    for (const word of ['-o', 'user=x', '$myhostname', '${sender?x}']) {
      isSilent(pipe(`user=vmail argv=/bin/deliver <|>${word}`));
    }
    isSilent(master('policy unix - n n - 0 spawn user=nobody argv=/bin/true <|>${sender}'));
  });
});

describe('stockServiceNamed', () => {
  const nameOf = (service: string, type: string) => stockServiceNamed(service, type)?.name;

  it('knows a service by name and type', () => {
    assert.equal(stockServiceNamed('smtp', 'inet')?.text, INET_SERVICES.smtp?.text);
    assert.equal(stockServiceNamed('smtp', 'unix')?.text, LOCAL_SERVICES.smtp?.text);
    assert.equal(nameOf('qmgr', 'fifo'), 'qmgr');
    assert.equal(nameOf('submission', 'unix'), undefined);
  });

  it('knows a port by number or another name, and with an address in front', () => {
    assert.equal(nameOf('587', 'inet'), 'submission');
    assert.equal(nameOf('127.0.0.1:submission', 'inet'), 'submission');
    assert.equal(nameOf('[::1]:465', 'inet'), 'submissions');
    assert.equal(nameOf('smtps', 'inet'), 'smtps');
    assert.equal(nameOf('qmqp', 'inet'), '628');
    assert.equal(nameOf('10025', 'inet'), undefined);
    assert.equal(nameOf('toString', 'inet'), undefined);
  });

  it('has the lines of each version', () => {
    const lines = (name: string, type: string, version: `${number}.${number}`) => {
      const service = stockServiceNamed(name, type) ?? assert.fail(name);
      return stockLines(service, version);
    };
    assert.deepEqual(lines('maildrop', 'unix', '2.3'), ['maildrop unix - n n - - pipe']);
    assert.deepEqual(lines('maildrop', 'unix', '2.4'), ['#maildrop unix - n n - - pipe']);
    assert.deepEqual(lines('pickup', 'unix', '2.9'), ['pickup fifo n - n 60 1 pickup']);
    assert.deepEqual(lines('smtp', 'inet', '2.7'), ['smtp inet n - n - - smtpd']);
    assert.deepEqual(lines('submissions', 'inet', '3.6'), []);
  });
});
