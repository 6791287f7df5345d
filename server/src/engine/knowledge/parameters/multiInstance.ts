import type { Facts } from './parameter';

export const multiInstance = {
  multi_instance_directories: {
    since: '2.6',
    type: 'string',
    holds: 'directory path list',
    list: true,
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Lists the configuration directories of further Postfix instances on this machine. As soon as one is listed, `postfix start`, `postfix stop` and the like are handed to the command in `multi_instance_wrapper`, which runs them for all instances. `postmulti -e create` and `postmulti -e import` keep this list; its order is that in which the instances start, after the first one. Only main.cf in the default directory counts.',
      ja: 'このマシンで動かす、ほかの Postfix インスタンスの設定ディレクトリを並べます。一つでも書くと、`postfix start` や `postfix stop` などは `multi_instance_wrapper` のコマンドに渡され、すべてのインスタンスに対して実行されます。この一覧は `postmulti -e create` や `postmulti -e import` が管理します。インスタンスは、最初のものに続いてこの順に起動します。標準のディレクトリにある main.cf の値だけが使われます。',
    },
  },
  multi_instance_enable: {
    since: '2.6',
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Tells `postmulti` to start, stop and reload this instance together with the others. A new instance is off until `postmulti -e enable` sets this, so that it cannot start half configured. The first instance needs `yes` as well once there are others: without it `postfix start` only checks the instance. By `postfix -c` with its directory an instance can be started in any case.',
      ja: '`postmulti` が、このインスタンスをほかと一緒に起動、停止、再読み込みするようにします。新しいインスタンスは、設定の途中で起動しないように、`postmulti -e enable` を実行するまで無効です。ほかのインスタンスがあるなら、最初のインスタンスも `yes` にします。そうしないと、`postfix start` は検査をするだけです。ディレクトリを指定した `postfix -c` なら、いつでも起動できます。',
    },
  },
  multi_instance_group: {
    since: '2.6',
    type: 'string',
    holds: 'word',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Puts this instance into a group, so that `postmulti -g` can start, stop or list the members together. The name is yours to choose, and an instance has at most one; empty means none. Set it by `postmulti -e assign` with `-G`. Mail delivery does not depend on it.',
      ja: 'このインスタンスをグループに入れ、`postmulti -g` でまとめて起動、停止、一覧表示できるようにします。名前は自由ですが、入れるグループは一つだけです。空ならどのグループにも入りません。設定するには、`-G` を付けて `postmulti -e assign` を実行します。メールの配送には影響しません。',
    },
  },
  multi_instance_name: {
    since: '2.6',
    type: 'string',
    holds: 'word',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Gives this instance a name of its own, by which `postmulti -i` finds it. It is also the default of `syslog_name`, so that lines in the log show which instance they are from. `postmulti` accepts only new names that begin with `postfix-`, and no name twice. An instance that is alone needs none.',
      ja: 'このインスタンスに固有の名前を付け、`postmulti -i` で指定できるようにします。`syslog_name` の既定値にもなるので、ログの行がどのインスタンスのものかがわかります。`postmulti` で新しく付けられるのは `postfix-` で始まる名前だけで、同じ名前は二度使えません。インスタンスが一つだけなら不要です。',
    },
  },
  multi_instance_wrapper: {
    since: '2.6',
    type: 'string',
    holds: 'shell command',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Names the command that takes over `postfix start` and the like when `multi_instance_directories` is not empty. `postmulti -e init` sets it to `${command_directory}/postmulti -p --`, and hardly anybody uses another. If it is empty although directories are listed, `postfix` ends with an error and nothing starts. Arguments may follow the path, but quotes and other signs of the shell have no special meaning.',
      ja: '`multi_instance_directories` が空でないとき、`postfix start` などを引き受けるコマンドです。`postmulti -e init` を実行すると `${command_directory}/postmulti -p --` が設定され、ほかのコマンドを使うことはまずありません。ディレクトリがあるのにこれが空だと、`postfix` はエラーで終了し、何も起動しません。パスの後に引数を続けられますが、引用符などシェルの記号は使えません。',
    },
  },
  postmulti_control_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'reload flush',
    usedBy: ['postmulti'],
    text: {
      en: 'Lists the commands of `postfix` that need a running instance. `postmulti` leaves out instances for which `multi_instance_enable` is off. Commands in neither this list nor `postmulti_start_commands` nor `postmulti_stop_commands` are run for all instances. There is no reason to change it.',
      ja: '動いているインスタンスを必要とする `postfix` のコマンドを並べます。`postmulti` は、`multi_instance_enable` が無効なインスタンスを飛ばします。この一覧にも `postmulti_start_commands` や `postmulti_stop_commands` にもないコマンドは、すべてのインスタンスに対して実行されます。変える理由はありません。',
    },
  },
  postmulti_start_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'start',
    usedBy: ['postmulti'],
    text: {
      en: 'Lists the commands of `postfix` that start an instance. `postmulti` runs them for the first instance and then in the order of `multi_instance_directories`. Where `multi_instance_enable` is off, it runs `postfix check` instead. There is no reason to change it.',
      ja: 'インスタンスを起動する `postfix` のコマンドを並べます。`postmulti` は、最初のインスタンス、続いて `multi_instance_directories` の順に実行します。`multi_instance_enable` が無効なインスタンスには、代わりに `postfix check` を実行します。変える理由はありません。',
    },
  },
  postmulti_stop_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'stop abort drain quick-stop',
    usedBy: ['postmulti'],
    text: {
      en: 'Lists the commands of `postfix` that stop an instance. `postmulti` runs them in reverse order, the first instance last, and leaves out those for which `multi_instance_enable` is off. So stop an instance before you disable it, or use `postfix -c` with its directory. There is no reason to change the list.',
      ja: 'インスタンスを停止する `postfix` のコマンドを並べます。`postmulti` は逆の順に実行し、最初のインスタンスが最後になります。`multi_instance_enable` が無効なものは飛ばされるので、インスタンスは無効にする前に停止するか、ディレクトリを指定した `postfix -c` で停止します。一覧を変える理由はありません。',
    },
  },
} satisfies Facts;
