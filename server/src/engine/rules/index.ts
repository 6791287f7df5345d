import type { Rule } from './rule';
import { unknownParameter } from './unknownParameter';

/** Every rule; the order does not matter. */
export const rules: readonly Rule[] = [unknownParameter];
