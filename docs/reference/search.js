// The search field of every page. `topics` comes from topics.js beside the page: [name, kind, address, summary, rest of the text].
/* global topics */
const MOST = 30;
const field = document.getElementById('search');
const list = document.getElementById('found');
const other = document.getElementById('other-language');

/** The language link leads to the same topic. */
function keepPlace() {
  other.hash = location.hash;
}

/** Every typed word must occur; the name itself comes first, then names, summaries, and the rest. */
function matches(typed) {
  const words = typed
    .toLowerCase()
    .split(/[\s\u3000]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const scored = [];
  for (const topic of topics) {
    const name = topic[0].toLowerCase();
    const summary = `${name} ${topic[1]} ${topic[3]}`.toLowerCase();
    const text = `${summary} ${topic[4]}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const places = [name, name.slice(0, words[0].length), name, summary, text];
    const score = places.findIndex((place, i) =>
      i < 2 ? place === words[0] : words.every((word) => place.includes(word)),
    );
    scored.push({ topic, score });
  }
  scored.sort((one, two) => one.score - two.score || one.topic[0].length - two.topic[0].length);
  return scored.slice(0, MOST).map(({ topic }) => topic);
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show() {
  const found = matches(field.value);
  list.replaceChildren(
    ...found.map(([name, kind, address, summary], i) => {
      const link = element('a', '', i === 0 ? 'first' : '');
      link.href = address;
      // Code in a summary is set off by backticks.
      link.append(element('code', name), ' ', element('span', kind), element('small', summary.replaceAll('`', '')));
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
  list.hidden = found.length === 0;
}

field.addEventListener('input', show);
field.addEventListener('keydown', (event) => {
  const first = list.querySelector('a');
  if (event.key === 'Enter') first?.click();
  if (event.key === 'ArrowDown') first?.focus();
  if (event.key === 'Escape') field.value = '';
  if (event.key === 'Escape') show();
});
list.addEventListener('keydown', (event) => {
  const item = document.activeElement?.closest('li');
  const next =
    event.key === 'ArrowDown'
      ? item?.nextElementSibling
      : event.key === 'ArrowUp'
        ? item?.previousElementSibling
        : null;
  if (!next) return;
  event.preventDefault();
  next.querySelector('a').focus();
});
list.addEventListener('click', () => {
  field.value = '';
  show();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === field) return;
  event.preventDefault();
  field.focus();
});
addEventListener('hashchange', keepPlace);
keepPlace();
