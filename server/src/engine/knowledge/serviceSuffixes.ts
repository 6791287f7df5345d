import type { Text } from '../locale';
import type { Lifetime } from './version';

/** A parameter that exists once for each master.cf service of certain programs: service name + suffix. */
export interface ServiceSuffix extends Lifetime {
  readonly type: 'integer' | 'time' | 'string';
  readonly unit?: 's';
  readonly min?: number;
  readonly max?: number;
  /** The parameter whose value is the default. */
  readonly defaultsTo: string;
  /** The commands in master.cf whose services have it. */
  readonly programs: readonly string[];
  readonly usedBy: readonly string[];
  /**
   * What we say of it in place of the text of `defaultsTo`, where that one does not fit a single service. A code word
   * that begins with `_` is another suffix, of the same service.
   */
  readonly text?: Text;
}

/** As pcf_register_service_parameters() of postconf(1) lists them. */
export const SERVICE_SUFFIXES: Readonly<Record<string, ServiceSuffix>> = {
  _destination_concurrency_limit: {
    type: 'integer',
    defaultsTo: 'default_destination_concurrency_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many deliveries of this service to the same destination run at once; `0` means no limit. With a relay, all mail is one destination; if `_destination_recipient_limit` of the service is `1`, each recipient is one. Set it in main.cf: the queue manager reads it, so that `-o` in the entry of the service has no effect.',
      ja: 'このサービスが同じ配送先に同時に行う配送の数を制限します。`0` なら制限しません。中継サーバーを使うと、すべてのメールが一つの配送先になります。サービスの `_destination_recipient_limit` が `1` なら、宛先ごとに別の配送先になります。キューマネージャーが読む値なので、main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _destination_recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_destination_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Limits how many recipients of one message this service gets in one delivery. If there are more, the message is delivered in several parts; `0` means no limit. At `1` the other limits and delays per destination of the service count for each recipient, so that many deliveries to one server may run at once. A `pipe` service with the flag `D` or `O`, or with a command that takes one recipient only, needs `1`. Set it in main.cf: the queue manager reads it, so that `-o` in the entry of the service has no effect.',
      ja: 'このサービスに、1通のメールの宛先を1回の配送でいくつまで渡すかを制限します。それより多ければ何回かに分けて配送します。`0` なら制限しません。`1` にすると、このサービスの配送先ごとのほかの制限や待ち時間が宛先ごとに数えられるため、一つのサーバーへの配送が同時に多数行われることがあります。フラグ `D` か `O` の付いた `pipe` のサービスと、宛先を一つしか扱えないコマンドを使うサービスでは `1` にする必要があります。キューマネージャーが読む値なので、main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _initial_destination_concurrency: {
    since: '2.5',
    type: 'integer',
    min: 1,
    defaultsTo: 'initial_destination_concurrency',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets with how many parallel deliveries to a destination this service begins. Successes raise the number up to `_destination_concurrency_limit` of the service, failed connections reduce it. Do not set it to `1`: unless `_destination_concurrency_failed_cohort_limit` is raised as well, a single failed connection at the beginning then puts off all mail for that destination. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: 'このサービスが一つの配送先に、最初に同時に行う配送の数です。成功すればサービスの `_destination_concurrency_limit` まで増え、接続に失敗すれば減ります。`1` にはしないでください。`_destination_concurrency_failed_cohort_limit` も大きくしていない限り、最初に一度接続に失敗しただけで、その配送先へのメールがすべて後回しになります。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _destination_concurrency_positive_feedback: {
    since: '2.5.7',
    type: 'string',
    defaultsTo: 'default_destination_concurrency_positive_feedback',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how quickly the number of parallel deliveries of this service rises for a destination where they succeed. It is a number from `0` to `1` or a fraction: at `1` each success adds one, so that the number doubles with every round; `1/concurrency` adds one per round, which is gentler; `0` adds none. The number goes up to `_destination_concurrency_limit` of the service. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: '配送に成功する配送先に対して、このサービスが同時に行う配送の数をどれだけ速く増やすかを指定します。`0` から `1` までの数か分数で書きます。`1` なら成功するたびに一つ増えるため、1巡ごとに倍になります。`1/concurrency` なら1巡ごとに一つで、より穏やかです。`0` なら増えません。サービスの `_destination_concurrency_limit` まで増えます。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _destination_concurrency_negative_feedback: {
    since: '2.5.7',
    type: 'string',
    defaultsTo: 'default_destination_concurrency_negative_feedback',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Sets how quickly the number of parallel deliveries of this service falls for a destination where connections fail. It is a number from `0` to `1` or a fraction: at `1` each failure takes one delivery away, at `1/8` every eighth, at `1/concurrency` one for as many failures as deliveries run in parallel, and at `0` none. At least one delivery remains; `_destination_concurrency_failed_cohort_limit` of the service decides when the destination is given up. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: '接続に失敗する配送先に対して、このサービスが同時に行う配送の数をどれだけ速く減らすかを指定します。`0` から `1` までの数か分数で書きます。`1` なら失敗するたびに一つ、`1/8` なら8回の失敗ごとに一つ、`1/concurrency` なら同時に行う配送の数と同じ回数の失敗ごとに一つ減らし、`0` なら減らしません。少なくとも一つは残り、配送先をいつあきらめるかはサービスの `_destination_concurrency_failed_cohort_limit` で決まります。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _destination_concurrency_failed_cohort_limit: {
    since: '2.5.7',
    type: 'integer',
    defaultsTo: 'default_destination_concurrency_failed_cohort_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Decides after how many rounds of failed connections a destination counts as down for this service. One round is as many failures as deliveries run in parallel; a success starts the count anew, and `0` never gives a destination up. Mail for one that is down is put off as `delivery temporarily suspended`, and nothing is tried there for `minimal_backoff_time`. With `_destination_rate_delay` of the service, choose `10` or more: otherwise one failed connection puts off everything that waits. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: 'このサービスで接続の失敗が何巡続いたら、配送先が停止しているとみなすかを指定します。1巡は、同時に行う配送の数と同じ回数の失敗です。一度でも成功すると数え直し、`0` なら停止とはみなしません。停止とみなした配送先へのメールは `delivery temporarily suspended` として後回しになり、`minimal_backoff_time` の間は何も試しません。サービスの `_destination_rate_delay` を使うときは `10` 以上にします。そうしないと、1回の接続の失敗で、待っているメールがすべて後回しになります。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _destination_rate_delay: {
    since: '2.5',
    type: 'time',
    unit: 's',
    defaultsTo: 'default_destination_rate_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Waits this long between two deliveries of this service to the same destination; `0` means no wait. Anything above makes deliveries to one destination go one after the other. With a relay, all mail is one destination; if `_destination_recipient_limit` of the service is `1`, each recipient is one. Raise `_destination_concurrency_failed_cohort_limit` to `10` or more as well, or one failed connection puts off everything that waits. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: 'このサービスの、同じ配送先への配送と配送の間に、この時間だけ待ちます。`0` なら待ちません。それ以外では、一つの配送先へは1通ずつ順に送ります。中継サーバーを使うと、すべてのメールが一つの配送先になります。サービスの `_destination_recipient_limit` が `1` なら、宛先ごとに別の配送先になります。`_destination_concurrency_failed_cohort_limit` も `10` 以上にします。そうしないと、1回の接続の失敗で、待っているメールがすべて後回しになります。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _transport_rate_delay: {
    since: '3.1',
    type: 'time',
    unit: 's',
    defaultsTo: 'default_transport_rate_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Waits this long between two deliveries of this service, whatever their destinations; `0` means no wait. The service then makes one delivery at a time: with `20s`, at most three a minute for all domains together. To wait between deliveries to the same destination only, set `_destination_rate_delay` of the service. Set it in main.cf; `-o` in the entry of the service has no effect.',
      ja: '配送先にかかわらず、このサービスの配送と配送の間に、この時間だけ待ちます。`0` なら待ちません。それ以外では、サービス全体で一つずつ配送します。`20s` なら、すべてのドメインを合わせて1分間に3回までです。同じ配送先への配送の間だけ待つには、サービスの `_destination_rate_delay` を設定します。main.cf に書きます。サービスの行の `-o` では効果がありません。',
    },
  },
  _recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
    text: {
      en: 'Limits how many recipients of this service the queue manager holds in memory. It does not limit how many a message may have: the others stay in the queue file and are read as room becomes free. Do not confuse it with `_destination_recipient_limit`, which decides how many go into one delivery. Hardly ever needs a change.',
      ja: 'キューマネージャーが、このサービスの宛先をメモリーにいくつまで置くかを制限します。1通のメールの宛先を制限するものではなく、残りはキューファイルに置かれ、空きができるごとに読み込まれます。1回の配送に含める数を決める `_destination_recipient_limit` と混同しないでください。変える必要はまずありません。',
    },
  },
  _extra_recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_extra_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _recipient_refill_limit: {
    since: '2.4',
    type: 'integer',
    min: 1,
    defaultsTo: 'default_recipient_refill_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _recipient_refill_delay: {
    since: '2.4',
    type: 'time',
    unit: 's',
    min: 1,
    defaultsTo: 'default_recipient_refill_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_cost: {
    type: 'integer',
    defaultsTo: 'default_delivery_slot_cost',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_loan: {
    type: 'integer',
    defaultsTo: 'default_delivery_slot_loan',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_discount: {
    type: 'integer',
    max: 100,
    defaultsTo: 'default_delivery_slot_discount',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _minimum_delivery_slots: {
    type: 'integer',
    defaultsTo: 'default_minimum_delivery_slots',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _time_limit: {
    type: 'time',
    unit: 's',
    min: 1,
    defaultsTo: 'command_time_limit',
    programs: ['pipe', 'spawn'],
    usedBy: ['pipe', 'spawn'],
    text: {
      en: 'Limits how long the command of this service may run; after that it is killed. Mail that a `pipe` service was delivering then is returned to its sender. A policy server under `spawn` runs for as long as `smtpd` keeps its connection, so give it more than `smtpd_policy_service_max_ttl`, for example `3600`.',
      ja: 'このサービスのコマンドを動かす時間の上限です。過ぎるとコマンドは強制終了されます。そのとき `pipe` のサービスが配送していたメールは、送信者に戻されます。`spawn` で動かすポリシーサーバーは、`smtpd` が接続を保つ間ずっと動くので、`smtpd_policy_service_max_ttl` より長い `3600` などにします。',
    },
  },
};
