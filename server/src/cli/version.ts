/** The version of package.json; esbuild puts it in. */
declare const __VERSION__: string;
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : 'development';
