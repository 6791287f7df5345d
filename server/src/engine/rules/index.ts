import { badAttribute } from './badAttribute';
import { badBoolean } from './badBoolean';
import { badCompatibilityLevel } from './badCompatibilityLevel';
import { badHostName } from './badHostName';
import { badInterface } from './badInterface';
import { badKeyword } from './badKeyword';
import { badMechanism } from './badMechanism';
import { badMilter } from './badMilter';
import { badNetwork } from './badNetwork';
import { badNumber } from './badNumber';
import { badServiceLine } from './badServiceLine';
import { badTime } from './badTime';
import { bareTable } from './bareTable';
import { blankAroundEquals } from './blankAroundEquals';
import { byteOrderMark } from './byteOrderMark';
import { carriageReturn } from './carriageReturn';
import { certificateWithoutStarttls } from './certificateWithoutStarttls';
import { clientCertificateNotAsked } from './clientCertificateNotAsked';
import { commentAfterValue } from './commentAfterValue';
import { contentFilterLoop } from './contentFilterLoop';
import { deprecatedParameter } from './deprecatedParameter';
import { deprecatedRestriction } from './deprecatedRestriction';
import { domainInTwoClasses } from './domainInTwoClasses';
import { duplicateParameter } from './duplicateParameter';
import { duplicateService } from './duplicateService';
import { fileForDirectory } from './fileForDirectory';
import { ignoredCertificate } from './ignoredCertificate';
import { ignoredLine } from './ignoredLine';
import { incompleteChain } from './incompleteChain';
import { incompleteSenderLoginCheck } from './incompleteSenderLoginCheck';
import { indexedChecks } from './indexedChecks';
import { localMailRefused } from './localMailRefused';
import { loginCannotRelay } from './loginCannotRelay';
import { loginInClear } from './loginInClear';
import { loginNotRequired } from './loginNotRequired';
import { loginOnPort25 } from './loginOnPort25';
import { loginWithoutPasswords } from './loginWithoutPasswords';
import { lookAlikeCharacter } from './lookAlikeCharacter';
import { mailboxLimitTooSmall } from './mailboxLimitTooSmall';
import { malformedExpansion } from './malformedExpansion';
import { mandatoryTlsOnPort25 } from './mandatoryTlsOnPort25';
import { missingCertificate } from './missingCertificate';
import { missingEquals } from './missingEquals';
import { missingMailboxBase } from './missingMailboxBase';
import { missingOptionLetter } from './missingOptionLetter';
import { missingOptionValue } from './missingOptionValue';
import { missingRestrictionArgument } from './missingRestrictionArgument';
import { missingService } from './missingService';
import { nonAsciiBlank } from './nonAsciiBlank';
import { noRelayGuard } from './noRelayGuard';
import { openRelay } from './openRelay';
import { optionAtLineStart } from './optionAtLineStart';
import { orphanedOverride } from './orphanedOverride';
import { passwordInClear } from './passwordInClear';
import { passwordsWithoutLogin } from './passwordsWithoutLogin';
import { plaintextLoginRefused } from './plaintextLoginRefused';
import { privateInetService } from './privateInetService';
import { queueMinfreeTooSmall } from './queueMinfreeTooSmall';
import { quotedValue } from './quotedValue';
import { readOnlyParameter } from './readOnlyParameter';
import { recipientLimitNotOne } from './recipientLimitNotOne';
import { refusedColumn } from './refusedColumn';
import { relayhostForm } from './relayhostForm';
import { relayhostLoop } from './relayhostLoop';
import { relayhostWithoutBrackets } from './relayhostWithoutBrackets';
import { relayhostWithoutEffect } from './relayhostWithoutEffect';
import { restrictionTooEarly } from './restrictionTooEarly';
import { restrictionWithoutSasl } from './restrictionWithoutSasl';
import type { Rule } from './rule';
import { saslPathMismatch } from './saslPathMismatch';
import { semicolonSeparator } from './semicolonSeparator';
import { serverWrappermodeMismatch } from './serverWrappermodeMismatch';
import { shellSubstitution } from './shellSubstitution';
import { shellSyntax } from './shellSyntax';
import { socketOutsideChroot } from './socketOutsideChroot';
import { strayWord } from './strayWord';
import { submissionWithoutLogin } from './submissionWithoutLogin';
import { swallowedParameter } from './swallowedParameter';
import { tableWithoutType } from './tableWithoutType';
import { trailingBackslash } from './trailingBackslash';
import { trustedClientsCannotRelay } from './trustedClientsCannotRelay';
import { unapprovedProxyTable } from './unapprovedProxyTable';
import { undefinedName } from './undefinedName';
import { undefinedRestrictionClass } from './undefinedRestrictionClass';
import { unenforcedClientCertificate } from './unenforcedClientCertificate';
import { unknownMacro } from './unknownMacro';
import { unknownParameter } from './unknownParameter';
import { unknownPort } from './unknownPort';
import { unknownProgram } from './unknownProgram';
import { unknownRestriction } from './unknownRestriction';
import { unknownService } from './unknownService';
import { unreachableRestriction } from './unreachableRestriction';
import { unreadAliasDatabase } from './unreadAliasDatabase';
import { unreadOption } from './unreadOption';
import { unusedIgnore } from './unusedIgnore';
import { unverifiableRelay } from './unverifiableRelay';
import { wrappermodeMismatch } from './wrappermodeMismatch';

