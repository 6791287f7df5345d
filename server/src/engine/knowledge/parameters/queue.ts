import type { Facts } from './parameter';

export const queue = {
  bounce_queue_lifetime: {
    since: '2.1',
    type: 'time',
    unit: 'd',
    max: 8640000,
    default: '5d',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how long Postfix keeps trying to deliver an error notice; `0` means one attempt. Notices to invented senders fill the queue, so a shorter time than `maximal_queue_lifetime` is common. A longer one is cut down to that, with a warning.',
      ja: 'エラー通知の配送を何日試みるかを指定します。`0` なら一度だけです。偽の送信者への通知がキューに溜まるため、`maximal_queue_lifetime` より短くすることがよくあります。それより長くすると、警告のうえ同じ長さに縮められます。',
    },
  },
  default_delivery_slot_cost: {
    type: 'integer',
    default: '5',
    usedBy: ['qmgr'],
    text: {
      en: 'Sets how readily a large message lets smaller ones go first: for this many deliveries of its own it gives way to one delivery of another. So a newsletter to thousands does not hold up a letter to one person. Small values favour small messages and slow large ones down; `2` is the lowest that works, and with `0` or `1` nothing is overtaken. Hardly anybody has a reason to change it.',
      ja: '大きなメールが、小さなメールにどれだけ先を譲るかを決めます。自分の配送をこの回数行うごとに、ほかのメールの配送1回分を先に通します。これにより、数千人宛てのメールマガジンがあっても1人宛てのメールは待たされません。小さくするほど小さなメールが優先され、大きなメールは遅くなります。有効な最小値は `2` で、`0` と `1` では追い越しが行われません。変える必要はまずありません。',
    },
  },
  default_delivery_slot_discount: {
    type: 'integer',
    max: 100,
    default: '50',
    usedBy: ['qmgr'],
    text: {
      en: 'Lets a small message overtake a large one before the large one has made room for all of its deliveries: this percentage is granted in advance. At `0` only `default_delivery_slot_loan` is granted, at `100` it hardly waits at all. What was granted is made up for later, before the next message may overtake. Goes together with `default_delivery_slot_cost` and hardly ever needs a change.',
      ja: '小さなメールが大きなメールを追い越すのに必要な配送の枠のうち、この割合（パーセント）を前借りできるようにします。`0` なら `default_delivery_slot_loan` の分しか前借りせず、`100` ならほとんど待ちません。前借りした分は後で埋め合わせられ、それまで次の追い越しは行われません。`default_delivery_slot_cost` と組で働く値で、変える必要はまずありません。',
    },
  },
  default_delivery_slot_loan: {
    type: 'integer',
    default: '3',
    usedBy: ['qmgr'],
    text: {
      en: 'Grants this many deliveries in advance to a small message that wants to overtake a large one, on top of the percentage in `default_delivery_slot_discount`. So a message with few recipients hardly waits; `0` grants none. What was granted is made up for later, before the next message may overtake. Hardly ever needs a change.',
      ja: '小さなメールが大きなメールを追い越すときに、この数の配送を前借りできるようにします。`default_delivery_slot_discount` の割合による分に加えられます。これにより、宛先の少ないメールはほとんど待ちません。`0` なら何も加えません。前借りした分は後で埋め合わせられ、それまで次の追い越しは行われません。変える必要はまずありません。',
    },
  },
  default_destination_concurrency_failed_cohort_limit: {
    since: '2.5',
    type: 'integer',
    default: '1',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Decides after how many rounds of failed connections a destination counts as down. One round is as many failures as deliveries run in parallel; a success starts the count anew, and `0` never gives a destination up. Mail for one that is down is put off as `delivery temporarily suspended`, and nothing is tried there for `minimal_backoff_time`. Where `default_destination_rate_delay` is in use, choose `10` or more: otherwise one failed connection puts off everything that waits.',
      ja: '接続の失敗が何巡続いたら、配送先が停止しているとみなすかを指定します。1巡は、同時に行う配送の数と同じ回数の失敗です。一度でも成功すると数え直し、`0` なら停止とはみなしません。停止とみなした配送先へのメールは `delivery temporarily suspended` として後回しになり、`minimal_backoff_time` の間は何も試しません。`default_destination_rate_delay` を使うときは `10` 以上にします。そうしないと、1回の接続の失敗で、待っているメールがすべて後回しになります。',
    },
  },
  default_destination_concurrency_limit: {
    type: 'integer',
    default: { '2.0': '10', '2.0.1': '20', '2.1': '20' },
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many deliveries to the same destination run at once; `0` means no limit. With a relay, all mail is one destination. For one transport only, set `smtp_destination_concurrency_limit` and the like; `local` has a limit of its own.',
      ja: '同じ配送先に同時に行う配送の数を制限します。`0` なら制限しません。中継サーバーを使うと、すべてのメールが一つの配送先になります。一つのトランスポートだけなら、`smtp_destination_concurrency_limit` などを設定します。`local` には別の制限があります。',
    },
    op25b: {
      en: 'Some providers allow only a few connections at once; a small number, or `smtp_destination_rate_delay`, keeps within their limits.',
      ja: '同時に数本の接続しか認めないプロバイダーもあります。小さな値にするか `smtp_destination_rate_delay` を設定すると、制限内に収まります。',
      example: 'default_destination_concurrency_limit = 2',
    },
  },
  default_destination_concurrency_negative_feedback: {
    since: '2.5',
    type: 'string',
    holds: 'concurrency feedback',
    minLength: 1,
    default: '1',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how quickly Postfix reduces the number of parallel deliveries to a destination where connections fail. It is a number from `0` to `1` or a fraction: at `1` each failure takes one delivery away, at `1/8` every eighth, at `1/concurrency` one for as many failures as deliveries run in parallel, and at `0` none. At least one delivery remains; `default_destination_concurrency_failed_cohort_limit` decides when the destination is given up. A value that cannot be read is taken as `1`, with a warning.',
      ja: '接続に失敗する配送先に対して、同時に行う配送の数をどれだけ速く減らすかを指定します。`0` から `1` までの数か分数で書きます。`1` なら失敗するたびに一つ、`1/8` なら8回の失敗ごとに一つ、`1/concurrency` なら同時に行う配送の数と同じ回数の失敗ごとに一つ減らし、`0` なら減らしません。少なくとも一つは残り、配送先をいつあきらめるかは `default_destination_concurrency_failed_cohort_limit` で決まります。読み取れない値は、警告のうえ `1` とみなされます。',
    },
  },
  default_destination_concurrency_positive_feedback: {
    since: '2.5',
    type: 'string',
    holds: 'concurrency feedback',
    minLength: 1,
    default: '1',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how quickly Postfix raises the number of parallel deliveries to a destination where they succeed. It is a number from `0` to `1` or a fraction: at `1` each success adds one, so that the number doubles with every round; `1/concurrency` adds one per round, which is gentler; `0` adds none. The number starts at `initial_destination_concurrency` and goes up to `default_destination_concurrency_limit`, unless the transport has values of its own. A value that cannot be read is taken as `1`, with a warning.',
      ja: '配送に成功する配送先に対して、同時に行う配送の数をどれだけ速く増やすかを指定します。`0` から `1` までの数か分数で書きます。`1` なら成功するたびに一つ増えるため、1巡ごとに倍になります。`1/concurrency` なら1巡ごとに一つで、より穏やかです。`0` なら増えません。トランスポート独自の値がなければ、`initial_destination_concurrency` から始まり、`default_destination_concurrency_limit` まで増えます。読み取れない値は、警告のうえ `1` とみなされます。',
    },
  },
  default_destination_rate_delay: {
    since: '2.5',
    type: 'time',
    unit: 's',
    default: '0s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Waits this long between two deliveries to the same destination; `0` means no wait. Anything above makes deliveries to one destination go one after the other. With a relay, all mail is one destination. For one transport only, set `smtp_destination_rate_delay` and the like. Raise `default_destination_concurrency_failed_cohort_limit` to `10` or more as well, or one failed connection puts off everything that waits.',
      ja: '同じ配送先への配送と配送の間に、この時間だけ待ちます。`0` なら待ちません。それ以外では、一つの配送先へは1通ずつ順に送ります。中継サーバーを使うと、すべてのメールが一つの配送先になります。一つのトランスポートだけなら、`smtp_destination_rate_delay` などを設定します。`default_destination_concurrency_failed_cohort_limit` も `10` 以上にします。そうしないと、1回の接続の失敗で、待っているメールがすべて後回しになります。',
    },
    op25b: {
      en: 'Keeps within the limit where a provider accepts only so many messages a minute; mail waits in the queue in the meantime.',
      ja: '1分間に受け付けるメールの数を制限しているプロバイダーで、制限内に収められます。その間、メールはキューで待ちます。',
      example: 'smtp_destination_rate_delay = 1s',
    },
  },
  default_destination_recipient_limit: {
    type: 'integer',
    default: '50',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many recipients of one message are handed over in one delivery. If there are more, the message is delivered in several parts; `0` means no limit. At `1` the other limits and delays per destination count for each recipient instead of each domain or relay, so that many deliveries to one server may run at once. For one transport only, set `smtp_destination_recipient_limit` and the like; `local` has a limit of its own.',
      ja: '1通のメールの宛先を、1回の配送でいくつまで渡すかを制限します。それより多ければ何回かに分けて配送します。`0` なら制限しません。`1` にすると、配送先ごとのほかの制限や待ち時間が、ドメインや中継サーバーではなく宛先ごとに数えられるため、一つのサーバーへの配送が同時に多数行われることがあります。一つのトランスポートだけなら、`smtp_destination_recipient_limit` などを設定します。`local` には別の制限があります。',
    },
  },
  default_extra_recipient_limit: {
    type: 'integer',
    default: '1000',
    usedBy: ['qmgr'],
    text: {
      en: 'Keeps additional room in memory for the recipients of messages that overtake a large one, beyond `default_recipient_limit`. Without it such a message could be read from the queue file only in small portions. Each transport has this room for itself; hardly anybody needs to change it.',
      ja: '大きなメールを追い越すメールの宛先のために、`default_recipient_limit` とは別にメモリーに確保する余裕です。これがないと、追い越すメールの宛先を少しずつしかキューファイルから読めません。トランスポートごとに確保されます。変える必要はまずありません。',
    },
  },
  default_minimum_delivery_slots: {
    type: 'integer',
    default: '3',
    usedBy: ['qmgr'],
    text: {
      en: 'Protects messages of moderate size from being overtaken: one gives way only if it could make room for at least this many deliveries of others. Its own deliveries must therefore number at least this times `default_delivery_slot_cost`. A larger value spares such messages and lets small ones wait behind them. Hardly ever needs a change.',
      ja: '中くらいの大きさのメールが追い越されないように守ります。ほかのメールの配送を少なくともこの数だけ先に通せるメールだけが、先を譲ります。つまり、この値に `default_delivery_slot_cost` を掛けた数以上の配送があるメールです。大きくすると中くらいのメールが守られ、小さなメールはその後ろで待ちます。変える必要はまずありません。',
    },
  },
  default_recipient_limit: {
    type: 'integer',
    default: { '2.0': '10000', '2.4': '20000' },
    usedBy: ['qmgr'],
    text: {
      en: 'Limits how many recipients of each transport the queue manager holds in memory. It does not limit how many a message may have: the others stay in the queue file and are read as room becomes free. Do not confuse it with `default_destination_recipient_limit`, which decides how many go into one delivery. Hardly ever needs a change.',
      ja: 'キューマネージャーがトランスポートごとにメモリーに置く宛先の数を制限します。1通のメールの宛先を制限するものではなく、残りはキューファイルに置かれ、空きができるごとに読み込まれます。1回の配送に含める数を決める `default_destination_recipient_limit` と混同しないでください。変える必要はまずありません。',
    },
  },
  default_recipient_refill_delay: {
    since: '2.4',
    type: 'time',
    unit: 's',
    min: 1,
    default: '5s',
    usedBy: ['qmgr'],
    text: {
      en: 'Sets after how long the queue manager reads more recipients of a large message into memory, even if there is less room than `default_recipient_refill_limit`. So a list with slow recipients keeps moving. Matters only for messages with more recipients than fit into memory at once.',
      ja: 'メモリーの空きが `default_recipient_refill_limit` に足りなくても、この時間が過ぎたら、キューマネージャーが大きなメールの続きの宛先を読み込みます。これにより、配送の遅い宛先を含むメールも滞らずに進みます。宛先が一度にメモリーに収まらないメールにだけ関係します。',
    },
  },
  default_recipient_refill_limit: {
    since: '2.4',
    type: 'integer',
    min: 1,
    default: '100',
    usedBy: ['qmgr'],
    text: {
      en: 'Sets how much room must be free before the queue manager reads more recipients of a large message into memory. Larger portions mean less work for the disk. After `default_recipient_refill_delay`, or when nothing else of the message can be delivered, it makes do with less. Matters only for messages with more recipients than fit into memory at once.',
      ja: 'キューマネージャーが大きなメールの続きの宛先をメモリーに読み込むのに、宛先いくつ分の空きを待つかを指定します。まとめて読むほどディスクの負担が減ります。`default_recipient_refill_delay` が過ぎるか、そのメールでほかに配送できるものがなければ、空きがこれより少なくても読み込みます。宛先が一度にメモリーに収まらないメールにだけ関係します。',
    },
  },
  default_transport_rate_delay: {
    since: '3.1',
    type: 'time',
    unit: 's',
    default: '0s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Waits this long between two deliveries of a transport, whatever their destinations; `0` means no wait. The transport then makes one delivery at a time: with `20s`, at most three a minute for all domains together. Set `<transport>_transport_rate_delay` for the transport that you mean, since this parameter slows down every one, `local` included. To wait between deliveries to the same destination only, use `default_destination_rate_delay`.',
      ja: '配送先にかかわらず、同じトランスポートの配送と配送の間に、この時間だけ待ちます。`0` なら待ちません。それ以外では、トランスポート全体で一つずつ配送します。`20s` なら、すべてのドメインを合わせて1分間に3回までです。このパラメータは `local` も含めてすべてのトランスポートを遅くするので、目的のトランスポートの `<transport>_transport_rate_delay` を設定してください。同じ配送先への配送の間だけ待つには `default_destination_rate_delay` を使います。',
    },
  },
  defer_transports: {
    type: 'string',
    holds: 'transport name list',
    list: true,
    default: '',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Lists transports that hold their mail back until someone runs `sendmail -q` or `postqueue -f`. Once meant for dial-up lines; a forgotten entry is a reason why mail never leaves.',
      ja: '`sendmail -q` や `postqueue -f` を実行するまで配送を控えるトランスポートを並べます。ダイヤルアップ回線のための機能でした。消し忘れると、メールがいつまでも送られない原因になります。',
    },
  },
  delay_warning_time: {
    type: 'time',
    unit: 'h',
    default: '0h',
    usedBy: ['bounce', 'cleanup'],
    text: {
      en: 'Tells the sender when a message is still waiting after this time; `0` means never. A note after a few hours helps people notice typing errors in a domain.',
      ja: 'この時間が過ぎてもメールが配送されないとき、送信者に知らせます。`0` なら知らせません。数時間で知らせると、ドメインの打ち間違いなどに気付けます。',
    },
    op25b: {
      en: 'Shows users that mail is stuck, for instance while port 25 is blocked, long before it comes back after `maximal_queue_lifetime`.',
      ja: '25番ポートの遮断などでメールが滞っていることを、`maximal_queue_lifetime` が過ぎて戻ってくるよりずっと早く利用者に知らせます。',
      example: 'delay_warning_time = 4h',
    },
  },
  destination_concurrency_feedback_debug: {
    since: '2.5',
    type: 'boolean',
    default: 'no',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Logs after each delivery how many may run in parallel to that destination, with the figures behind that number. Meant for tuning `default_destination_concurrency_positive_feedback` and `default_destination_concurrency_negative_feedback`; it does not explain why mail fails. Fills the log quickly, so turn it off again.',
      ja: '配送のたびに、その配送先へ同時に何件まで配送するかと、その数を決めた値をログに残します。`default_destination_concurrency_positive_feedback` と `default_destination_concurrency_negative_feedback` を調整するためのもので、メールが届かない理由はわかりません。ログがすぐに大きくなるので、用が済んだら無効に戻します。',
    },
  },
  extract_recipient_limit: {
    removed: '2.1',
    type: 'integer',
    default: '10240',
    usedBy: ['cleanup'],
    deprecated: { since: '2.1', remove: true },
    text: {
      en: 'Limited how many recipients Postfix 2.0 took from the headers of a message handed in by `sendmail -t`. A message that reached the limit was returned to its sender. Since 2.1 there is no such limit, and the line can be removed.',
      ja: 'Postfix 2.0 で、`sendmail -t` で渡されたメールのヘッダーから取り出す宛先の数を制限していました。上限に達したメールは送信者に戻されました。2.1 以降この制限はないので、行を削除できます。',
    },
  },
  hash_queue_depth: {
    type: 'integer',
    min: 1,
    default: '1',
    usedBy: ['*'],
    text: {
      en: 'Sets how many levels of subdirectories the queues in `hash_queue_names` have. Each level multiplies the directories, all of which have to be searched. One is enough unless a great many files wait. After a change run `postfix reload`, which moves the files to their new places.',
      ja: '`hash_queue_names` のキューに作るサブディレクトリの階層の数です。1階層増やすごとにディレクトリの数は何倍にもなり、キューを調べるときはそのすべてを見ることになります。極端に多くのファイルが待つのでなければ、1で足ります。変更したら `postfix reload` を実行すると、ファイルが新しい場所に移されます。',
    },
  },
  hash_queue_names: {
    type: 'keywords',
    values: {
      active: {
        text: { en: 'Mail that the queue manager is working on.', ja: 'キューマネージャーが処理しているメールです。' },
      },
      bounce: {
        text: {
          en: 'Records of deliveries that failed for good, one file for each message.',
          ja: '配送が完全に失敗した理由の記録です。メール1通ごとにファイルがあります。',
        },
      },
      corrupt: {
        text: {
          en: 'Damaged queue files, put aside for inspection.',
          ja: '壊れていたため取り分けたキューファイルです。',
        },
      },
      defer: {
        text: {
          en: 'Records of why mail still waits, one file for each message.',
          ja: 'メールが待っている理由の記録です。メール1通ごとにファイルがあります。',
        },
      },
      deferred: { text: { en: 'Mail that waits for the next attempt.', ja: '次の配送を待っているメールです。' } },
      flush: {
        text: {
          en: 'Lists of the waiting mail for each domain in `fast_flush_domains`.',
          ja: '`fast_flush_domains` のドメインごとの、待っているメールの一覧です。',
        },
      },
      hold: {
        text: { en: 'Mail that stays until someone releases it.', ja: '誰かが解除するまで保留されるメールです。' },
      },
      incoming: {
        text: {
          en: 'Mail that has come in and that the queue manager has not taken yet.',
          ja: '届いたばかりで、キューマネージャーがまだ処理していないメールです。',
        },
      },
      trace: {
        text: {
          en: 'Records for delivery reports that someone asked for, one file for each message.',
          ja: '求められた配送の報告のための記録です。メール1通ごとにファイルがあります。',
        },
      },
    },
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: {
      '2.0': 'incoming,active,deferred,bounce,defer,flush,hold',
      '2.1': 'incoming, active, deferred, bounce, defer, flush, hold, trace',
      '2.2': 'deferred, defer',
    },
    usedBy: ['*'],
    text: {
      en: 'Lists the queues whose files are spread over subdirectories, so that no directory becomes too large. `hash_queue_depth` says how many levels deep. Never add `maildrop`: `postsuper` refuses it, and Postfix does not start any more. After a change run `postfix reload`, which moves the files to their new places.',
      ja: 'ディレクトリが大きくなりすぎないように、ファイルをサブディレクトリに分けて置くキューを並べます。階層の数は `hash_queue_depth` で決まります。`maildrop` は書いてはいけません。`postsuper` が受け付けず、Postfix が起動しなくなります。変更したら `postfix reload` を実行すると、ファイルが新しい場所に移されます。',
    },
  },
  helpful_warnings: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Logs advice on likely mistakes, such as a domain that stands in both `mydestination` and `virtual_mailbox_domains`. Mail is treated the same either way. Leave it on: these lines are often the quickest way to the cause of a problem.',
      ja: '`mydestination` と `virtual_mailbox_domains` の両方に書かれたドメインなど、間違いと思われる点をログで知らせます。メールの扱いは、有効でも無効でも変わりません。問題の原因がすぐにわかることが多いので、有効のままにします。',
    },
  },
  in_flow_delay: {
    type: 'time',
    unit: 's',
    max: 10,
    default: '1s',
    usedBy: ['*'],
    text: {
      en: 'Makes `cleanup` pause this long before it takes a message, while mail comes in faster than the queue manager picks it up. Mail is slowed down by this, never refused. `0` switches the brake off: then a flood of mail fills the queue and takes the disk away from deliveries. Hardly ever needs a change.',
      ja: 'メールの届く速さがキューマネージャーの処理を上回っている間、`cleanup` がメールを受け取る前にこの時間だけ待ちます。メールは遅れるだけで、拒否はされません。`0` にするとこのブレーキがなくなり、大量のメールがキューに溜まって、配送のためのディスクの処理が妨げられます。変える必要はまずありません。',
    },
  },
  initial_destination_concurrency: {
    type: 'integer',
    min: 1,
    default: '5',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets with how many parallel deliveries to a destination Postfix begins. Successes raise the number up to `default_destination_concurrency_limit`, failed connections reduce it. Do not set it to `1`: unless `default_destination_concurrency_failed_cohort_limit` is raised, a single failed connection at the beginning then puts off all mail for that destination. For one transport only, set `smtp_initial_destination_concurrency` and the like (from 2.5).',
      ja: '一つの配送先に、最初に同時に行う配送の数です。成功すれば `default_destination_concurrency_limit` まで増え、接続に失敗すれば減ります。`1` にはしないでください。`default_destination_concurrency_failed_cohort_limit` を大きくしていない限り、最初に一度接続に失敗しただけで、その配送先へのメールがすべて後回しになります。一つのトランスポートだけなら、`smtp_initial_destination_concurrency` などを設定します（2.5 以降）。',
    },
  },
  local_destination_concurrency_limit: {
    type: 'integer',
    default: '2',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many deliveries by the transport `local` to the same recipient run at once; `0` means no limit. It is low on purpose, since each may start a costly command from a `.forward` file or an alias. If `local_destination_recipient_limit` is not `1`, the limit counts for a whole domain instead.',
      ja: 'トランスポート `local` が同じ宛先に同時に行う配送の数を制限します。`0` なら制限しません。配送のたびに `.forward` ファイルやエイリアスから重いコマンドが起動されることがあるため、わざと小さくしてあります。`local_destination_recipient_limit` が `1` でなければ、代わりにドメイン全体での数になります。',
    },
  },
  local_destination_recipient_limit: {
    type: 'integer',
    default: '1',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many recipients of one message the transport `local` gets in one delivery; `0` means no limit. Leave it at `1`: then `local_destination_concurrency_limit` counts for each recipient. Otherwise it counts for a whole domain, and one user with a slow command in `.forward` holds up the others.',
      ja: 'トランスポート `local` に、1通のメールの宛先を1回の配送でいくつまで渡すかを制限します。`0` なら制限しません。`1` のままにしてください。そうすれば `local_destination_concurrency_limit` が宛先ごとに数えられます。ほかの値ではドメイン全体で数えられ、`.forward` で遅いコマンドを使う利用者が1人いると、ほかの人も待たされます。',
    },
  },
  maximal_backoff_time: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '4000s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets the longest wait before a message is tried again. The older a message, the closer its wait comes to this time. Should not be less than `minimal_backoff_time`.',
      ja: 'メールを再び配送するまでの最長の間隔です。古いメールほどこの間隔に近づきます。`minimal_backoff_time` より短くしないでください。',
    },
  },
  maximal_queue_lifetime: {
    type: 'time',
    unit: 'd',
    max: 8640000,
    default: '5d',
    usedBy: ['bounce', 'oqmgr', 'qmgr'],
    text: {
      en: 'Sets how long Postfix keeps trying to deliver a message before it is returned; `0` means one attempt. Five days get past a weekend on which the other server is down; much less returns mail that would still have arrived.',
      ja: '配送を何日試みてから、メールを送信者に返すかを指定します。`0` なら一度だけです。5日あれば、相手のサーバーが週末に止まっていても届きます。極端に短くすると、届くはずのメールまで送信者に戻されます。',
    },
    op25b: {
      en: 'While a relay or its password does not work, mail waits for that long: correct it, then run `postqueue -f`.',
      ja: '中継サーバーやパスワードに問題があっても、この期間はメールが残ります。直してから `postqueue -f` を実行してください。',
    },
  },
  minimal_backoff_time: {
    type: 'time',
    unit: 's',
    min: 1,
    default: { '2.0': '1000s', '2.4': '300s' },
    usedBy: ['lmtp', 'oqmgr', 'qmgr', 'smtp'],
    text: {
      en: 'Sets the shortest wait before a message is tried again. The wait grows with the age of the message, up to `maximal_backoff_time`. Should not be less than `queue_run_delay`, for nothing is tried in between. A destination that cannot be reached is left alone for the same time.',
      ja: 'メールを再び配送するまでの最短の間隔です。メールが古くなるにつれて `maximal_backoff_time` まで延びます。キューは `queue_run_delay` ごとにしか調べないので、それより短くしないでください。接続できない配送先にも、この時間は配送を試みません。',
    },
  },
  qmgr_clog_warn_time: {
    type: 'time',
    unit: 's',
    default: '300s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how long Postfix waits before it repeats the warning that mail for one destination takes up much of the `active` queue. The warning comes when this mail amounts to more than a fifth of `qmgr_message_active_limit`; the lines after it suggest what to change. `0` turns it off, and so does `helpful_warnings = no`.',
      ja: '一つの配送先へのメールが `active` キューの多くを占めているという警告を、次に出すまでの間隔です。警告は、そのメールが `qmgr_message_active_limit` の5分の1を超えると出ます。続く行に、何を変えればよいかが示されます。`0` か `helpful_warnings = no` で出なくなります。',
    },
  },
  qmgr_daemon_timeout: {
    since: '2.8',
    type: 'time',
    unit: 's',
    min: 1,
    default: '1000s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how long the queue manager may be occupied by one request. After that its watchdog ends it, the log says `watchdog timeout`, and `master` starts a new one. Takes the place of `daemon_timeout` for this one program. Hardly ever needs a change; find out what held it up.',
      ja: 'キューマネージャーが一つの要求にかかりきりになれる時間の上限です。過ぎるとプロセスは自ら終了し、ログに `watchdog timeout` と残り、`master` が新しいプロセスを起動します。このプログラムだけ、`daemon_timeout` の代わりに使われます。変える必要はまずありません。止まった原因を調べてください。',
    },
  },
  qmgr_fudge_factor: {
    type: 'integer',
    min: 10,
    max: 100,
    default: '100',
    usedBy: ['oqmgr'],
    text: {
      en: "Sets what share of its memory for recipients the old queue manager `oqmgr` gives to one large message, in percent. Less than `100` leaves room for other mail, but large mailings then get in each other's way. Without effect on the usual queue manager, `qmgr`.",
      ja: '古いキューマネージャー `oqmgr` が、宛先のためのメモリーのうちどれだけを1通の大きなメールに使うかを、パーセントで指定します。`100` より小さくするとほかのメールのための余裕ができますが、大量配信のメールどうしが互いに妨げ合います。通常のキューマネージャー `qmgr` には効果がありません。',
    },
  },
  qmgr_ipc_timeout: {
    since: '2.8',
    type: 'time',
    unit: 's',
    min: 1,
    default: '60s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how long the queue manager waits for another Postfix process to send or take data, in place of `ipc_timeout`. When it runs out, the operation is repeated or given up. All deliveries depend on this one process, so it must not get stuck. Keep it well below `qmgr_daemon_timeout`; otherwise there is hardly a reason to change it.',
      ja: 'ほかの Postfix プロセスとのデータの送受信を、キューマネージャーが待つ時間の上限です。`ipc_timeout` の代わりに使われます。過ぎると、その処理をやり直すか、あきらめます。すべての配送がこの一つのプロセスにかかっているため、止まったままにはできません。`qmgr_daemon_timeout` より十分に短くします。変える必要はまずありません。',
    },
  },
  qmgr_message_active_limit: {
    type: 'integer',
    min: 1,
    default: '20000',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many messages the queue manager works on at the same time, that is, the size of the `active` queue. All others wait on disk, and new mail goes before mail that was put off. If `qmgr_message_recipient_limit` is smaller, it is raised to this number, with a warning. Raise it only if the log says so; a destination that does not take mail quickly enough will fill any queue.',
      ja: 'キューマネージャーが同時に扱うメールの数、つまり `active` キューの大きさを制限します。残りはディスクの上で待ち、後回しになったメールより新しいメールが優先されます。`qmgr_message_recipient_limit` のほうが小さければ、警告のうえこの数まで引き上げられます。増やすのは、ログでそう勧められたときだけにします。受け取りの遅い配送先があれば、どれだけ大きくしても埋まります。',
    },
  },
  qmgr_message_recipient_limit: {
    type: 'integer',
    min: 1,
    default: '20000',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many recipients of all messages together the queue manager holds in memory. No mail is refused because of it: further recipients stay in the queue file until there is room. Should not be less than `qmgr_message_active_limit`. It also bounds how many unreachable destinations are remembered.',
      ja: 'キューマネージャーがメモリーに置く、すべてのメールの宛先を合わせた数を制限します。このためにメールが拒否されることはなく、残りの宛先は空きができるまでキューファイルに置かれます。`qmgr_message_active_limit` より小さくしないでください。接続できない配送先をいくつまで覚えておくかも、この値で決まります。',
    },
  },
  qmgr_message_recipient_minimum: {
    type: 'integer',
    min: 1,
    default: '10',
    usedBy: ['qmgr'],
    text: {
      en: 'Guarantees every message room for this many recipients in memory, even when the other limits are used up. So a large mailing cannot keep other messages from making progress. Has precedence over `qmgr_message_recipient_limit` and `default_recipient_limit`; hardly ever needs a change.',
      ja: 'ほかの制限に達していても、どのメールにも、メモリーに少なくともこの数の宛先を置けるようにします。これにより、大量配信のメールがあっても、ほかのメールの配送は止まりません。`qmgr_message_recipient_limit` と `default_recipient_limit` より優先されます。変える必要はまずありません。',
    },
  },
  queue_file_attribute_count_limit: {
    type: 'integer',
    min: 1,
    default: '100',
    usedBy: ['cleanup'],
    text: {
      en: 'Limits how many named attributes the queue file of one message may have. The Postfix programs write them, for example the address of the client, so that usual mail stays far below the limit. Above it, the message is not accepted and the log says `attribute count exceeds limit`. There is no reason to change it.',
      ja: '1通のメールのキューファイルに書ける、名前付きの属性の数を制限します。接続元のアドレスなど、Postfix のプログラムが書くものなので、普通のメールでは上限に遠く及びません。超えるとメールは受け付けられず、ログに `attribute count exceeds limit` と残ります。変える理由はありません。',
    },
  },
  queue_minfree: {
    type: 'integer',
    default: '0',
    usedBy: ['smtpd'],
    text: {
      en: 'Makes the SMTP server put mail off by 452 while the disk of the queue has no more than this many bytes free. From 2.1 it does so anyway while less than 1.5 times `message_size_limit` is free, so only a larger value changes anything; a smaller one, except `0`, earns a warning. Mail handed in by `sendmail` is not checked.',
      ja: 'キューのあるディスクの空きがこのバイト数以下の間、SMTPサーバーが応答コード452でメールの受信を断り、後で送り直させます。2.1 以降は、空きが `message_size_limit` の1.5倍より少なければ常に断るため、それより大きい値でなければ意味がありません。小さい値では、`0` を除いて警告が出ます。`sendmail` で渡されたメールは調べません。',
    },
  },
  queue_run_delay: {
    type: 'time',
    unit: 's',
    min: 1,
    default: { '2.0': '1000s', '2.4': '300s' },
    usedBy: ['lmtp', 'oqmgr', 'qmgr', 'smtp'],
    text: {
      en: 'Sets how often Postfix looks for waiting mail that is due. Should not be more than `minimal_backoff_time`. To have everything tried at once, run `postqueue -f`.',
      ja: '待っているメールの中に、再配送の時刻になったものがないかを調べる間隔です。`minimal_backoff_time` より長くしないでください。すぐにすべてを試すには `postqueue -f` を実行します。',
    },
  },
  transport_retry_time: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '60s',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how long the queue manager leaves a transport alone after it failed as a program: because it crashed, or has no entry in master.cf. Its mail is put off in the meantime as `mail transport unavailable`; the cause is in an earlier line of the log. Unreachable servers are another matter, see `minimal_backoff_time`. `postqueue -f` tries the transport at once.',
      ja: 'プログラムの異常終了や master.cf の記入漏れでトランスポートが使えなかったとき、次に使うまでキューマネージャーが待つ時間です。その間、そのトランスポートのメールは `mail transport unavailable` として後回しになります。原因は、それより前のログに記録されています。サーバーに接続できない場合は別で、`minimal_backoff_time` に従います。`postqueue -f` を実行すると、すぐに試します。',
    },
  },
} satisfies Facts;
