import { asksForCertificate, hasCertificate, isTlsMandatory, tlsUse } from '../configuration/tlsUse';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import { complete, type Resolution, resolve } from './addresses';
import { type Answer, answerFrom, type Cause, type Outcome, type Refusal } from './answer';
import { settingOf, unknownNameIn } from './machineSettings';
import type { Place, Stage, Told } from './place';
import type { Question } from './question';
import { checkListed } from './recipientMaps';
import { perService } from './remember';
import { makeReply } from './reply';
import { checkRewriteClients } from './rewriteClients';
import { type Settings, settingsOf } from './settings';
import { extractAddress } from './smtpAddress';
import { whySmtpdFails } from './startup';
import { assuming, type Result, START, type State } from './state';
import { type Outer, walk } from './walk';

/** Answers questions about one smtpd service. */
export interface Access {
  ask(question: Question): Answer;
}

/** Answers for a service; made once for each. */
export const smtpdAccess = perService((configuration, service): Access => {
  const failure = whySmtpdFails(configuration, service);
  if (!failure) return startedAccess(configuration, service);
  const { kind, what, at } = failure;
  const by: Cause = { text: kind === 'malformed line' && at ? shortened(textOf(at)) : what, ...(at && { at }) };
  return { ask: () => ({ verdict: 'unavailable', by, dependsOn: [], outcomes: [] }) };
});

