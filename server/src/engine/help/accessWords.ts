import type { Answer } from '../access/answer';
import type { Dependency } from '../access/possible';
import type { ClientKind, RecipientKind, SenderKind } from '../access/scenarios';
import type { Locale, Text } from '../locale';
import { code } from './markdown';

/** Who sends, as it is said in tables, messages and code lenses. */
export const CLIENTS: Readonly<Record<ClientKind, Text>> = {
  stranger: { en: 'strangers', ja: '見知らぬ相手' },
  trusted: { en: '`mynetworks`', ja: '`mynetworks`' },
  self: { en: 'this machine', ja: 'このマシン' },
  login: { en: 'logged-in users', ja: 'ログインした利用者' },
  certificate: { en: 'clients with a certificate', ja: '証明書を示すクライアント' },
};

export const SENDERS: Readonly<Record<SenderKind, Text>> = {
  own: { en: 'own address', ja: '自分のアドレス' },
  foreign: { en: 'foreign address', ja: 'よそのアドレス' },
  empty: { en: 'empty (bounce)', ja: '空（エラー通知）' },
};

export const RECIPIENTS: Readonly<Record<RecipientKind, Text>> = {
  local: { en: 'local users', ja: 'ローカルの利用者' },
  alias: { en: 'virtual aliases', ja: 'バーチャルエイリアス' },
  virtual: { en: 'virtual mailboxes', ja: 'バーチャルメールボックス' },
  relay: { en: 'relay domains', ja: 'リレー先ドメイン' },
  subdomain: { en: 'subdomains of relay domains', ja: 'リレー先ドメインのサブドメイン' },
  postmaster: { en: 'postmaster', ja: 'postmaster' },
  foreign: { en: 'anywhere else', ja: 'それ以外のドメイン' },
};

const DEPENDENCIES: Readonly<Record<Dependency['kind'], (name: string) => Text>> = {
  DNS: (name) => ({ en: `DNS (${name})`, ja: `DNS（${name}）` }),
  'DNS permit': (name) => ({ en: `DNS (${name})`, ja: `DNS（${name}）` }),
  'policy service': (name) => ({ en: `the policy server ${name}`, ja: `ポリシーサーバー ${name}` }),
  table: (name) => ({ en: `the table ${name}`, ja: `テーブル ${name}` }),
  file: (name) => ({ en: `the file ${name}`, ja: `ファイル ${name}` }),
  machine: (name) => ({ en: `the machine (${name})`, ja: `このマシンの状態（${name}）` }),
  class: (name) => ({
    en: `the restriction class ${name}, which names itself`,
    ja: `自分自身を含む制限クラス ${name}`,
  }),
};

/** What an answer hangs on, named in a sentence. */
export function dependencyText({ kind, name }: Dependency, locale: Locale): string {
  return DEPENDENCIES[kind](code(name))[locale];
}

const VERDICTS: Readonly<Record<Answer['verdict'], Text>> = {
  accepted: { en: 'accepted', ja: '受け付ける' },
  refused: { en: 'refused', ja: '拒否' },
  depends: { en: 'depends', ja: '場合による' },
  unavailable: { en: 'does not start', ja: '起動しない' },
};

/** `accepted`, or `refused 554 5.7.1`. */
export function verdictText(answer: Reply & Pick<Answer, 'verdict'>, locale: Locale): string {
  return [VERDICTS[answer.verdict][locale], replyText(answer)].filter((part) => part !== '').join(' ');
}

type Reply = Pick<Answer, 'code' | 'status'>;

/** `554 5.7.1`, as far as it is known. */
export function replyText({ code: reply, status }: Reply): string {
  return [reply, status].filter((part) => part !== undefined).join(' ');
}
