import { smtpdAccess } from '../../server/src/engine/access/access';
import type { Answer } from '../../server/src/engine/access/answer';
import type { Question } from '../../server/src/engine/access/question';
import type { Machine, TextFile } from '../../server/src/engine/configuration/configuration';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { readDefaults, thisMachine } from '../../server/src/machine';
import { configurationOf } from '../check';
import { postconf } from '../postconf/postconf';

/** This machine as the Postfix that is compared with sees it; `readFile` gives the text of a file there. */
export async function machineReading(readFile: (file: string) => string | undefined): Promise<Machine> {
  const { stdout } = await postconf('-c', '/nonexistent', '-d');
  const files = new Map<string, TextFile | undefined>();
  return {
    ...thisMachine(),
    defaults: readDefaults(stdout)?.defaults ?? new Map(),
    readFile: (file) => {
      if (!files.has(file)) {
        const text = readFile(file);
        files.set(file, text === undefined ? undefined : { text });
      }
      return files.get(file);
    },
  };
}

/** The configuration of an instance; the result answers for the smtpd service at a port. */
export function smtpdServices(
  files: { readonly main: string; readonly master: string },
  options: { readonly version: string; readonly machine: Machine; readonly directory: string },
): (port: number, question: Question) => Answer {
  const configuration = configurationOf({ 'main.cf': files.main, 'master.cf': files.master }, options);
  const services = new Map(
    configuration.master?.services.map((service) => [textOf(service.service), service] as const) ?? [],
  );
  return (port, question) => {
    const service = services.get(`127.0.0.1:${port}`);
    if (!service) throw new Error(`no service at port ${port}`);
    return smtpdAccess(configuration, service).ask(question);
  };
}