/** A whole line may be long, and has blanks of all kinds in it. */
function shortened(line: string): string {
  const text = line.replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
const LONGEST = 40;

/** The same as if the service started: for those who have other means to know whether it does. */
export const startedAccess = perService((configuration, service): Access => {
  const settings = settingsOf(configuration, service);
  return { ask: (question) => answerFrom(new Session(settings, question).run()) };
});

/** The lists in the order of the session, and what a lookup table by itself stands for in each. */
const STAGES = {
  client: { tableRestriction: 'check_client_access', subject: 'other' },
  helo: { tableRestriction: 'check_helo_access', subject: 'other' },
  sender: { tableRestriction: 'check_sender_access', subject: 'sender' },
  recipient: { tableRestriction: 'check_recipient_access', subject: 'recipient', isRecipientCommand: true },
  data: { subject: 'other' },
} as const satisfies Record<string, Stage>;

type DelayedStage = 'client' | 'helo' | 'sender';

const LISTS: Readonly<Record<DelayedStage, string>> = {
  client: 'smtpd_client_restrictions',
  helo: 'smtpd_helo_restrictions',
  sender: 'smtpd_sender_restrictions',
};

const RCPT = 'RCPT TO';
const RELAY_LIST = 'smtpd_relay_restrictions';
const FUTURE_RELAY_LIST = ['permit_mynetworks', 'permit_sasl_authenticated', 'permit_auth_destination'].map((text) => ({
  text,
}));

/** valid_verify_sender_addr. One that changes with time is not known. */
const probeOf = perService((configuration, service) => {
  const probe = settingOf(configuration, 'address_verify_sender', service);
  const lifetime = Number.parseInt(settingOf(configuration, 'address_verify_sender_ttl', service), 10);
  return probe === '' || probe === '<>' || lifetime > 0 ? undefined : complete(configuration, probe);
});

/** The more restrictions than this a question meets, the less anybody can tell. */
const MOST_STEPS = 5000;

/** What a client has come to: it goes on in one of these states, or it was refused. */
class Session {
  private readonly outcomes: Outcome[] = [];
  private states: readonly State[] = [START];
  private readonly budget = { steps: MOST_STEPS };
  private readonly isDelayed: boolean;
  private readonly tls: ReturnType<typeof tlsOf>;
  /** As smtpd(8) has understood them. */
  private sender = '';
  private recipient = '';

  constructor(
    private readonly settings: Settings,
    private readonly question: Question,
  ) {
    this.isDelayed = settings.isYes('smtpd_delay_reject');
    this.tls = tlsOf(settings);
  }

  /** The commands of one message, in order: each may refuse it. */
  run(): Outcome[] {
    this.connect();
    this.sayHello();
    this.logIn();
    this.nameSender();
    this.nameRecipient();
    this.sendMessage();
    for (const { permit, because } of this.states) {
      this.outcomes.push({ verdict: 'accepted', ...(permit && { by: permit }), because });
    }
    return this.outcomes;
  }

  private connect(): void {
    if (!this.isDelayed) this.askDelayed('client', { isEncrypted: this.tls.isWrapped });
  }

  /** A client that goes over to TLS says EHLO before and after. */
  private sayHello(): void {
    const { helo } = this.question;
    if (helo === '' || this.isDelayed) return;
    if (this.isEncrypted() && !this.tls.isWrapped) this.askDelayed('helo', { helo, isEncrypted: false });
    this.askDelayed('helo', { helo, isEncrypted: this.isEncrypted() });
  }

  /** AUTH, where smtpd_sasl_auth_cmd does not know it. */
  private logIn(): void {
    const { settings, question, tls } = this;
    const { client } = question;
    if (client.login === undefined || client.viaXclient || (tls.isRequired && !this.isEncrypted())) return;
    if (!settings.isYes('smtpd_sasl_auth_enable')) this.refuseAll(503, '5.5.1', 'smtpd_sasl_auth_enable');
    else if (!this.isEncrypted() && settings.isYes('smtpd_tls_auth_only')) {
      this.refuseAll(503, '5.5.1', 'smtpd_tls_auth_only');
    } else if (/(?:^|[\s,])auth(?:[\s,]|$)/i.test(settings.text('smtpd_discard_ehlo_keywords'))) {
      this.refuseAll(503, '5.5.1', 'smtpd_discard_ehlo_keywords');
    }
  }

  /** MAIL FROM. */
  private nameSender(): void {
    const { settings, question, tls } = this;
    // Whoever needs TLS gets "TLS not available due to local problem" where there is no certificate.
    if (tls.isRequired && question.client.tls && !tls.works) this.refuseAll(454, '4.7.0', 'smtpd_tls_cert_file');
    if (tls.isRequired && !this.isEncrypted()) this.refuseAll(530, '5.7.0', tls.parameter);
    else if (question.helo === '' && settings.isYes('smtpd_helo_required')) {
      this.refuseAll(503, '5.5.1', 'smtpd_helo_required');
    }
    const sender = this.readAddress(question.sender, '5.1.7', 'MAIL FROM');
    this.sender = this.asProbe(sender) ?? sender;
    const told = { ...this.toldBeforeMail(), sender: this.sender };
    if (!this.isDelayed) this.askSender(told);
    const place = this.placeOf('local_header_rewrite_clients', STAGES.sender, told);
    this.goOn((state) => checkRewriteClients(place, state));
    this.checkUnicode(this.sender);
  }

  /** RCPT TO (smtpd_check_rcpt). */
  private nameRecipient(): void {
    const recipient = this.readAddress(this.question.recipient, '5.1.3', RCPT);
    this.checkUnicode(recipient);
    const probe = this.asProbe(recipient);
    this.recipient = probe ?? recipient;
    // RFC 2821 wants this one to be accepted always; the other is where Postfix verifies addresses from.
    if (recipient.toLowerCase() === 'postmaster' || probe !== undefined) return;
    const { sender } = this;
    const told = { ...this.toldBeforeMail(), sender, recipient };
    if (this.isDelayed) this.askAllDelayed(told);
    this.forgetDeferrals();
    for (const name of this.recipientLists()) this.askList(name, STAGES.recipient, told);
    this.askFutureRelayList(told);
    this.settleDeferrals();
    this.askUnlisted('recipient', told);
  }

  /** DATA and the end of the message, of which a discarded one never hears. */
  private sendMessage(): void {
    const { sender, recipient } = this;
    const told = { ...this.toldBeforeMail(), sender, recipient };
    for (const name of ['smtpd_data_restrictions', 'smtpd_end_of_data_restrictions']) {
      if (this.settings.list(name).length === 0) continue;
      this.states = this.states.map(({ deferIfPermit: _, deferIfReject: __, ...state }) => state);
      this.askList(name, STAGES.data, told);
      this.settleDeferrals();
    }
  }

  /** Which of the two lists for recipients came first has changed with 3.3, and once more with 3.6. */
  private recipientLists(): readonly string[] {
    const { settings } = this;
    const { version } = settings.configuration;
    const recipient = 'smtpd_recipient_restrictions';
    if (!isSince(version, '2.10')) return [recipient];
    const isRelayFirst = !isSince(version, '3.3') || settings.isYes('smtpd_relay_before_recipient_restrictions');
    return isRelayFirst ? [RELAY_LIST, recipient] : [recipient, RELAY_LIST];
  }

  /**
   * Where `compatibility_level` leaves the relay list empty, smtpd(8) asks what would be in it otherwise, only to warn of
   * what that would refuse (FAKE_RELAY_CHECKS): a lookup that fails refuses the message all the same.
   */
  private askFutureRelayList(told: Told): void {
    const { settings } = this;
    if (!isSince(settings.configuration.version, '3.3')) return;
    if (settings.list(RELAY_LIST).length > 0 || settings.causeOf(RELAY_LIST).at) return;
    const outer = this.outer(STAGES.recipient, told);
    const restrictions = settings.read(FUTURE_RELAY_LIST);
    this.goOn((state) => {
      const results = walk(restrictions, RELAY_LIST, outer, state);
      const refused = results.filter(({ status }) => status === 'reject');
      const passed = results.find(({ status }) => status !== 'reject');
      if (!passed) return refused;
      const because = refused.length > 0 ? passed.state.because : state.because;
      return [...refused, { status: 'dunno', state: { ...state, because } }];
    });
  }

  /** smtpd_check_client, smtpd_check_helo, smtpd_check_mail. */
  private askDelayed(stage: DelayedStage, told: Told): void {
    this.forgetDeferrals();
    this.askList(LISTS[stage], STAGES[stage], told);
  }

  /** What was to be deferred instead of rejected is so for one command only (SMTPD_CHECK_RESET). */
  private forgetDeferrals(): void {
    this.states = this.states.map(({ deferIfReject: _, ...state }) => state);
  }

  /** The address that Postfix itself verifies others from, where this is it. */
  private asProbe(address: string): string | undefined {
    const { configuration, service } = this.settings;
    const probe = probeOf(configuration, service);
    return probe?.toLowerCase() === address.toLowerCase() ? probe : undefined;
  }

  private askAllDelayed(told: Told): void {
    this.askDelayed('client', told);
    if (this.question.helo !== '') this.askDelayed('helo', told);
    this.askSender(told);
  }

  private askSender(told: Told): void {
    this.askDelayed('sender', told);
    if (this.sender !== '') this.askUnlisted('sender', told);
  }

  /** What reject_unlisted_sender or reject_unlisted_recipient does, where no list has it. */
  private askUnlisted(subject: 'sender' | 'recipient', told: Told): void {
    const name = `smtpd_reject_unlisted_${subject}`;
    if (!this.settings.isYes(name)) return;
    const place = this.placeOf(name, STAGES[subject], told);
    this.goOn((state) => (state.isDiscarded ? [{ status: 'dunno', state }] : checkListed(place, state, subject)));
  }

  private askList(name: string, stage: Stage, told: Told): void {
    const restrictions = this.settings.list(name);
    if (restrictions.length === 0) return;
    const outer = this.outer(stage, told);
    this.goOn(({ permit, ...state }) =>
      walk(restrictions, name, outer, state).map((result) => {
        // Whoever relays was let through by the first of the lists for recipients that permits.
        const by = permit ?? (stage.isRecipientCommand ? result.state.permit : undefined);
        const { permit: _, ...after } = result.state;
        return { ...result, state: by ? { ...after, permit: by } : after };
      }),
    );
  }

  /** What would have been permitted is deferred, if something failed before. */
  private settleDeferrals(): void {
    this.goOn((state) => {
      const { deferIfPermit, deferIfReject } = state;
      if (!deferIfPermit) return [{ status: 'dunno', state }];
      const isHard = (deferIfPermit.code ?? 0) >= 500;
      return [{ status: 'reject', state, refusal: (isHard && deferIfReject) || deferIfPermit }];
    });
  }

  private goOn(ask: (state: State) => readonly Result[]): void {
    const next: State[] = [];
    for (const state of this.states) {
      for (const result of ask(state)) {
        if (result.status !== 'reject') next.push(result.state);
        else this.outcomes.push({ verdict: 'refused', because: result.state.because, ...result.refusal });
      }
    }
    this.states = next;
  }

  private refuseAll(code: number, status: string, parameter: string): void {
    const refusal: Refusal = {
      ...makeReply(code, status, this.settings.isYes('soft_bounce')),
      by: this.settings.causeOf(parameter),
    };
    this.goOn((state) => [{ status: 'reject', state, refusal }]);
  }

  /** Takes the address out of a command (extract_addr in smtpd.c), or refuses it. */
  private readAddress(text: string, status: string, command: string): string {
    const found = extractAddress(text);
    const { address, isStrict, hasOption } = found ?? { address: '', isStrict: true, hasOption: false };
    if (!found || (address === '' && command === RCPT)) this.refuseAll(501, status, command);
    else if (!isStrict && this.settings.isYes('strict_rfc821_envelopes')) {
      this.refuseAll(501, status, 'strict_rfc821_envelopes');
    } else if (address !== '') this.checkAddress(address, status, command);
    if (hasOption) this.refuseAll(555, '5.5.4', command);
    return address;
  }

  /** smtpd_check_addr. */
  private checkAddress(address: string, status: string, command: string): void {
    const { values, because } = resolve(this.settings.configuration, this.sender, address);
    if (!values.some(isBad)) return;
    const refusal: Refusal = {
      ...makeReply(501, status, this.settings.isYes('soft_bounce')),
      by: { text: command },
    };
    this.goOn((state) =>
      values.map((resolution): Result => {
        const assumed = assuming(state, because);
        return isBad(resolution) ? { status: 'reject', state: assumed, refusal } : { status: 'dunno', state: assumed };
      }),
    );
  }

  /** The clients that ask here do not announce SMTPUTF8. */
  private checkUnicode(address: string): void {
    const name = 'strict_smtputf8';
    if (hasUnicode(address) && this.settings.isYes(name)) this.refuseAll(553, '5.6.7', name);
  }

  private isEncrypted(): boolean {
    const { isWrapped, isOffered, works } = this.tls;
    return isWrapped || (isOffered && works && this.question.client.tls);
  }

  private toldBeforeMail(): Told {
    const { client } = this.question;
    const helo = neutered(this.question.helo);
    const isEncrypted = this.isEncrypted();
    return { isEncrypted, ...(helo !== '' && { helo }), ...(client.login !== undefined && { login: client.login }) };
  }

  /** Adds what is known from the start, and the certificate that a client shows when it is asked. */
  private withClient(told: Told): Told {
    const { client } = this.question;
    return {
      ...(client.viaXclient && client.login !== undefined && { login: client.login }),
      ...(told.isEncrypted && this.tls.asksClients && client.certificate && { certificate: client.certificate }),
      ...told,
    };
  }

  /** For what no list names, and a parameter switches on. */
  private placeOf(parameter: string, stage: Stage, told: Told): Place {
    const restriction = { name: '', word: { text: parameter } };
    return { ...this.outer(stage, told), restriction, cause: this.settings.causeOf(parameter) };
  }

  private outer(stage: Stage, told: Told): Outer {
    const { settings, question, budget } = this;
    return {
      settings,
      question,
      told: this.withClient(told),
      stage,
      isWarning: false,
      depth: 0,
      classes: [],
      budget,
      walk,
    };
  }
}

/** An address that trivial-rewrite(8) cannot make sense of, or with a domain that is only allowed with SMTPUTF8. */
function isBad({ isError, recipient }: Resolution): boolean {
  const at = recipient.lastIndexOf('@');
  return isError || (at >= 0 && hasUnicode(recipient.slice(at + 1)));
}

/** The name after HELO, once smtpd(8) has taken it (NEUTER_CHARACTERS in smtpd.c). */
function neutered(helo: string): string {
  return helo.replace(/[\x00- <>()\\";@\x7f]/g, '?');
}

function hasUnicode(text: string): boolean {
  return /[^\x00-\x7f]/.test(text) && !unknownNameIn(text);
}

/** What the service does about TLS; one of which that is not certain does nothing, or does not start. */
function tlsOf({ text, configuration }: Settings) {
  const { use, by } = tlsUse(text, configuration.version) ?? { use: 'off', by: [] };
  return {
    isWrapped: use === 'wrapped',
    isRequired: isTlsMandatory(use),
    isOffered: use !== 'off',
    asksClients: asksForCertificate(text, use) ?? false,
    works: hasCertificate(text, use) ?? false,
    /** The parameter that says so. */
    parameter: by[0] ?? 'smtpd_tls_security_level',
  };
}
