import { writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { isSince } from '../knowledge/version';
import { isGarbled } from './garbled';
import { integerValue } from './integerValue';
import { once } from './once';
import { rule } from './rule';

/** Reports a `queue_minfree` that changes nothing: smtpd_check_queue in smtpd_check.c asks for more by itself. */
export const queueMinfreeTooSmall = rule({
  id: 'queue-minfree-too-small',
  severity: 'info',
  en: {
    title: 'Free space that is asked for anyway',
    why: 'smtpd(8) takes a message only while the file system of the queue has more free space than `queue_minfree`, and more than 1.5 times `message_size_limit`. A `queue_minfree` below that changes nothing, and each smtpd process logs a warning when it starts. `0` leaves only the second test.',
    messages: {
      small: ({ size, message, least }: { size: number; message: number; least: number }) =>
        `\`queue_minfree\` (${size}) has no effect and makes smtpd log a warning: it always asks for 1.5 times \`message_size_limit\` (${message}), which is ${least}.`,
      set: ({ size }: { size: number }) => `Change to \`${size}\``,
    },
  },
  ja: {
    title: '指定しなくても求められる空き容量',
    why: 'smtpd(8) は、キューのあるファイルシステムの空き容量が `queue_minfree` を超え、`message_size_limit` の1.5倍も超えている間だけメールを受け付けます。これより小さい `queue_minfree` は何も変えず、smtpd のプロセスが起動するたびに警告がログに出ます。`0` なら後者の条件だけになります。',
    messages: {
      small: ({ size, message, least }) =>
        `\`queue_minfree\`（${size}）は効かず、smtpd が警告をログに出すだけです。smtpd は常に \`message_size_limit\`（${message}）の1.5倍の ${least} を求めます。`,
      set: ({ size }) => `\`${size}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'message_size_limit = 40960000\nqueue_minfree = 20480000\n#               ^^^^^^^^ queue-minfree-too-small\n',
      after: 'message_size_limit = 40960000\nqueue_minfree = 61440000\n',
      proof: { by: 'smtpd', says: 'queue_minfree(20480000) should be at least 1.5*message_size_limit(40960000)' },
    },
    { before: 'message_size_limit = 40960000\nqueue_minfree = 0\n' },
    { before: 'message_size_limit = 0\nmailbox_size_limit = 0\nqueue_minfree = 20480000\n' },
  ],
  check(configuration, report) {
    if (!configuration.main || !isSince(configuration.version, '2.1')) return;
    const isFirst = once();
    for (const { first } of alikeSmtpdServices(configuration)) {
      const entry = writtenEntry(configuration, 'queue_minfree', first);
      if (!entry) continue;
      const size = integerValue(configuration, 'queue_minfree', first);
      const message = integerValue(configuration, 'message_size_limit', first);
      if (!size || !message || size / 1.5 >= message || isGarbled(entry) || !isFirst(entry.value)) continue;
      const least = Math.ceil(message * 1.5);
      report({
        at: entry.value,
        message: 'small',
        values: { size, message, least },
        fixes: [
          { title: 'set', values: { size: least }, edits: [{ at: entry.value, newText: String(least) }], safe: false },
        ],
      });
    }
  },
});
