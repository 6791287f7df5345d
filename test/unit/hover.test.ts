import assert from 'node:assert/strict';
import { hovered } from '../atCursor';

const main = (text: string) => ({ 'main.cf': text });

describe('hover', () => {
  describe('on a nexthop', () => {
    it('says where the SMTP client connects', () => {
      const inBrackets = hovered(main('relayhost = [smtp.exam¦ple.jp]:587\n'));
      assert.match(inBrackets, /`smtp\.example\.jp` itself/);
      assert.match(inBrackets, /587.*STARTTLS/);
      assert.match(hovered(main('relayhost = smtp.exam¦ple.jp:465\n')), /MX records.*`\[smtp\.example\.jp\]`/);
      assert.match(hovered(main('relayhost = smtp.exam¦ple.jp:465\n')), /smtp_tls_wrappermode = yes/);
    });

    it('tells that port 25 is what OP25B blocks', () => {
      assert.match(hovered(main('relayhost = [smtp.exam¦ple.jp]\n')), /OP25B/);
      assert.match(hovered(main('relayhost = [smtp.exam¦ple.jp]\n'), { locale: 'ja' }), /遮断/);
      assert.doesNotMatch(hovered(main('relayhost = [smtp.exam¦ple.jp]:587\n')), /OP25B/);
    });

    it('does not promise an MX look-up where DNS is off', () => {
      const text = hovered(main('smtp_dns_support_level = disabled\nrelayhost = smtp.exam¦ple.jp:587\n'));
      assert.match(text, /DNS look-ups are off/);
    });
  });

  describe('on a transport', () => {
    const files = {
      'main.cf': 'default_transport = re¦lay:[gw.example.jp]:587\n',
      'master.cf': 'smtp inet n - n - - smtpd\n\nrelay unix - - n - - smtp\n',
    };

    it('finds its service in master.cf, and reads the nexthop', () => {
      assert.match(hovered(files), /master\.cf, line 3.*smtp\(8\)/);
      assert.match(hovered(files), /`gw\.example\.jp` itself/);
    });

    it('says that there is none', () => {
      const text = hovered({ ...files, 'main.cf': 'default_transport = re¦lai\n' });
      assert.match(text, /no such service/);
    });
  });

  it('does not take LMTP for SMTP, nor a socket for a table', () => {
    const lmtp = (value: string) =>
      hovered({ 'main.cf': `virtual_transport = ${value}\n`, 'master.cf': 'lmtp unix - - n - - lmtp\n' });
    assert.doesNotMatch(lmtp('lmtp:un¦ix:private/dovecot-lmtp'), /MX/);
    assert.doesNotMatch(lmtp('lm¦tp:localhost:24'), /OP25B|MX records of/);
    assert.doesNotMatch(hovered(main('smtpd_milters = un¦ix:/run/opendkim.sock\n')), /accounts/);
    const policy = hovered(main('smtpd_client_restrictions = check_policy_service un¦ix:private/policy\n'));
    assert.match(policy, /\*\*check_policy_service\*\*/);
    assert.doesNotMatch(policy, /accounts/);
  });

  it('reads a transport with a text after it as one value', () => {
    const files = {
      'main.cf': 'local_transport = error:local delivery is dis¦abled\n',
      'master.cf': 'error unix - - n - - error\n',
    };
    assert.match(hovered(files), /\*\*error\*\*/);
    assert.doesNotMatch(hovered(files), /no such service/);
  });

  describe('on a restriction', () => {
    const list = (value: string, more = '') => main(`${more}smtpd_relay_restrictions = ${value}\n`);

    it('tells what a permit skips there', () => {
      const text = hovered(list('permit_my¦networks, permit_sasl_authenticated, reject_unauth_destination'));
      assert.match(text, /\*\*permit_mynetworks\*\*/);
      assert.match(text, /1 of 3 in `smtpd_relay_restrictions`/);
      assert.match(text, /`permit_sasl_authenticated`, `reject_unauth_destination` are skipped/);
      assert.match(text, /any destination/);
    });

    it('does not say that who names a known destination may relay', () => {
      assert.doesNotMatch(hovered(list('permit_auth_dest¦ination, reject')), /any destination/);
    });

    it('tells that it is never reached', () => {
      assert.match(hovered(list('reject, permit_my¦networks')), /Never reached: `reject`/);
    });

    it('tells that warn_if_reject takes its teeth', () => {
      assert.match(hovered(list('warn_if_reject reject_unauth_dest¦ination, reject')), /a warning is logged/);
    });

    it('tells that the recipient is not known yet where rejections are not delayed', () => {
      const early = 'smtpd_client_restrictions = reject_unlisted_reci¦pient\n';
      assert.match(hovered(main(`smtpd_delay_reject = no\n${early}`)), /recipient is not known/);
      assert.doesNotMatch(hovered(main(early)), /not known/);
      assert.match(hovered(main(early)), /`smtpd_delay_reject`/);
      assert.match(hovered(main('smtpd_data_restrictions = reject_unauth_dest¦ination\n')), /single recipient/);
    });

    it('reads the table of a check, and a class', () => {
      const table = hovered(main('smtpd_client_restrictions = check_client_access ha¦sh:/etc/postfix/clients\n'));
      assert.match(table, /postmap/);
      assert.match(table, /1 of 1 in `smtpd_client_restrictions`/);
      const files = main('smtpd_restriction_classes = strict\nstrict = re¦ject\n');
      assert.match(hovered(files), /class `strict`/);
    });

    describe('tells what it decides', () => {
      const more = 'compatibility_level = 3.6\nmynetworks = 127.0.0.0/8, 192.168.11.0/24\n';
      const decides = (value: string, options = {}) =>
        hovered(list(value, more), options)
          .split('\n')
          .find((line) => /Decides|ここで決まること|よくある場合/.test(line));

      it('surely', () => {
        assert.equal(
          decides('permit_mynetworks, reject_unauth_dest¦ination'),
          '- Decides: refuses strangers → anywhere else (554 5.7.1).',
        );
        assert.equal(
          decides('permit_my¦networks, reject_unauth_destination'),
          '- Decides: permits `mynetworks` → every recipient.',
        );
        assert.equal(
          decides('permit_mynetworks, reject_unauth_dest¦ination', { locale: 'ja' }),
          '- ここで決まること: 見知らぬ相手 → それ以外のドメイン: 拒否（554 5.7.1）。',
        );
      });

      it('perhaps', () => {
        assert.equal(
          decides('permit_mynetworks, reject_rbl_cl¦ient zen.example.org, reject_unauth_destination'),
          '- Decides: may refuse strangers → every recipient.',
        );
      });

      it('nothing', () => {
        assert.equal(
          decides('permit_mynetworks, reject_unauth_destination, reject_invalid_helo_host¦name'),
          '- Decides none of the usual cases.',
        );
        assert.equal(decides('reject, permit_my¦networks'), undefined);
        assert.equal(decides('check_policy_service unix:p, permit_sasl_authen¦ticated, reject'), undefined);
      });

      it('by the services that get the list', () => {
        const files = {
          'main.cf': `${more}smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_sasl_authenticated, reject\n`,
          'master.cf':
            'smtp inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_mynetworks,reject_unauth_dest¦ination\n10025 inet n - n - - smtpd\n',
        };
        assert.match(hovered(files), /refuses strangers, logged-in users → anywhere else/);
      });

      it('of a class', () => {
        const files = main(
          `${more}smtpd_restriction_classes = strict\nstrict = rej¦ect\nsmtpd_relay_restrictions = permit_mynetworks, strict\n`,
        );
        assert.match(hovered(files), /Decides: refuses strangers → every recipient \(554 5\.7\.1\)/);
      });
    });

    it('says it in Japanese', () => {
      const text = hovered(list('permit_my¦networks, reject'), { locale: 'ja' });
      assert.match(text, /`smtpd_relay_restrictions` の 2 個中 1 番目/);
      assert.match(text, /どの宛先にもメールを送れます/);
    });
  });

  describe('on a word of a value', () => {
    it('explains a keyword, also with a sign before it', () => {
      assert.match(hovered(main('smtp_tls_security_level = ma¦y\n')), /\*\*may\*\*/);
      assert.match(hovered(main('smtpd_tls_protocols = !SSL¦v2, !SSLv3\n')), /\*\*SSLv2\*\*/);
      assert.match(hovered(main('smtpd_tls_protocols = >=TLSv1¦.2\n')), /\*\*TLSv1\.2\*\*/);
    });

    it('explains a table, and whether postmap is needed', () => {
      assert.match(hovered(main('virtual_alias_maps = ha¦sh:/etc/postfix/virtual\n')), /postmap/);
      assert.match(hovered(main('alias_maps = hash:/etc/ali¦ases\n')), /postalias/);
      assert.match(hovered(main('mynetworks = cidr:/etc/postfix/net¦works\n')), /cidr/);
    });

    it('explains a compatibility level', () => {
      assert.match(hovered(main('compatibility_level = 3.¦6\n')), /sha256/);
    });

    it('explains the parameter where there is nothing to say of the word', () => {
      assert.match(hovered(main('myhostname = mail.exam¦ple.jp\n')), /\*\*myhostname\*\*/);
      assert.match(hovered(main('myhostname = mail.exam¦ple.jp\n')), /main\.cf, line 1/);
    });

    it('explains how a $ is written, and what it comes to', () => {
      const text = hovered(main('myorigin = ${mydomain?{¦$mydomain}:{x}}\nmydomain = a.jp\n'.replace('¦$', '$¦')));
      assert.match(text, /\*\*mydomain\*\*|\$name/);
      assert.match(hovered(main('mydomain = a.jp\nmyorigin = ${mydomain¦?{b}:{x}}\n')), /mydomain/);
      assert.match(hovered(main('mydomain = a.jp\nmyorigin = ${mydomain?¦{b}:{x}}\n')), /`b`/);
    });

    it('explains a name that is filled in later, and one that nothing sets', () => {
      assert.match(hovered(main('smtpd_reject_footer = see $client_add¦ress\n')), /client's IP address/);
      assert.match(hovered(main('myorigin = $no_such_na¦me\n')), /Nothing sets this name/);
    });

    it('explains $name by its value', () => {
      const text = hovered(main('mydomain = example.jp\nmyorigin = $my¦domain\n'));
      assert.match(text, /\*\*mydomain\*\*/);
      assert.match(text, /`example\.jp`/);
    });
  });

  describe('in master.cf', () => {
    const master = (text: string, mainCf = '') => ({ 'main.cf': mainCf, 'master.cf': text });

    it('explains the column and what its word comes to here', () => {
      const chroot = (mainCf: string) => hovered(master('smtp inet n - ¦- - - smtpd\n', mainCf));
      assert.match(chroot('compatibility_level = 3.6\n'), /`n`/);
      assert.match(chroot(''), /`y`/);
    });

    it('explains options and the attributes of a program', () => {
      const pipe = (args: string) => master(`dovecot unix - n n - - pipe\n  ${args}\n`);
      assert.match(hovered(pipe('fla¦gs=DRhu user=vmail argv=/usr/bin/x ${recipient}')), /Return-Path/);
      assert.match(hovered(pipe('flags=DRhu us¦er=vmail argv=/usr/bin/x')), /mail_owner/);
      assert.match(hovered(master('smtp inet n - n - - smtpd -¦v\n')), /log/);
    });

    it('explains the parameter after -o with the value of that service', () => {
      const text = hovered(
        master('smtp inet n - n - - smtpd\n  -o smtpd_banner_¦=x -o myhost¦name=a.jp\n'.replace('_¦=x', '=x')),
      );
      assert.match(text, /\*\*myhostname\*\*/);
      assert.match(text, /`a\.jp`/);
    });
  });

  it('says nothing on a comment and on an empty line', () => {
    assert.equal(hovered(main('# comm¦ent\n')), '');
    assert.equal(hovered(main('¦\n')), '');
  });
});
