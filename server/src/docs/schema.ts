import { SEVERITIES } from '../engine/directorySettings';
import { rules } from '../engine/rules/index';

/** The JSON schema of `.postfix-config.json`, for editors; with the title of each rule in both languages. */
export function settingsSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Postfix Configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      postfixVersion: {
        type: 'string',
        pattern: '^(auto|[23]\\.[0-9]+(\\.[0-9]+)?)$',
        description: 'The version of Postfix: 3.7, 3.7.11 or auto. / Postfix のバージョン',
      },
      rules: {
        type: 'object',
        description: 'How serious the findings of each rule are. / ルールごとの重大度',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, en, ja }) => [id, { enum: SEVERITIES, description: `${en.title} / ${ja.title}` }]),
        ),
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
