import type { Machine } from '../../server/src/engine/configuration/configuration';
import { PostconfFailure, type ShowMode, show } from '../../server/src/engine/configuration/show';
import { readDefaults, thisMachine } from '../../server/src/machine';
import { configurationOf } from '../check';
import { installedVersion, postconf } from './postconf';

export const MODES: readonly ShowMode[] = ['n', 'x', 'd', 'M', 'F', 'P'];

/** The options of postconf(1) that a mode stands for. */
export const OPTIONS: Readonly<Record<ShowMode, readonly string[]>> = {
  n: ['-n'],
  x: ['-n', '-x'],
  d: ['-d'],
  M: ['-M'],
  F: ['-F'],
  P: ['-P'],
};

const machine = (async () => {
  const { stdout } = await postconf('-c', '/nonexistent', '-d');
  return { ...thisMachine(), defaults: readDefaults(stdout)?.defaults ?? new Map() };
})();

/** This machine as the postconf process of that id sees it. */
async function machineOf(pid: number): Promise<Machine> {
  const known = await machine;
  return { ...known, defaults: new Map(known.defaults).set('process_id', String(pid)) };
}

/** What we print of a directory's files, or undefined where we say that postconf(1) is fatal. */
export async function ours(
  files: Readonly<Record<string, string>>,
  directory: string,
  mode: ShowMode,
  pid: number,
): Promise<string | undefined> {
  try {
    const configuration = configurationOf(files, {
      version: installedVersion as string,
      machine: await machineOf(pid),
      directory,
    });
    return show(configuration, mode);
  } catch (failure) {
    if (failure instanceof PostconfFailure) return undefined;
    throw failure;
  }
}
