import * as assert from 'node:assert/strict';
import { colours, expected, tokenize } from './tokens';

async function same(text: string, block: string): Promise<void> {
  assert.deepEqual(await colours('main', text), expected(block));
}

describe('main.cf colours', () => {
  it('name, equals sign, value', () =>
    same(
      'myhostname = mail.example.jp',
      `myhostname  variable.parameter
       =  keyword.operator.assignment
       mail.example.jp  string.unquoted`,
    ));

  it('comments: at column 0, indented, and in the middle of a value', () =>
    same(
      `# first
  # second
mydestination = a.example,
# third
  # fourth
  b.example`,
      `#  punctuation.definition.comment
       first  comment.line.number-sign
       #  punctuation.definition.comment
       second  comment.line.number-sign
       mydestination  variable.parameter
       =  keyword.operator.assignment
       a.example  string.unquoted
       ,  punctuation.separator.comma
       #  punctuation.definition.comment
       third  comment.line.number-sign
       #  punctuation.definition.comment
       fourth  comment.line.number-sign
       b.example  string.unquoted`,
    ));

  it('a # after a value is no comment', () =>
    same(
      'inet_protocols = all # both',
      `inet_protocols  variable.parameter
       =  keyword.operator.assignment
       all  constant.language
       #  string.unquoted
       both  string.unquoted`,
    ));

  it('a value goes on over an empty line', () =>
    same(
      `mynetworks = 127.0.0.0/8

  relayhost = x`,
      `mynetworks  variable.parameter
       =  keyword.operator.assignment
       127.0.0.0  constant.numeric.ip-address
       /  punctuation.separator.prefix-length
       8  constant.numeric.prefix-length
       relayhost  string.unquoted
       =  string.unquoted
       x  string.unquoted`,
    ));

  it('yes and no count as such only when they are the whole value', () =>
    same(
      `smtpd_helo_required = yes
soft_bounce=NO
biff =
  no
myorigin = no place`,
      `smtpd_helo_required  variable.parameter
       =  keyword.operator.assignment
       yes  constant.language.boolean
       soft_bounce  variable.parameter
       =  keyword.operator.assignment
       NO  constant.language.boolean
       biff  variable.parameter
       =  keyword.operator.assignment
       no  constant.language.boolean
       myorigin  variable.parameter
       =  keyword.operator.assignment
       no  string.unquoted
       place  string.unquoted`,
    ));

  it('numbers and time units', () =>
    same(
      `maximal_queue_lifetime = 5d
message_size_limit = 51200000
compatibility_level = 3.6`,
      `maximal_queue_lifetime  variable.parameter
       =  keyword.operator.assignment
       5  constant.numeric
       d  keyword.other.unit
       message_size_limit  variable.parameter
       =  keyword.operator.assignment
       51200000  constant.numeric
       compatibility_level  variable.parameter
       =  keyword.operator.assignment
       3.6  constant.numeric`,
    ));

  it('[host]:port, host:port, addresses and networks', () =>
    same(
      `relayhost = [smtp.example.jp]:587
smtpd_milters = inet:localhost:8891 unix:/run/milter.sock
mynetworks = !10.0.0.9, [::1]/128
inet_interfaces = 2001:db8::1 192.0.2.1`,
      `relayhost  variable.parameter
       =  keyword.operator.assignment
       [  punctuation.definition.host.begin
       smtp.example.jp  string.unquoted.host
       ]  punctuation.definition.host.end
       :  punctuation.separator.port
       587  constant.numeric.port
       smtpd_milters  variable.parameter
       =  keyword.operator.assignment
       inet  entity.name.type.transport
       :  punctuation.separator.transport
       localhost  string.unquoted.host
       :  punctuation.separator.port
       8891  constant.numeric.port
       unix  entity.name.type.transport
       :  punctuation.separator.transport
       /run/milter.sock  string.unquoted.path
       mynetworks  variable.parameter
       =  keyword.operator.assignment
       !  keyword.operator.negation
       10.0.0.9  constant.numeric.ip-address
       ,  punctuation.separator.comma
       [  punctuation.definition.host.begin
       ::1  constant.numeric.ip-address
       ]  punctuation.definition.host.end
       /  punctuation.separator.prefix-length
       128  constant.numeric.prefix-length
       inet_interfaces  variable.parameter
       =  keyword.operator.assignment
       2001:db8::1  constant.numeric.ip-address
       192.0.2.1  constant.numeric.ip-address`,
    ));

  it('lookup tables', () =>
    same(
      'virtual_alias_maps = proxy:mysql:$config_directory/v.cf, lmdb:/etc/postfix/virtual',
      `virtual_alias_maps  variable.parameter
       =  keyword.operator.assignment
       proxy  entity.name.type.table
       :  punctuation.separator.table
       mysql  entity.name.type.table
       :  punctuation.separator.table
       $  punctuation.definition.variable
       config_directory  variable.other.expansion
       /v.cf  string.unquoted
       ,  punctuation.separator.comma
       lmdb  entity.name.type.table
       :  punctuation.separator.table
       /etc/postfix/virtual  string.unquoted.path`,
    ));

  it('restrictions over several lines', () =>
    same(
      `smtpd_recipient_restrictions =
  permit_mynetworks,
  warn_if_reject reject_rbl_client zen.example.org
  check_policy_service { inet:127.0.0.1:10023, timeout = 10s }
  defer_unauth_destination`,
      `smtpd_recipient_restrictions  variable.parameter
       =  keyword.operator.assignment
       permit_mynetworks  keyword.control.restriction.permit
       ,  punctuation.separator.comma
       warn_if_reject  keyword.control.restriction.warn
       reject_rbl_client  keyword.control.restriction.reject
       zen.example.org  string.unquoted
       check_policy_service  keyword.control.restriction.check
       {  punctuation.section.braces.begin
       inet  entity.name.type.transport
       :  punctuation.separator.transport
       127.0.0.1  constant.numeric.ip-address
       :  punctuation.separator.port
       10023  constant.numeric.port
       ,  punctuation.separator.comma
       timeout  variable.parameter.attribute
       =  keyword.operator.assignment
       10  constant.numeric
       s  keyword.other.unit
       }  punctuation.section.braces.end
       defer_unauth_destination  keyword.control.restriction.defer`,
    ));

  it('expansions in all their forms', () =>
    same(
      `a = $name ${'$'}{name} $(name) $$
b = ${'$'}{x?{$y}:{3h}} ${'$'}{z:hash:/t} ${'$'}{{$p} == {1} ? {q} : {r}}`,
      `a  variable.parameter
       =  keyword.operator.assignment
       $  punctuation.definition.variable
       name  variable.other.expansion
       \${  punctuation.definition.variable.begin
       name  variable.other.expansion
       }  punctuation.definition.variable.end
       $(  punctuation.definition.variable.begin
       name  variable.other.expansion
       )  punctuation.definition.variable.end
       $$  constant.character.escape
       b  variable.parameter
       =  keyword.operator.assignment
       \${  punctuation.definition.variable.begin
       x  variable.other.expansion
       ?  keyword.operator.ternary
       {  punctuation.section.braces.begin
       $  punctuation.definition.variable
       y  variable.other.expansion
       }  punctuation.section.braces.end
       :  keyword.operator.ternary
       {  punctuation.section.braces.begin
       3  constant.numeric
       h  keyword.other.unit
       }  punctuation.section.braces.end
       }  punctuation.definition.variable.end
       \${  punctuation.definition.variable.begin
       z  variable.other.expansion
       :  keyword.operator.ternary
       hash  entity.name.type.table
       :  punctuation.separator.table
       /t  string.unquoted.path
       }  punctuation.definition.variable.end
       \${  punctuation.definition.variable.begin
       {  punctuation.section.braces.begin
       $  punctuation.definition.variable
       p  variable.other.expansion
       }  punctuation.section.braces.end
       ==  keyword.operator.comparison
       {  punctuation.section.braces.begin
       1  constant.numeric
       }  punctuation.section.braces.end
       ?  keyword.operator.ternary
       {  punctuation.section.braces.begin
       q  string.unquoted
       }  punctuation.section.braces.end
       :  keyword.operator.ternary
       {  punctuation.section.braces.begin
       r  string.unquoted
       }  punctuation.section.braces.end
       }  punctuation.definition.variable.end`,
    ));

  it('TLS versions and levels', () =>
    same(
      `smtpd_tls_protocols = !SSLv3, >=TLSv1.2
smtp_tls_security_level = encrypt`,
      `smtpd_tls_protocols  variable.parameter
       =  keyword.operator.assignment
       !  keyword.operator.negation
       SSLv3  constant.language.tls-protocol
       ,  punctuation.separator.comma
       >=  keyword.operator.comparison
       TLSv1.2  constant.language.tls-protocol
       smtp_tls_security_level  variable.parameter
       =  keyword.operator.assignment
       encrypt  constant.language`,
    ));

  it('free text keeps only the expansions', () =>
    same(
      'smtpd_banner = $myhostname ESMTP may permit 5d',
      `smtpd_banner  variable.parameter
       =  keyword.operator.assignment
       $  punctuation.definition.variable
       myhostname  variable.other.expansion
       ESMTP  string.unquoted.text
       may  string.unquoted.text
       permit  string.unquoted.text
       5d  string.unquoted.text`,
    ));

  it('blanks outside ASCII are invalid in names, values and at the start of a line, not in comments', () =>
    same(
      `smtp_sasl_auth_enable\u3000=\u00a0yes
\u3000relayhost = [a]:25
mynetworks = 10.0.0.0/8\u300010.1.0.1
# a\u3000b`,
      `smtp_sasl_auth_enable  variable.parameter
       <U+3000>  invalid.illegal.non-ascii-blank
       =  keyword.operator.assignment
       <U+00A0>  invalid.illegal.non-ascii-blank
       yes  string.unquoted
       <U+3000>  invalid.illegal.non-ascii-blank
       relayhost  variable.parameter
       =  keyword.operator.assignment
       [  punctuation.definition.host.begin
       a  string.unquoted.host
       ]  punctuation.definition.host.end
       :  punctuation.separator.port
       25  constant.numeric.port
       mynetworks  variable.parameter
       =  keyword.operator.assignment
       10.0.0.0  constant.numeric.ip-address
       /  punctuation.separator.prefix-length
       8  constant.numeric.prefix-length
       <U+3000>  invalid.illegal.non-ascii-blank
       10.1.0.1  constant.numeric.ip-address
       #  punctuation.definition.comment
       a<U+3000>b  comment.line.number-sign`,
    ));

  it('a blank before the very first entry is invalid', () =>
    same('  relayhost = [a]:25', 'relayhost = [a]:25  invalid.illegal.leading-blank'));

  it('a line without an equals sign still shows its name', () =>
    same(
      'relayhost [a]:25',
      `relayhost  variable.parameter
       [  punctuation.definition.host.begin
       a  string.unquoted.host
       ]  punctuation.definition.host.end
       :  punctuation.separator.port
       25  constant.numeric.port`,
    ));

  it('an open brace or macro does not reach beyond its logical line', async () => {
    for (const open of ['{', '$' + '{', '$(', '[', '[$' + '{a']) {
      const tokens = await tokenize('main', `foo = ${open}\n  ${open}\nbiff = no`);
      const biff = tokens.find((token) => token.text === 'biff');
      assert.deepEqual(
        biff?.scopes,
        ['source.postfix-main', 'meta.assignment.postfix', 'variable.parameter.postfix'],
        open,
      );
    }
  });

  it('CR at the end of lines changes nothing', () =>
    same(
      'biff = no\r\n# x\r\n\r\nsoft_bounce = yes\r',
      `biff  variable.parameter
       =  keyword.operator.assignment
       no  constant.language.boolean
       #  punctuation.definition.comment
       x  comment.line.number-sign
       soft_bounce  variable.parameter
       =  keyword.operator.assignment
       yes  constant.language.boolean`,
    ));
});
