import { badBoolean } from './badBoolean';
import { badKeyword } from './badKeyword';
import { badNumber } from './badNumber';
import { badServiceLine } from './badServiceLine';
import { badTime } from './badTime';
import { blankAroundEquals } from './blankAroundEquals';
import { byteOrderMark } from './byteOrderMark';
import { commentAfterValue } from './commentAfterValue';
import { deprecatedParameter } from './deprecatedParameter';
import { duplicateService } from './duplicateService';
import { fileForDirectory } from './fileForDirectory';
import { ignoredLine } from './ignoredLine';
import { loginTooLate } from './loginTooLate';
import { loginWithoutPasswords } from './loginWithoutPasswords';
import { lookAlikeCharacter } from './lookAlikeCharacter';
import { malformedExpansion } from './malformedExpansion';
import { missingEquals } from './missingEquals';
import { missingOptionValue } from './missingOptionValue';
import { missingRestrictionArgument } from './missingRestrictionArgument';
import { nonAsciiBlank } from './nonAsciiBlank';
import { noRelayGuard } from './noRelayGuard';
import { optionAtLineStart } from './optionAtLineStart';
import { orphanedOverride } from './orphanedOverride';
import { passwordInClear } from './passwordInClear';
import { passwordsWithoutLogin } from './passwordsWithoutLogin';
import { permitBeforeGuard } from './permitBeforeGuard';
import { privateInetService } from './privateInetService';
import { relayhostForm } from './relayhostForm';
import { relayhostWithoutBrackets } from './relayhostWithoutBrackets';
import type { Rule } from './rule';
import { serverWrappermodeMismatch } from './serverWrappermodeMismatch';
import { strayWord } from './strayWord';
import { submissionWithoutLogin } from './submissionWithoutLogin';
import { swallowedParameter } from './swallowedParameter';
import { unknownParameter } from './unknownParameter';
import { unknownPort } from './unknownPort';
import { unknownProgram } from './unknownProgram';
import { unknownRestriction } from './unknownRestriction';
import { unreachableRestriction } from './unreachableRestriction';
import { unusedIgnore } from './unusedIgnore';
import { wrappermodeMismatch } from './wrappermodeMismatch';

/** Every rule; only the place of the last one matters. */
export const rules: readonly Rule[] = [
  badBoolean,
  badKeyword,
  badNumber,
  badServiceLine,
  badTime,
  blankAroundEquals,
  byteOrderMark,
  commentAfterValue,
  deprecatedParameter,
  duplicateService,
  fileForDirectory,
  ignoredLine,
  loginTooLate,
  loginWithoutPasswords,
  lookAlikeCharacter,
  malformedExpansion,
  missingEquals,
  missingOptionValue,
  missingRestrictionArgument,
  nonAsciiBlank,
  noRelayGuard,
  optionAtLineStart,
  orphanedOverride,
  passwordInClear,
  passwordsWithoutLogin,
  permitBeforeGuard,
  privateInetService,
  relayhostForm,
  relayhostWithoutBrackets,
  serverWrappermodeMismatch,
  strayWord,
  submissionWithoutLogin,
  swallowedParameter,
  unknownParameter,
  unknownPort,
  unknownProgram,
  unknownRestriction,
  unreachableRestriction,
  wrappermodeMismatch,
  // Last: it looks at what the others have found.
  unusedIgnore,
];
