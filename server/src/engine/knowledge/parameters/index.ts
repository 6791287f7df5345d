import type { Text } from '../../locale';
import { addressRewriting } from './addressRewriting';
import { addressVerification } from './addressVerification';
import { basic } from './basic';
import { content } from './content';
import { flush } from './flush';
import { installation } from './installation';
import { lmtpClient } from './lmtpClient';
import { localDelivery } from './localDelivery';
import { localSubmission } from './localSubmission';
import { logging } from './logging';
import { milter } from './milter';
import { multiInstance } from './multiInstance';
import { notification } from './notification';
import type { Facts } from './parameter';
import { postscreen } from './postscreen';
import { qmqpd } from './qmqpd';
import { queue } from './queue';
import { requiretls } from './requiretls';
import { resources } from './resources';
import { routing } from './routing';
import { sasl } from './sasl';
import { services } from './services';
import { smtpClient } from './smtpClient';
import { smtpClientSasl } from './smtpClientSasl';
import { smtpClientTls } from './smtpClientTls';
import { smtpd } from './smtpd';
import { smtpdAccess } from './smtpdAccess';
import { smtpdProxy } from './smtpdProxy';
import { smtpdTls } from './smtpdTls';
import { tables } from './tables';
import { tls } from './tls';
import { tlsproxy } from './tlsproxy';
import { verp } from './verp';
import { virtualDelivery } from './virtualDelivery';

/** Parameters that belong together: those of one file. */
export interface Family {
  readonly id: string;
  readonly title: Text;
  readonly parameters: Facts;
}

/** The parameters of every Postfix since 2.0. */
export const FAMILIES: readonly Family[] = [
  {
    id: 'addressRewriting',
    title: { en: 'Address rewriting', ja: 'アドレスの書き換え' },
    parameters: addressRewriting,
  },
  {
    id: 'addressVerification',
    title: { en: 'Address verification', ja: 'アドレスの検証' },
    parameters: addressVerification,
  },
  {
    id: 'basic',
    title: { en: 'Basics: names, networks, languages', ja: '基本: 名前、ネットワーク、文字コード' },
    parameters: basic,
  },
  {
    id: 'content',
    title: { en: 'Content: headers, MIME, filters', ja: 'メールの内容: ヘッダー、MIME、フィルター' },
    parameters: content,
  },
  { id: 'flush', title: { en: 'Delivery on demand (ETRN)', ja: '要求に応じた配送（ETRN）' }, parameters: flush },
  {
    id: 'installation',
    title: { en: 'Installation: directories and programs', ja: 'インストール: ディレクトリとプログラム' },
    parameters: installation,
  },
  { id: 'lmtpClient', title: { en: 'LMTP client', ja: 'LMTPクライアント' }, parameters: lmtpClient },
  {
    id: 'localDelivery',
    title: { en: 'Delivery to local users', ja: 'ローカルユーザーへの配送' },
    parameters: localDelivery,
  },
  {
    id: 'localSubmission',
    title: { en: 'Mail from local programs', ja: 'ローカルのプログラムからのメール' },
    parameters: localSubmission,
  },
  { id: 'logging', title: { en: 'Logging', ja: 'ログ' }, parameters: logging },
  { id: 'milter', title: { en: 'Milters', ja: 'Milter' }, parameters: milter },
  { id: 'multiInstance', title: { en: 'Several instances', ja: '複数のインスタンス' }, parameters: multiInstance },
  { id: 'notification', title: { en: 'Bounces and notices', ja: 'バウンスと通知' }, parameters: notification },
  { id: 'postscreen', title: { en: 'postscreen', ja: 'postscreen' }, parameters: postscreen },
  { id: 'qmqpd', title: { en: 'QMQP server', ja: 'QMQP サーバー' }, parameters: qmqpd },
  { id: 'queue', title: { en: 'Queue and scheduling', ja: 'キューと配送の順序' }, parameters: queue },
  { id: 'requiretls', title: { en: 'REQUIRETLS', ja: 'REQUIRETLS' }, parameters: requiretls },
  { id: 'resources', title: { en: 'Limits of processes', ja: 'プロセスの制限' }, parameters: resources },
  {
    id: 'routing',
    title: { en: 'Routing: domains, transports, relays', ja: '経路: ドメイン、トランスポート、中継' },
    parameters: routing,
  },
  { id: 'sasl', title: { en: 'Login (SASL)', ja: '認証（SASL）' }, parameters: sasl },
  { id: 'services', title: { en: 'Internal services', ja: '内部のサービス' }, parameters: services },
  { id: 'smtpClient', title: { en: 'SMTP client', ja: 'SMTPクライアント' }, parameters: smtpClient },
  {
    id: 'smtpClientSasl',
    title: { en: 'SMTP and LMTP client: login', ja: 'SMTP/LMTPクライアント: 認証' },
    parameters: smtpClientSasl,
  },
  {
    id: 'smtpClientTls',
    title: { en: 'SMTP and LMTP client: TLS', ja: 'SMTP/LMTPクライアント: TLS' },
    parameters: smtpClientTls,
  },
  { id: 'smtpd', title: { en: 'SMTP server', ja: 'SMTPサーバー' }, parameters: smtpd },
  {
    id: 'smtpdAccess',
    title: { en: 'SMTP server: access, relaying, login', ja: 'SMTPサーバー: アクセス制御、中継、認証' },
    parameters: smtpdAccess,
  },
  {
    id: 'smtpdProxy',
    title: { en: 'SMTP server: proxy filter', ja: 'SMTPサーバー: プロキシフィルター' },
    parameters: smtpdProxy,
  },
  { id: 'smtpdTls', title: { en: 'SMTP server: TLS', ja: 'SMTPサーバー: TLS' }, parameters: smtpdTls },
  { id: 'tables', title: { en: 'Lookup tables', ja: 'ルックアップテーブル' }, parameters: tables },
  { id: 'tls', title: { en: 'TLS library', ja: 'TLS ライブラリ' }, parameters: tls },
  { id: 'tlsproxy', title: { en: 'tlsproxy', ja: 'tlsproxy' }, parameters: tlsproxy },
  { id: 'verp', title: { en: 'VERP', ja: 'VERP' }, parameters: verp },
  {
    id: 'virtualDelivery',
    title: { en: 'Delivery to virtual mailboxes', ja: '仮想メールボックスへの配送' },
    parameters: virtualDelivery,
  },
];
