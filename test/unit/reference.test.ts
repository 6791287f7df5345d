import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { escapeHtml } from '../../server/src/docs/html';
import { anchorOf, referencePages } from '../../server/src/docs/pages';
import { settingsSchema } from '../../server/src/docs/schema';
import { KINDS, type TopicKind } from '../../server/src/engine/help/topic';
import { allTopics } from '../../server/src/engine/help/topics';
import {
  ACCESS_ACTIONS,
  CLIENT_HEADER_CHECK_ACTIONS,
  HEADER_CHECK_ACTIONS,
  POSTSCREEN_ACCESS_ACTIONS,
} from '../../server/src/engine/knowledge/actions';
import { COMPATIBILITY_LEVELS } from '../../server/src/engine/knowledge/compatibilityLevels';
import { allParameters } from '../../server/src/engine/knowledge/parameters';
import { RESTRICTIONS } from '../../server/src/engine/knowledge/restrictions';
import { SERVICE_SUFFIXES } from '../../server/src/engine/knowledge/serviceSuffixes';
import { COLUMNS, PROGRAMS, SERVICE_TYPES } from '../../server/src/engine/knowledge/services';
import { TABLE_TYPES } from '../../server/src/engine/knowledge/tableTypes';
import { rules } from '../../server/src/engine/rules/index';

const directory = path.join(__dirname, '../../../docs/reference');
const pages = referencePages();
const topics = allTopics();

const DESCRIBED: Readonly<Record<string, string>> = {
  '4NN text': '4nn',
  '5NN text': '5nn',
  'all digits': 'digits',
  'restriction list': 'restrictions',
};

describe('the reference', () => {
  it('is what `npm run docs` writes', () => {
    for (const [file, text] of pages) {
      const written = path.join(directory, file);
      assert.ok(fs.existsSync(written), `${file} is missing: run npm run docs`);
      assert.ok(fs.readFileSync(written, 'utf8') === text, `${file} is stale: run npm run docs`);
    }
    for (const locale of ['en', 'ja']) {
      for (const file of fs.readdirSync(path.join(directory, locale))) {
        assert.ok(pages.has(`${locale}/${file}`), `${locale}/${file} is left over: run npm run docs`);
      }
    }
  });

  it('comes with the schema of the settings, which is no older', () => {
    const file = path.join(__dirname, '../../../schemas/postfix-config.schema.json');
    assert.ok(fs.readFileSync(file, 'utf8') === settingsSchema(), 'the schema is stale: run npm run docs');
  });

  /** Every name of the facts, by the kind of its topic. */
  const names: Partial<Record<TopicKind, readonly string[]>> = {
    parameter: [...allParameters()].map(({ name }) => name),
    'service parameter': Object.keys(SERVICE_SUFFIXES).map((suffix) => `<service>${suffix}`),
    program: Object.keys(PROGRAMS),
    column: Object.keys(COLUMNS),
    'service type': Object.keys(SERVICE_TYPES),
    restriction: Object.keys(RESTRICTIONS),
    'access action': Object.keys(ACCESS_ACTIONS),
    'header check action': Object.keys({ ...HEADER_CHECK_ACTIONS, ...CLIENT_HEADER_CHECK_ACTIONS }),
    'postscreen access action': Object.keys(POSTSCREEN_ACCESS_ACTIONS),
    'table type': Object.keys(TABLE_TYPES),
    'compatibility level': COMPATIBILITY_LEVELS.map(({ level }) => level),
    rule: rules.map(({ id }) => id),
  };

  for (const [kind, wanted] of Object.entries(names)) {
    it(`has every ${kind}, with a text and a place on a page in both languages`, () => {
      for (const name of wanted) {
        const topic = topics.find((one) => one.kind === kind && one.name === name);
        assert.ok(topic, name);
        for (const locale of ['en', 'ja'] as const) {
          assert.ok(topic.text[locale].length > 8, `${name}: no text`);
          const page = pages.get(`${locale}/${topic.page}.html`);
          assert.ok(page?.includes(`<section id="${escapeHtml(anchorOf(topic))}">`), `${name} is not on ${topic.page}`);
        }
      }
    });
  }

  it('has every name of the table of facts from which the project began, where that is at hand', () => {
    const facts = path.join(__dirname, '../../../../shared/facts');
    if (!fs.existsSync(facts)) return;
    const read = (file: string) => JSON.parse(fs.readFileSync(path.join(facts, file), 'utf8'));
    const restrictions = read('restrictions.json');
    const wanted: readonly (readonly [TopicKind, object])[] = [
      ['parameter', read('parameters.json').parameters],
      ['program', read('services.json').commands],
      ['restriction', restrictions.restrictions],
      ['access action', restrictions.access_actions],
      ['header check action', restrictions.header_and_body_checks.header_checks],
      ['header check action', restrictions.header_and_body_checks.smtp_header_checks],
      ['table type', read('tables.json').types],
    ];
    const known = new Set(topics.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`));
    for (const [kind, names] of wanted) {
      for (const name of Object.keys(names)) {
        // What begins with `_` is a remark; results without a name of their own are described there.
        const action = DESCRIBED[name] ?? name.toLowerCase();
        if (!name.startsWith('_')) assert.ok(known.has(`${kind} ${action}`), `${kind} ${name}`);
      }
    }
  });

  it('has something of every kind, and no address twice', () => {
    for (const kind of KINDS)
      assert.ok(
        topics.some((topic) => topic.kind === kind),
        kind,
      );
    const addresses = topics.map((topic) => `${topic.page}#${anchorOf(topic)}`);
    assert.equal(new Set(addresses).size, addresses.length);
  });

  it('has no link into the void', () => {
    for (const [file, text] of pages) {
      for (const [, target] of text.matchAll(/href="([^"]+)"/g)) {
        if (!target || /^https:/.test(target)) continue;
        const [to, anchor] = target.split('#') as [string, string?];
        const place = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
        const page = pages.get(place);
        assert.ok(page !== undefined || fs.existsSync(path.join(directory, place)), `${file}: ${target}`);
        if (anchor) assert.ok(page?.includes(`id="${escapeHtml(decodeURIComponent(anchor))}"`), `${file}: ${target}`);
      }
    }
  });

  it('leads from a topic to those it mentions, and back', () => {
    const page = pages.get('en/parameters-routing.html') ?? '';
    const section = page.slice(page.indexOf('<section id="relayhost">')).split('</section>')[0] ?? '';
    assert.match(section, /<p>.*href="parameters-routing\.html#transport_maps"/);
    assert.match(section, /See also: .*smtp_sasl_password_maps/);
  });
});
