import type { Locale } from '../engine/locale';
import type { Severity } from '../engine/rules/rule';
import { nameInRepository } from './paths';
import type { Finding, Report } from './report';
import { summary } from './text';

type Command = 'error' | 'warning' | 'notice';

const COMMANDS: Readonly<Record<Severity, Command>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * A workflow command of GitHub Actions for each problem, which marks the line in the pull request, and for each
 * complaint; then the line that counts them, because the log of a step shows the commands without their places.
 */
export function formatGithub({ findings, complaints }: Report, locale: Locale): string {
  const commands = [
    ...findings.map((finding) => command(COMMANDS[finding.severity], propertiesOf(finding), finding.message)),
    ...complaints.map(({ message }) => command('error', { title: 'postfix-config' }, message)),
  ];
  return `${[...commands, summary(findings, locale)].join('\n')}\n`;
}

type Properties = Readonly<Record<string, string | number>>;

function propertiesOf({ file, line, column, endLine, endColumn, rule }: Finding): Properties {
  return {
    file: nameInRepository(file) ?? file,
    line,
    endLine,
    // GitHub knows columns within one line only.
    ...(line === endLine && { col: column, endColumn }),
    title: rule,
  };
}

function command(name: Command, properties: Properties, message: string): string {
  const list = Object.entries(properties).map(([property, value]) => `${property}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
