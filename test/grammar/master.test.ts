import * as assert from 'node:assert/strict';
import { colours, expected } from './tokens';

async function same(text: string, block: string): Promise<void> {
  assert.deepEqual(await colours('master', text), expected(block));
}

/** A service line in front of the arguments under test; its own eight tokens are cut off. */
async function sameArguments(text: string, block: string): Promise<void> {
  const all = await colours('master', `smtp inet n - n - - smtpd\n${text}`);
  assert.deepEqual(all.slice(8), expected(block));
}

describe('master.cf colours', () => {
  it('the eight columns', () =>
    same(
      `smtp      inet  n       -       y       -       -       smtpd -v
tlsmgr    unix  -       -       y       1000?   1       tlsmgr`,
      `smtp  entity.name.section.service
       inet  storage.type
       n  constant.language.flag
       -  constant.language.flag
       y  constant.language.flag
       -  constant.language.flag
       -  constant.language.flag
       smtpd  entity.name.function.command
       -v  keyword.other.option
       tlsmgr  entity.name.section.service
       unix  storage.type
       -  constant.language.flag
       -  constant.language.flag
       y  constant.language.flag
       1000  constant.numeric
       ?  keyword.operator.wakeup
       1  constant.numeric
       tlsmgr  entity.name.function.command`,
    ));

  it('host and port in the first column', () =>
    same(
      `127.0.0.1:submission inet n
[::1]:10025 inet`,
      `127.0.0.1  string.unquoted.host
       :  punctuation.separator.port
       submission  entity.name.section.service
       inet  storage.type
       n  constant.language.flag
       [::1]  string.unquoted.host
       :  punctuation.separator.port
       10025  entity.name.section.service
       inet  storage.type`,
    ));

  it('-o name=value', () =>
    sameArguments(
      `  -o syslog_name=postfix/$service_name -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject`,
      `-o  keyword.other.option
       syslog_name  variable.parameter
       =  keyword.operator.assignment
       postfix/  string.unquoted
       $  punctuation.definition.variable
       service_name  variable.other.expansion
       -o  keyword.other.option
       smtpd_sasl_auth_enable  variable.parameter
       =  keyword.operator.assignment
       yes  constant.language.boolean
       -o  keyword.other.option
       smtpd_client_restrictions  variable.parameter
       =  keyword.operator.assignment
       -o  keyword.other.option
       smtpd_relay_restrictions  variable.parameter
       =  keyword.operator.assignment
       permit_sasl_authenticated  keyword.control.restriction.permit
       ,  punctuation.separator.comma
       reject  keyword.control.restriction.reject`,
    ));

  it('-o { name = value }', () =>
    sameArguments(
      `  -o { smtpd_recipient_restrictions = permit_mynetworks, reject }
  -o { smtpd_helo_required = yes }`,
      `-o  keyword.other.option
       {  punctuation.section.braces.begin
       smtpd_recipient_restrictions  variable.parameter
       =  keyword.operator.assignment
       permit_mynetworks  keyword.control.restriction.permit
       ,  punctuation.separator.comma
       reject  keyword.control.restriction.reject
       }  punctuation.section.braces.end
       -o  keyword.other.option
       {  punctuation.section.braces.begin
       smtpd_helo_required  variable.parameter
       =  keyword.operator.assignment
       yes  constant.language.boolean
       }  punctuation.section.braces.end`,
    ));

  it('a value ends at the first blank outside braces', () =>
    sameArguments(
      '  -o a=$' + '{b?{c d}}e reject',
      `-o  keyword.other.option
       a  variable.parameter
       =  keyword.operator.assignment
       \${  punctuation.definition.variable.begin
       b  variable.other.expansion
       ?  keyword.operator.ternary
       {  punctuation.section.braces.begin
       c  string.unquoted
       d  string.unquoted
       }  punctuation.section.braces.end
       }  punctuation.definition.variable.end
       e  string.unquoted
       reject  string.unquoted.argument`,
    ));

  it('pipe attributes; everything after argv= is the command', () =>
    same(
      `drop unix - n n - - pipe
  flags=DRhu user=vmail:vmail argv=/usr/bin/deliver -d $recipient
# note
  -o x=y`,
      `drop  entity.name.section.service
       unix  storage.type
       -  constant.language.flag
       n  constant.language.flag
       n  constant.language.flag
       -  constant.language.flag
       -  constant.language.flag
       pipe  entity.name.function.command
       flags  entity.other.attribute-name
       =  keyword.operator.assignment
       DRhu  string.unquoted.attribute
       user  entity.other.attribute-name
       =  keyword.operator.assignment
       vmail:vmail  string.unquoted.attribute
       argv  entity.other.attribute-name
       =  keyword.operator.assignment
       /usr/bin/deliver  string.unquoted.command
       -d  string.unquoted.command
       $  punctuation.definition.variable
       recipient  variable.other.expansion
       #  punctuation.definition.comment
       note  comment.line.number-sign
       -o  string.unquoted.command
       x=y  string.unquoted.command`,
    ));

  it('comments between options', () =>
    sameArguments(
      `#  -o a=b
  # c
  -o d=e`,
      `#  punctuation.definition.comment
       -o a=b  comment.line.number-sign
       #  punctuation.definition.comment
       c  comment.line.number-sign
       -o  keyword.other.option
       d  variable.parameter
       =  keyword.operator.assignment
       e  string.unquoted`,
    ));

  it('an option at column 0 is invalid', () =>
    sameArguments(
      '-o smtpd_tls_wrappermode=yes',
      `-o  invalid.illegal.option-at-line-start
       smtpd_tls_wrappermode=yes  string.unquoted.argument`,
    ));

  it('a dash that is not ASCII is invalid', () =>
    sameArguments(
      '  \u2013o a=b',
      `<U+2013>o  invalid.illegal.dash
       a=b  string.unquoted.argument`,
    ));

  it('a full-width or no-break blank is invalid', () =>
    sameArguments(
      `\u3000-o a=b
\u00a0 -o c=d\u3000e`,
      `<U+3000>  invalid.illegal.non-ascii-blank
       -o  keyword.other.option
       a  variable.parameter
       =  keyword.operator.assignment
       b  string.unquoted
       <U+00A0>  invalid.illegal.non-ascii-blank
       -o  keyword.other.option
       c  variable.parameter
       =  keyword.operator.assignment
       d  string.unquoted
       <U+3000>  invalid.illegal.non-ascii-blank
       e  string.unquoted.argument`,
    ));

  it('an open brace does not reach the next service', async () => {
    const lines = await colours('master', 'a inet n - n - - smtpd\n  -o { b = c\nqmgr unix n - n 300 1 qmgr');
    assert.ok(lines.includes('qmgr  entity.name.section.service'), lines.join('\n'));
  });
});
