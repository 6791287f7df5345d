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

/** The parameters of every Postfix since 2.0, a family of them in each file. */
export const families: readonly Facts[] = [
  addressRewriting,
  addressVerification,
  basic,
  content,
  flush,
  installation,
  lmtpClient,
  localDelivery,
  localSubmission,
  logging,
  milter,
  multiInstance,
  notification,
  postscreen,
  qmqpd,
  queue,
  requiretls,
  resources,
  routing,
  sasl,
  services,
  smtpClient,
  smtpClientSasl,
  smtpClientTls,
  smtpd,
  smtpdAccess,
  smtpdProxy,
  smtpdTls,
  tables,
  tls,
  tlsproxy,
  verp,
  virtualDelivery,
];