/** Every rule; only the place of the last one matters. */
export const rules: readonly Rule[] = [
  badAttribute,
  badBoolean,
  badCompatibilityLevel,
  badHostName,
  badInterface,
  badKeyword,
  badMechanism,
  badMilter,
  badNetwork,
  badNumber,
  badServiceLine,
  badTime,
  bareTable,
  blankAroundEquals,
  byteOrderMark,
  carriageReturn,
  certificateWithoutStarttls,
  clientCertificateNotAsked,
  commentAfterValue,
  contentFilterLoop,
  deprecatedParameter,
  deprecatedRestriction,
  domainInTwoClasses,
  duplicateParameter,
  duplicateService,
  fileForDirectory,
  ignoredCertificate,
  ignoredLine,
  incompleteChain,
  incompleteSenderLoginCheck,
  indexedChecks,
  localMailRefused,
  loginCannotRelay,
  loginInClear,
  loginNotRequired,
  loginOnPort25,
  loginWithoutPasswords,
  lookAlikeCharacter,
  mailboxLimitTooSmall,
  malformedExpansion,
  mandatoryTlsOnPort25,
  missingCertificate,
  missingEquals,
  missingMailboxBase,
  missingOptionLetter,
  missingOptionValue,
  missingRestrictionArgument,
  missingService,
  nonAsciiBlank,
  noRelayGuard,
  openRelay,
  optionAtLineStart,
  orphanedOverride,
  passwordInClear,
  passwordsWithoutLogin,
  privateInetService,
  queueMinfreeTooSmall,
  quotedValue,
  readOnlyParameter,
  recipientLimitNotOne,
  refusedColumn,
  relayhostForm,
  relayhostLoop,
  relayhostWithoutBrackets,
  relayhostWithoutEffect,
  restrictionTooEarly,
  restrictionWithoutSasl,
  saslPathMismatch,
  semicolonSeparator,
  serverWrappermodeMismatch,
  shellSubstitution,
  shellSyntax,
  socketOutsideChroot,
  strayWord,
  submissionWithoutLogin,
  swallowedParameter,
  tableWithoutType,
  trailingBackslash,
  trustedClientsCannotRelay,
  unapprovedProxyTable,
  undefinedName,
  undefinedRestrictionClass,
  unenforcedClientCertificate,
  unknownMacro,
  unknownParameter,
  unknownPort,
  unknownProgram,
  unknownRestriction,
  unknownService,
  unreachableRestriction,
  unreadAliasDatabase,
  unreadOption,
  unverifiableRelay,
  wrappermodeMismatch,
  plaintextLoginRefused,
  // Last: it looks at what the others have found.
  unusedIgnore,
];
