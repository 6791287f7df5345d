import type { Facts } from './parameter';

export const flush = {
  fast_flush_domains: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: '$relay_domains',
    usedBy: ['*'],
    text: {
      en: 'Lists destinations whose deferred messages Postfix keeps a note of, so that they can be sent at once on request. The request is ETRN from a client, or `postqueue -s example.jp`; both are refused for a destination that is not listed. Meant for sites that are online only at times and whose mail you keep. Empty switches it off.',
      ja: '配送待ちのメールを記録しておき、要求があればすぐに送れるようにする宛先を並べます。要求とは、クライアントからの ETRN や `postqueue -s example.jp` のことで、ここにない宛先に対するものは拒否されます。時々しかつながらない相手のメールを預かるためのものです。空にすると、この機能を使いません。',
    },
  },
  fast_flush_purge_time: {
    type: 'time',
    unit: 'd',
    min: 1,
    default: '7d',
    usedBy: ['flush'],
    text: {
      en: 'Sets after how long Postfix deletes its notes on a destination of `fast_flush_domains`, if they are empty and have not changed. This is housekeeping only: no mail is lost, and the notes begin again with the next deferred message. There is no reason to change it.',
      ja: '`fast_flush_domains` の宛先についての記録が空のまま変わらないとき、どれだけたったら削除するかを指定します。後片付けにすぎず、メールは失われません。次に配送待ちのメールができれば、記録はまた作られます。変更する理由はありません。',
    },
  },
  fast_flush_refresh_time: {
    type: 'time',
    unit: 'h',
    min: 1,
    default: '12h',
    usedBy: ['flush'],
    text: {
      en: 'Sets after how long Postfix tries of its own accord to deliver the mail noted for a destination of `fast_flush_domains`, if nobody has requested it. This clears the notes of messages that have long been delivered. Normal retries go on besides (`minimal_backoff_time`, `maximal_backoff_time`), so it is hardly ever changed.',
      ja: '`fast_flush_domains` の宛先について記録したメールを誰も要求しないとき、どれだけたったら Postfix が自ら配送を試みるかを指定します。これで、とうに配送されたメールの記録が片付きます。通常の再送（`minimal_backoff_time`、`maximal_backoff_time`）は別に続くので、変更することはほとんどありません。',
    },
  },
} satisfies Facts;
