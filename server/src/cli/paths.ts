import path from 'node:path';

/**
 * The name of a file as those see it who put problems beside the lines of a repository: from its root, which GitHub
 * Actions names, else from the working directory; with forward slashes. Undefined for a file elsewhere.
 */
export function nameInRepository(file: string): string | undefined {
  const relative = path.relative(process.env.GITHUB_WORKSPACE || process.cwd(), path.resolve(file));
  const isElsewhere = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isElsewhere ? undefined : relative.split(path.sep).join('/') || '.';
}
